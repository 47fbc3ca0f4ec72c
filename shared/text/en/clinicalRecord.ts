// Words for medicines, tests, substance history and the lists beside them. Refuses old words: tests are
// negative or positive, people stop taking a medicine, nobody "fails".
export const clinicalRecordText = {
  lists: { medications: 'Medications', tests: 'Tests', substances: 'Substance-use history', naloxoneKits: 'Naloxone kits', living: 'Living situation', pregnancy: 'Pregnancy', triggers: 'Triggers', coping: 'Coping skills', outsidePrescriptions: 'Prescriptions and surgery elsewhere', meetings: 'Mutual-help meetings', authorisations: 'Authorizations' },
  enteredInError: 'Entered in error',
  withdrawalNotIndicated: 'Withdrawal management not indicated',
  stabilised: 'Stable on medication for OUD',
  lowerPtsdCut: 'Use the lower PC-PTSD-5 cut-off (advised for women)',
} as const;

export const medicationKindLabels = {
  methadone: 'Methadone', buprenorphine: 'Buprenorphine', buprenorphine_naloxone: 'Buprenorphine with naloxone', naltrexone_oral: 'Naltrexone tablets', naltrexone_xr: 'Naltrexone monthly injection', naloxone: 'Naloxone', adjunct: 'Comfort medication', other: 'Other medication',
} as const;
/** What kind of medicine it is and how it is usually given, then what a counsellor should have in mind; never how much to take. */
export const medicationFacts = {
  methadone: 'Full agonist. Given once a day by an opioid treatment program.',
  buprenorphine: 'Partial agonist. By prescription under the tongue, or as an injection each week or month.',
  buprenorphine_naloxone: 'Partial agonist with antagonist. By prescription.',
  naltrexone_oral: 'Antagonist. A tablet each day.',
  naltrexone_xr: 'Antagonist. A clinician gives the injection every 4 weeks.',
  naloxone: 'Overdose reversal. To be carried.',
  adjunct: 'For withdrawal symptoms only.',
  other: '',
} as const;
export const medicationCautions = {
  methadone: 'Sedatives add risk. It can affect the rhythm of the heart (QT). Three or more days missed: the prescriber looks again before the next dose.',
  buprenorphine: 'Starting too soon after other opioids can bring on withdrawal. Sedatives add risk. Dental care matters with tablets and film.',
  buprenorphine_naloxone: 'Starting too soon after other opioids can bring on withdrawal. Sedatives add risk. An overdose is still possible. Dental care matters with tablets and film.',
  naltrexone_oral: 'Needs days without opioids first. Easy to stop, and tolerance is low afterwards.',
  naltrexone_xr: 'Needs days without opioids first. Look after the injection site; liver trouble is for the prescriber to know. Protection fades after about 28 days; tolerance is low afterwards.',
  naloxone: 'Fentanyl may need more than one dose. Call 911.',
  adjunct: 'Some lower the blood pressure.',
  other: '',
} as const;
export const medicationPurposeLabels = { maintenance: 'Treatment of OUD', withdrawal: 'Withdrawal', overdose_reversal: 'Overdose reversal', other: 'Other' } as const;
export const stopReasonLabels = { completed: 'Completed', sideEffect: 'Side effect', clientChoice: 'Client’s choice', lostAccess: 'Lost access', pregnancy: 'Pregnancy', other: 'Other' } as const;
export const medicationSourceLabels = { clientReport: 'Told by the client', prescriberRecord: 'Prescriber record', PDMP: 'Prescription monitoring (PDMP)' } as const;

export const specimenLabels = { urine: 'Urine', oral_fluid: 'Oral fluid', breath: 'Breath' } as const;
export const analyteLabels = {
  opiates: 'Opiates', morphine_heroin: 'Morphine or heroin (6-MAM)', fentanyl: 'Fentanyl', oxycodone: 'Oxycodone', hydrocodone: 'Hydrocodone', tramadol: 'Tramadol', methadone: 'Methadone', buprenorphine: 'Buprenorphine', benzodiazepines: 'Benzodiazepines', barbiturates: 'Barbiturates',
  amphetamine: 'Amphetamine', methamphetamine: 'Methamphetamine', cocaine: 'Cocaine', cannabis: 'Cannabis', alcohol: 'Alcohol', ethyl_glucuronide: 'Alcohol marker (EtG)', xylazine: 'Xylazine', gabapentin: 'Gabapentin', other: 'Other',
} as const;
export const testResultLabels = { neg: 'Negative', pos: 'Positive', pos_prescribed: 'Positive, as prescribed', invalid: 'Invalid', pending: 'Waiting for result', not_tested: 'Not tested' } as const;
export const confirmationLabels = { none: 'Not sent', sent: 'Sent to the laboratory', confirmed: 'Confirmed', not_confirmed: 'Not confirmed' } as const;

export const substanceLabels = {
  heroin: 'Heroin', fentanyl: 'Fentanyl', prescription_opioid: 'Prescription opioid', methadone: 'Methadone', buprenorphine: 'Buprenorphine', other_opioid: 'Other opioid', alcohol: 'Alcohol', benzodiazepine: 'Benzodiazepine', other_sedative: 'Other sedative',
  cocaine: 'Cocaine', methamphetamine: 'Methamphetamine', other_stimulant: 'Other stimulant', cannabis: 'Cannabis', nicotine: 'Nicotine', inhalant: 'Inhalant', hallucinogen: 'Hallucinogen', other: 'Other',
} as const;
export const useRouteLabels = { '': 'Not recorded', injected: 'Injected', smoked: 'Smoked', snorted: 'Snorted', swallowed: 'Swallowed', drunk: 'As a drink', patch: 'Patch', other: 'Other' } as const;

export const kitStateLabels = { on_hand: 'On hand', used: 'Used', lost: 'Lost', passed_on: 'Given to someone else', replaced: 'Replaced' } as const;
export const livingSafeLabels = { yes: 'Safe for recovery', no: 'Not safe for recovery', unknown: 'Not asked yet' } as const;
export const extraLivingLabels = { hospital: 'Hospital', jail: 'Jail or prison' } as const;
export const pregnancySpellLabels = { possible: 'Possible', pregnant: 'Pregnant', birth: 'Birth', loss: 'Loss', ended: 'Ended', not_pregnant: 'Not pregnant after all' } as const;
export const triggerLabels = { people: 'People', place: 'Place', thing: 'Thing', emotion: 'Emotion', body_pain: 'Body or pain', time_date: 'Time or date', payday: 'Payday', boredom: 'Boredom', celebration: 'Celebration', conflict: 'Conflict', grief: 'Grief', withdrawal: 'Withdrawal', media: 'Media', stress: 'Stress' } as const;
export const copingLabels = { urge_surfing: 'Urge surfing', delay: 'Delay, distract, decide, deep breath', refusal_skills: 'Refusal skills', problem_solving: 'Problem solving', activity_scheduling: 'Activity scheduling', relaxation: 'Relaxation', grounding: 'Grounding', communication: 'Communication', money_time: 'Money and time management', emergency_plan: 'Emergency plan', support_person: 'A person to call', mutual_help: 'Meeting', other: 'Other' } as const;
export const outsidePrescriptionLabels = { opioid_prescription: 'Opioid prescribed elsewhere', surgery: 'Surgery planned' } as const;
