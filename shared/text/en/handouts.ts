// Words of the printed handouts: short, warm, at a sixth-grade reading level. Refuses clinical terms:
// whoever finds the page should learn nothing that its owner did not choose to show.
import type { interventionTypeLabels } from './clinical.ts';

export const myPlanText = {
  title: 'My plan',
  printedOn: (date: string): string => `Printed on ${date}`,
  nextReviewOpen: 'We will set a day together.',
  clinic: (name: string, phone: string): string => [name, phone === '' ? '' : `Call us: ${phone}`].filter((part) => part !== '').join('. '),
  crisis: (line: string): string => `Need help right now? ${line}. In danger of life, call 911.`,
  warning: (kind: string, word: string, place: string): string => `“${word}” (${kind}) is in ${place}. Can anyone who finds this page read it?`,
  ownWordsPlace: 'the client’s own words',
  goalPlace: (number: string): string => `goal ${number}`,
  objectivePlace: (number: string): string => `step ${number}`,
  strengthsPlace: 'the strengths',
  whoHelpsPlace: 'the people who help',
  code: 'a diagnosis code',
  name: 'the client’s name',
} as const;

/** The measure in words: "Urges: 4 of 10 or less. I started at 8." */
export const measureText = {
  up: (metric: string, to: string): string => `${metric}: ${to} or more.`,
  down: (metric: string, to: string): string => `${metric}: ${to} or less.`,
  maintain: (metric: string, to: string): string => `${metric}: stay at ${to}.`,
  startedAt: (from: number): string => ` I started at ${from}.`,
} as const;

/** What help is called on paper, by kind; never the text a clinician wrote about it. */
export const helpText: Record<keyof typeof interventionTypeLabels, string> = {
  cbt: 'Talk and practice', cm: 'Rewards for steps I take', mi: 'Talk about what I want', relapse_prevention: 'Practice for hard days', psychoeducation: 'Learn how it works',
  skills_practice: 'Practice new skills', medication_support: 'Medicine check-in', family: 'Time with my family and our helper', group: 'Group', case_management: 'Help with daily things',
  mutual_help: 'Meetings', peer_support: 'Talk with a peer', referral: 'Visit to another helper', other: 'Other help',
};

export const frequencyText = {
  once: 'one time',
  times: (times: number, per: 'day' | 'week' | 'month'): string => (times === 1 ? `once a ${per}` : times === 2 ? `twice a ${per}` : `${times} times a ${per}`),
} as const;

export const privateWordKinds = { diagnosis: 'a diagnosis', drugs: 'a drug word', medication: 'a medicine', test: 'a test', legal: 'a legal matter', health: 'a health matter', harm: 'something painful' } as const;
