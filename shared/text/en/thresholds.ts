// Words of the settings of the checks. Refuses clinical advice: each line says what a figure does, and where
// it is from.
const levels: Readonly<Record<string, string>> = { WM_RES: 'detox, residential or inpatient', WM_AMB: 'outpatient detox', RES: 'residential', PHP: 'partial hospitalization', IOP: 'intensive outpatient', OP: 'outpatient', AFTERCARE: 'continuing care', EI: 'early intervention' };

const labels: Readonly<Record<string, string>> = {
  iopMinHours: 'Intensive outpatient: fewest hours a week', iopMaxHours: 'Intensive outpatient: most hours a week', phpMinHours: 'Partial hospitalization: fewest hours a week', opMaxHours: 'Outpatient: from this many hours a week another level is asked about',
  resMinDays: 'Residential: a stay shorter than this is asked about', resMaxDays: 'Residential: a stay longer than this is asked about', wmMaxDays: 'Detox: longer than this is asked about', wmMaxDaysMethadone: 'Detox after methadone: longer than this is asked about',
  nextLevelDays: 'After detox the next level begins within', cowsSettled: 'Withdrawal is not settled from a COWS of',
  gapDays: 'No service for longer than this', planDays: 'First plan due within', planSessions: 'or at this attended session, if sooner', reviewDays: 'Plan reviewed every',
  planDaysWithoutLevel: 'First plan due within, no level recorded', reviewDaysWithoutLevel: 'Plan reviewed every, no level recorded', objectiveMaxDays: 'An objective may run for',
  unsignedNoteHours: 'A note without a signature is mentioned after', similarityPercent: 'A note is called much like an earlier one above',
  ntxShortDays: 'Naltrexone: fewest days after short-acting opioids', ntxPreferredDays: 'Naltrexone: preferred days after short-acting opioids', ntxLongDays: 'Naltrexone: fewest days after methadone or buprenorphine',
  ntxXrWarnDays: 'Naltrexone injection: mentioned after', ntxXrDueDays: 'Naltrexone injection: due after', ntxXrAlertDays: 'Naltrexone injection: protection has likely ended after',
  bupCowsMin: 'Buprenorphine: COWS at the first dose at least', bupShortHours: 'Buprenorphine: hours after short-acting opioids', bupFentanylHours: 'Buprenorphine: hours after fentanyl', bupLongHours: 'Buprenorphine: hours after methadone or long-acting opioids',
  sedativeDays: 'A sedative counts as current for',
  toleranceDays: 'Tolerance is watched after leaving care or stopping medication for', toleranceFreeDays: 'Tolerance may be low after this long without opioids', dailyUseDays: 'Use counts as daily from', pregnancyLookbackDays: 'A pregnancy without an end counts for',
  phq9Cut: 'PHQ-9 asks for a problem on the plan from', gad7Cut: 'GAD-7 asks for a problem on the plan from', ptsdCut: 'PC-PTSD-5 asks for a problem on the plan from', ptsdCutLower: 'PC-PTSD-5, where the lower cut is chosen for a client',
  cravingHigh: 'Craving is high from', cravingVisits: 'High craving is mentioned after this many visits in a row', bamUse: 'BAM, use: mentioned from', bamRisk: 'BAM, risk: mentioned from', bamProtective: 'BAM, protective: mentioned up to',
};

/** What the figure of this id does. */
export function thresholdLabel(id: string): string {
  const [name = '', level] = id.split('.');
  const label = labels[name] ?? id;
  if (level === undefined) return label;
  const of = levels[level] ?? level;
  return name === 'planSessions' ? `First plan, ${of}: ${label}` : `${label}, ${of}`;
}

export const thresholdText = {
  title: 'Checks and thresholds',
  lead: 'The checks remind, they block nothing. Change a figure where your state, payer or clinic asks for another; the caseload follows at once. Each line names its default and where that comes from.',
  groups: { levels: 'Levels of care and hours', gaps: 'Days without a service', plans: 'Plans and reviews', notes: 'Notes and codes', medication: 'Medication', overdose: 'Overdose and pregnancy', screening: 'Screening and craving' },
  units: { hours: 'hours', days: 'days', sessions: 'sessions', visits: 'visits', points: 'points', of10: 'of 10', daysOf30: 'days of 30', percent: 'percent' },
  sources: { own: 'usual practice', asam3: 'ASAM Criteria, 3rd edition', label: 'the medication’s label', samhsa: 'SAMHSA quick guide', gad7: 'Spitzer and others, 2006', va: 'VA National Center for PTSD', vaBam: 'VA clinician guide to the BAM' },
  hint: (value: string, unit: string, source: string, verified: boolean): string => `Default ${value} ${unit}, from ${source}${verified ? '' : ' [not verified]'}`,
  range: (min: number, max: number): string => `Enter a whole number from ${min} to ${max}.`,
  notAbove: (other: string): string => `This may not be more than “${other}”.`,
  back: 'Back to the default', backTo: (label: string): string => `Back to the default: ${label}`,
  allBack: 'All back to the defaults', allBackTitle: 'Put every figure back?', allBackText: 'Every figure of the checks takes its default again. Nothing is saved until you press Save.', allBackConfirm: 'Put back', allBackCancel: 'Keep them',
  changed: (count: number): string => (count === 1 ? '1 changed' : `${count} changed`),
  groupWrong: 'Something here is not right yet',
  codes: {
    unitRule: 'Quarter hours are counted', unitRuleHint: 'Differs by payer [not verified]', unitRules: { midpoint: 'From the midpoint: 8 to 22 minutes are one', full15: 'Full quarter hours only' },
    prefer: 'Codes suggested first', prefers: { cpt: 'CPT', hcpcs: 'HCPCS' },
  },
} as const;
