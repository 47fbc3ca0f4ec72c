// Words around questionnaires and scores. Refuses verdicts: a band describes answers, not a person.
export const measuresText = {
  title: 'Measures',
  give: 'Give to client',
  interview: 'Ask together',
  modes: { self: 'Answered by the client', interview: 'Asked by the counsellor' },
  noTotal: (count: number): string => (count === 1 ? 'No total: 1 answer is missing.' : `No total: ${count} answers are missing.`),
  total: 'Total',
  band: 'Range',
  missing: 'Not answered',
  change: (points: number): string => (points > 0 ? `${points} higher than last time` : points < 0 ? `${-points} lower than last time` : 'Same as last time'),
  notValidated: 'Own wording, not a validated scale.',
  notBundled: 'The wording of this form may not be included. Enter the scores from a form that you hold.',
  licence: 'Terms of use',
  licenceUnconfirmed: 'Terms not confirmed: check before use.',
  measured: (label: string, unit: string): string => `${label} in ${unit}`,
  schedule: { intake: 'At intake', repeat: 'Repeated', discharge: 'At discharge', session: 'Each session', withdrawal: 'During withdrawal care', induction: 'During the first doses', item9: 'After any yes to PHQ-9 item 9', crisis: 'At each crisis', transition: 'At each change of level', diagnosisReview: 'At each diagnosis review' },
  subscales: { use: 'Use', risk: 'Risk', protective: 'Protective' },
} as const;
