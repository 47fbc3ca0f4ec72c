// Words of what a plan says about medication, of parts that are not indicated, and of who agrees to it. Refuses
// to push a choice: the client makes it, informed.
export const pathwayLabels = { none: 'Not settled yet', moud: 'Medication for OUD: methadone or buprenorphine', antagonist: 'Naltrexone, after a time without opioids', no_medication: 'Without medication' } as const;

export const agreementRoleLabels = { client: 'Client', guardian: 'Guardian', counsellor: 'Counselor', therapist: 'Therapist', psychiatrist: 'Psychiatrist', prescriber: 'Prescriber', case_manager: 'Case manager', supervisor: 'Supervisor', other: 'Other' } as const;

export const planChoicesText = {
  pathway: 'Path chosen by the client',
  pathwayHint: 'Not printed on handouts.',
  informed: 'What was explained, and what the client said',
  informedHint: 'Choices offered, benefits and risks of each, in the client’s words where you can',
  tolerance: 'Without methadone or buprenorphine tolerance falls after detox, and use at the old amount can be deadly. Teach overdose safety, give naloxone, and say that medication can be chosen at any time.',
  parts: { medicationChoice: 'Medication', behavioural: 'Therapy and skills', coOccurring: 'Mood, anxiety, trauma, sleep', followUp: 'Staying well in the long run' },
  notIndicatedTitle: 'Parts that are not indicated',
  notIndicatedHint: 'With a reason here, the hint about the part goes.',
  because: (part: string): string => `${part}: not indicated because`,
  notIndicated: (part: string, why: string): string => `${part}: not indicated, ${why}`,
  agreements: 'Who agrees to this plan',
  agreementsHint: 'Your own signature is added when you put it in force. Each new version is agreed anew.',
  role: 'Role', name: 'Name', date: 'Agreed on', refused: 'If not: declined or unable because',
  add: 'Add a person', remove: (name: string): string => `Remove ${name === '' ? 'this person' : name}`,
  agreed: (role: string, name: string, day: string): string => `${role}${name === '' ? '' : ` ${name}`}: agreed ${day}`,
  notYet: (role: string, name: string): string => `${role}${name === '' ? '' : ` ${name}`}: not yet`,
  declined: (role: string, name: string, why: string): string => `${role}${name === '' ? '' : ` ${name}`}: did not sign, ${why}`,
} as const;
