// One line for each finding of the rule checks: what was seen and what to think of, never whose fault it
// is. Refuses orders: the clinician decides.
function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
function hours(count: number): string {
  const shown = Math.round(count * 10) / 10;
  return shown === 1 ? '1 hour' : `${shown} hours`;
}
function times(count: number, one: string, many: string): string {
  return count === 1 ? one : `${count} ${many}`;
}

export const ruleText = {
  levelsOverlap: (first: string, second: string): string => `Two levels of care share days: ${first} and ${second}. Close one first.`,
  noWithdrawalCare: (level: string): string => `${level} began without withdrawal management. Confirm that withdrawal risk was assessed, or record that it was not needed.`,
  sessionInWithdrawal: (cows: number): string => `The last COWS before an outpatient session was ${cows}. Withdrawal should settle first, or record that the client is stable on medication.`,
  sessionInDetox: 'An outpatient session was held while withdrawal management is still open. Close it, or record that the client is stable on medication.',
  detoxAlone: (limit: number): string => `Withdrawal management ended and no next level began within ${days(limit)}. Detox alone raises overdose risk: arrange next care, medication and naloxone.`,
  noService: (count: number, level: string): string => `No attended service for ${days(count)} in ${level}. Reach out.`,
  iopLow: (low: number, min: number, weeks: number): string => `${times(weeks, 'A completed week', 'completed weeks')} of intensive outpatient under the minimum (${hours(low)} of ${hours(min)}). Record why.`,
  iopHigh: (high: number, max: number): string => `A week of intensive outpatient with ${hours(high)}, above ${hours(max)}. Is partial hospitalization the right level?`,
  phpLow: (low: number, min: number, weeks: number): string => `${times(weeks, 'A completed week', 'completed weeks')} of partial hospitalization under its minimum (${hours(low)} of ${hours(min)}).`,
  opHigh: (high: number, max: number): string => `A week of outpatient care with ${hours(high)}; ${hours(max)} or more is another level.`,
  resShort: (count: number): string => `Residential treatment ended by step-down after ${days(count)}. Record the rationale.`,
  resLong: (count: number): string => `Residential treatment has lasted ${days(count)}. Record the rationale.`,
  wmLong: (count: number, limit: number): string => `Withdrawal management has lasted ${days(count)}, longer than ${limit}. Review.`,
  livingUnknown: 'Living situation not recorded.',
  livingUnsafe: 'Living situation recorded as unsafe. Look at the recovery environment together.',
  pregnancyWithdrawal: 'Pregnant or possibly pregnant with detox under way or planned. Agonist medication is usually preferred: call obstetrics and the prescriber today, and record the decision.',
  pregnancyStop: 'Pregnant or possibly pregnant and methadone or buprenorphine is being stopped or lowered. Agonist medication is usually preferred: call obstetrics and the prescriber today, and record the decision.',
  pregnancyNaltrexone: 'Pregnant, with naltrexone in use or about to start. Ask the prescriber to review it today.',
  naltrexoneEarly: (count: number, needed: number): string => `Naltrexone starts ${days(count)} after the last opioid; at least ${needed} are needed. The prescriber confirms before the dose.`,
  naltrexoneSoon: (count: number, preferred: number): string => `Naltrexone starts ${days(count)} after the last opioid; ${preferred} or more are preferred. The prescriber confirms before the dose.`,
  injectionDue: (count: number, due: number): string => `Last naltrexone injection ${days(count)} ago; the next is due at ${due}. Protection fades at the end of the interval.`,
  injectionLate: (count: number): string => `Last naltrexone injection ${days(count)} ago. Protection has likely ended and tolerance is low: overdose risk. Call the client and the prescriber.`,
  buprenorphineNoCows: 'Buprenorphine started without a COWS that day. Starting before withdrawal can bring it on.',
  buprenorphineLowCows: (cows: number, min: number): string => `Buprenorphine started at a COWS of ${cows}; ${min} or more is advised, higher with fentanyl.`,
  buprenorphineEarly: (count: number, needed: number): string => `Buprenorphine started about ${hours(count)} after the last opioid; ${needed} or more are advised, longer with methadone or fentanyl.`,
  sedatives: (names: string): string => `${names} together with methadone or buprenorphine: raised overdose risk. Coordinate with the prescriber; do not stop the medication abruptly.`,
  toleranceLow: (why: string): string => `Tolerance may be low: ${why}. Teach overdose safety and give naloxone.`,
  naloxoneNone: 'No naloxone recorded. Offer a kit.',
  naloxoneNoDate: 'Naloxone on hand, expiry date not recorded.',
  naloxoneExpired: 'Naloxone has expired. Offer a new kit.',
  ultraRapid: 'Ultra-rapid or anesthesia-assisted detox is named. It is not recommended: in 75 procedures looked at by the CDC, 2 people died and 5 had other serious events.',
  suicide: 'Suicidal thoughts or behavior recorded. Assess risk and make a safety plan today. 988 is the crisis line.',
  depression: (score: number): string => `PHQ-9 of ${score}, and no problem about mood on the plan.`,
  anxiety: (score: number): string => `GAD-7 of ${score}, and no problem about anxiety on the plan.`,
  trauma: (score: number): string => `PC-PTSD-5 of ${score}, and no problem about trauma on the plan.`,
  cravingHigh: (count: number, limit: number): string => `Craving ${limit} or more of 10 on ${count} visits in a row. A relapse-prevention session may help.`,
  outsideOpioid: 'An opioid is prescribed outside the program. Make a pain plan with the prescriber.',
  surgery: 'Surgery is planned. Make a pain plan with the prescriber.',
  planMissing: 'No plan in force; the first plan is past due.',
  reviewOverdue: (count: number): string => `Plan review overdue by ${days(count)}.`,
  objectivesPast: (count: number): string => (count === 1 ? 'An open objective is past its target date.' : `${count} open objectives are past their target dates.`),
  notesUnlinked: (count: number): string => (count === 1 ? 'A signed note is not linked to an objective.' : `${count} signed notes are not linked to an objective.`),
  unsignedNotes: (count: number, oldest: number): string => (count === 1 ? `A note has waited ${days(Math.floor(oldest / 24))} for a signature.` : `${count} notes wait for a signature, the oldest for ${days(Math.floor(oldest / 24))}.`),
  notesOverlap: 'Two notes for this client overlap in time.',
  prescribedPositive: (names: string): string => `Positive for ${names}, which a current prescription explains. Mark it as expected (prescribed).`,
  medicationAbsent: (names: string): string => `${names} is prescribed but was not detected. Talk about how taking it goes, and consider a confirming test. Nothing follows by itself.`,
  bamFlags: (parts: string): string => `BAM: ${parts}.`,
  bamUse: (value: number): string => `use ${value}`,
  bamRisk: (value: number): string => `risk ${value}, high`,
  bamProtective: (value: number): string => `protective ${value}, low`,
  toleranceWhy: {
    leftLevel: (level: string): string => `left ${level}`,
    leftHospital: 'left hospital', leftJail: 'left jail or prison',
    stopped: (medication: string): string => `stopped ${medication}`,
    pause: (count: number): string => `${days(count)} without opioids after daily use`,
  },
} as const;

export const severityLabels = { alert: 'Act today', warn: 'Look at this', info: 'For information' } as const;
export const ruleScreenText = { title: 'Checks', none: 'Nothing stands out today.', acknowledge: 'Seen', why: 'Why it stands', seenBy: (who: string): string => `Seen by ${who}` } as const;
