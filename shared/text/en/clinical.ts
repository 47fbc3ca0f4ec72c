// Words for every clinical choice, in the preferred language of the field (docs/clinical-sources.md,
// Language). Refuses judgement: people have disorders, tests are negative or positive.
export const serviceTypeLabels = {
  individual: 'Individual session', group: 'Group', family_with: 'Family, client present', family_without: 'Family, client not present', couples: 'Couples session', crisis: 'Crisis',
  intake_assessment: 'Intake or assessment', treatment_planning: 'Treatment planning', case_management: 'Case management', care_coordination: 'Care coordination', psychoeducation: 'Psychoeducation',
  cm_visit: 'Incentive visit', mat_checkin: 'Medication check-in', wm_monitoring: 'Withdrawal monitoring', peer_support: 'Peer support', activity: 'Activity', telephone: 'Telephone contact', no_show: 'Did not attend', non_billable: 'Not billable',
} as const;

export const modalityLabels = { in_person: 'In person', video: 'Video', audio_only: 'Audio only', field: 'In the community' } as const;

export const placeLabels = { office: 'Office', telehealth: 'Telehealth', home: 'Home', sud_facility: 'Outpatient program', residential_sud: 'Residential program', community: 'Community', other: 'Other' } as const;

export const riskKindLabels = { suicide: 'Suicidal thoughts', selfHarm: 'Self-harm', violence: 'Violence', overdose: 'Overdose', withdrawal: 'Withdrawal' } as const;
export const riskLevelLabels = { not_asked: 'Not asked', none: 'None', low: 'Low', moderate: 'Moderate', high: 'High' } as const;

export const progressRatingLabels = { '-2': 'Much worse', '-1': 'Worse', '0': 'No change', '1': 'Some progress', '2': 'Marked progress', M: 'Met' } as const;

export const careRoleLabels = {
  counsellor: 'Counselor', therapist: 'Therapist', prescriber: 'Prescriber', nurse: 'Nurse', case_manager: 'Case manager', peer: 'Peer', psychiatrist: 'Psychiatrist', supervisor: 'Supervisor', probation: 'Probation officer', other: 'Other',
} as const;

export const pregnancyLabels = { unknown: 'Not asked yet', not_pregnant: 'Not pregnant', possible: 'Possible', pregnant: 'Pregnant', postpartum: 'Gave birth in the last year', not_applicable: 'Does not apply' } as const;

export const livingLabels = {
  unknown: 'Not asked yet', own_home: 'Own home', family_or_friends: 'With family or friends', sober_living: 'Sober living home', residential: 'Residential program', shelter: 'Shelter', no_fixed_home: 'No fixed home', unsafe: 'Unsafe place', other: 'Other',
} as const;

export const payerLabels = { unknown: 'Not asked yet', medicaid: 'Medicaid', medicare: 'Medicare', private: 'Private insurance', self_pay: 'Self-pay', grant: 'Grant', veterans: 'Veterans', other: 'Other' } as const;

export const naloxoneLabels = { unknown: 'Not asked yet', none: 'No kit', on_hand: 'Has a kit' } as const;

export const episodeStatusLabels = { planned: 'Planned', active: 'Under way', onLeave: 'On leave', completed: 'Completed', closed: 'Closed' } as const;

/** Why a phase ended or never began. */
export const phaseEndLabels = {
  transition_down: 'Stepped down', transition_up: 'Stepped up', transfer: 'Transferred', skipped: 'Not needed',
  DISCHARGE_COMPLETED: 'Completed', DISCHARGE_TRANSFER: 'Care continues elsewhere', DISCHARGE_AMA: 'Left before completion', DISCHARGE_ADMIN: 'Administrative discharge', DISCHARGE_LOST: 'Lost contact', DEATH: 'Died',
} as const;

export const moveDirectionLabels = { down: 'Step down', up: 'Step up', lateral: 'Transfer' } as const;
export const returnPatternLabels = { lapse: 'Single use', pattern: 'Return to a pattern', unknown: 'Not known yet' } as const;

export const planStatusLabels = { draft: 'Draft', active: 'In force', superseded: 'Earlier version', closed: 'Closed' } as const;
export const problemStatusLabels = { active: 'Active', deferred: 'Put off for now', resolved: 'Resolved', referred: 'Referred' } as const;
export const goalStatusLabels = { active: 'Active', met: 'Met', revised: 'Revised', discontinued: 'Stopped', deferred: 'Put off for now' } as const;
export const objectiveStatusLabels = { not_started: 'Not started', in_progress: 'In progress', met: 'Met', partly_met: 'Partly met', not_met: 'Not met', revised: 'Revised', discontinued: 'Stopped', deferred: 'Put off for now' } as const;

