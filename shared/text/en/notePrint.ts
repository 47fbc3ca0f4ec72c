// Words of a note on paper and of the screen that prints it. The notices are those of 42 CFR 2.32(a), in the wording
// in force since 16 February 2024 (89 FR 12472; compliance date 16 February 2026); to be compared with the current
// text before a release.
export const PART2_NOTICES = {
  effective: '2024-02-16',
  short: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  long: [
    'This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies:',
    '(i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2.',
    '(ii) You are a covered entity or business associate and have received the record for treatment, payment, or health care operations, or',
    '(iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E.',
    'A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).',
  ],
} as const;

export const notePrintText = {
  open: 'Print',
  screenTitle: 'Print this note',
  documentTitle: 'Note',
  back: 'Back to the note',
  print: 'Print', savePdf: 'Save as PDF',
  preview: 'Preview of the pages',
  loading: 'Preparing the note',
  nameLegend: 'Name on the page', names: { full: 'Full name and date of birth', initials: 'Initials' },
  forLegend: 'Who gets this copy',
  forWhom: { outside: 'Someone else, with the client’s consent', client: 'The client', chart: 'Our own paper chart' },
  outsideHint: 'The federal notice stands on the first page and at the foot of every page. Attach a copy of the consent or a clear explanation of its scope, and record the disclosure.',
  diagnosis: 'Diagnosis on the page', diagnosisHint: 'From the plan this note belongs to.',
  planTrouble: (sentence: string): string => `The plan could not be read, so the objectives stand with their numbers only and there is no diagnosis. ${sentence}`,
  paperLegend: 'Paper', papers: { letter: 'Letter', a4: 'A4' },
  draftWarning: 'This note is not signed. Every page says DRAFT.',
  draft: 'DRAFT, not signed',
  // A plan that the client takes home: it is read by the client and whoever the client shows it to.
  takeHome: {
    documentTitle: 'My plan',
    hint: 'Only the plan: what you wrote together, the day, your name, the clinic and the crisis line. What is for the chart stays off this copy.',
    additionsHint: 'Additions stay off this copy too. If one changes the plan, write a new plan.',
    nothing: 'Nothing is written in the plan yet: this page says only whom to call. Go back to the note and write it together first.',
    unsignedHint: 'This note is not signed. This copy says so in one line.',
    born: (day: string): string => `born ${day}`,
    counselor: (who: string): string => `Counselor: ${who}`,
    made: (day: string): string => `Written together on ${day}`,
    unsigned: (day: string): string => `Written together on ${day}; not yet signed by the counselor`,
    helpNow: 'Who to call',
  },
  sheet: {
    client: 'Client', born: 'Date of birth', level: 'Level of care', clinic: 'Clinic',
    signed: 'Signed', signedBy: (name: string, credentials: string): string => (credentials === '' ? name : `${name}, ${credentials}`),
    at: 'Date and time', method: 'Method', passphrase: 'Passphrase of the vault', late: 'Late entry: signed more than 24 hours after the service.', templateVersion: (title: string, version: number): string => `${title}, version ${String(version)}`,
    technical: (template: string, app: string, hash: string): string => `Template ${template}. App version ${app}. Content check (SHA-256) ${hash}`,
    coSigned: (role: string, who: string, when: string): string => `${role}: ${who}, ${when}`,
    additions: 'Additions', reason: 'Reason', printed: (when: string): string => `Printed ${when}`,
    page: 'Page', of: 'of',
  },
} as const;