export const interventionTypeLabels = {
  cbt: 'CBT', cm: 'Incentives (contingency management)', mi: 'Motivational interviewing', relapse_prevention: 'Relapse prevention', psychoeducation: 'Psychoeducation', skills_practice: 'Skills practice', medication_support: 'Medication support',
  family: 'Family work', group: 'Group', case_management: 'Case management', mutual_help: 'Mutual-help meetings', peer_support: 'Peer support', referral: 'Referral', other: 'Other',
} as const;
export const interventionModalityLabels = { individual: 'Individual', group: 'Group', family: 'Family', medication: 'Medication', self: 'On their own', other: 'Other' } as const;
export const perLabels = { day: 'a day', week: 'a week', month: 'a month', once: 'once' } as const;
export const measureDirectionLabels = { up: 'Rise to', down: 'Fall to', maintain: 'Stay at' } as const;
export const signatureRoleLabels = { client: 'Client', clinician: 'Clinician', supervisor: 'Supervisor', prescriber: 'Prescriber', guardian: 'Guardian' } as const;
export const copyMethodLabels = { printed: 'Printed copy', read: 'Read together', declined: 'Declined' } as const;

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** One line for each reminder; says what is missing, not whose fault it is. */
export const alertText = {
  pregnancyWithdrawal: 'Pregnant or possibly pregnant with detox under way or planned. Agonist medication is usually preferred: call obstetrics and the prescriber today, and record the decision.',
  naloxoneNone: 'No naloxone recorded. Offer a kit.',
  naloxoneNoDate: 'Naloxone on hand, expiry date not recorded.',
  naloxoneExpired: 'Naloxone has expired. Offer a new kit.',
  livingUnknown: 'Living situation not recorded.',
  livingUnsafe: 'Living situation recorded as unsafe.',
  planMissing: 'No plan in force; the first plan is past due.',
  reviewOverdue: (count: number): string => `Plan review overdue by ${days(count)}.`,
  unsignedNote: (count: number): string => `A note has waited ${days(count)} for a signature.`,
} as const;

export const planHintText = {
  specific: 'Say who does what, in six words or more. “Improve” and “better” are hard to see.',
  measurable: 'Add what is counted, the number to reach, its unit and where it is read.',
  achievable: 'The target is more than twice the starting point. Would a smaller first step help?',
  relevant: 'Tie it to a problem and to what the client wants.',
  timeBound: 'Add a date to look at it together.',
  timeSpan: 'The target date should be after the start and within 180 days.',
  beyondPhase: 'The target date is after this level of care is planned to end.',
  intervention: 'Add how often, how long and who helps.',
  ownWords: 'The client’s own words are still empty.',
  medicationChoice: 'Nothing about the choice of medication yet.',
  behavioural: 'Nothing about therapy or skills yet.',
  coOccurring: 'Nothing about mood, anxiety, trauma or sleep yet.',
  followUp: 'Nothing about staying well in the long run yet.',
  overdoseSafety: 'Nothing about overdose safety yet.',
} as const;

/** A number of decimals, in words. */
export function decimalsText(count: number): string {
  return count === 1 ? 'one decimal' : count === 2 ? 'two decimals' : `${String(count)} decimals`;
}

/** What signing asks for first, and what it only mentions. */
export const signProblemText = {
  startTimeMissing: 'Add the start time.',
  endTimeMissing: 'Add the stop time.',
  timeOrder: 'The stop time is not after the start time. A session past midnight needs two notes.',
  dateFuture: 'The service date has not come yet.',
  beforeBirth: 'The service date is before the client was born. Check the year.',
  endsLater: 'This session has not ended yet by the clock. Check its times.',
  fieldMissing: (label: string): string => `Fill in “${label}”.`,
  numberUnread: (label: string, typed: string): string => `Correct “${label}”: “${typed}” is not a number.`,
  numberRange: (label: string, typed: string, min: number, max: number, whole: boolean): string => `Correct “${label}”: “${typed}” is not ${whole ? 'a whole number ' : ''}from ${min} to ${max}.`,
  numberDecimals: (label: string, typed: string, most: number): string => `Correct “${label}”: “${typed}” has more than ${decimalsText(most)}.`,
  riskActionMissing: (label: string): string => `Say what was done about ${label.toLowerCase()}.`,
  nextStepsMissing: 'Add next steps or the next appointment.',
  noObjective: 'No plan objective is linked. Link one, or say why not.',
  noRating: (number: string): string => `Objective ${number} has no progress rating.`,
  riskNotAsked: (label: string): string => `${label}: not asked.`,
  audioReason: 'Say why the session was by audio only.',
  consentMissing: (name: string): string => `No consent on file for ${name === '' ? 'someone who took part' : name}.`,
  appointmentPast: 'The next appointment is before this session.',
  metButDetected: (substances: string): string => `The result says “Target met”, while the panel is positive for ${substances === '' ? 'a substance' : substances}. Check both, if that is a target.`,
  notMetButNegative: 'The result says “Not met”, while every test in the panel is negative or as prescribed. Check both.',
  noSpecimenButTested: 'The result says that no specimen was given, while the panel holds results. Check both.',
  late: 'This will be marked as a late entry.',
} as const;
