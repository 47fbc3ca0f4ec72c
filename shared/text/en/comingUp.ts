// Words of the reminders on the Record tab. Refuses alarm.
export const comingUpText = {
  title: 'Coming up',
  check: (weeks: number): string => `${weeks} weeks after detox: ask about sleep, mood and craving`,
  yearly: (text: string): string => `A day that comes back: ${text}`,
  authorisation: (number: string, used: number, allowed: number | null, unit: string): string => `Last day of authorization${number === '' ? '' : ` ${number}`}: ${used}${allowed === null ? '' : ` of ${allowed}`} ${unit} used`,
  units: { sessions: 'sessions', hours: 'hours', quarters: 'quarter hours', days: 'days' },
  line: (day: string, text: string): string => `${day}: ${text}`,
} as const;

export const meetingKindLabels = { na: 'Narcotics Anonymous', aa: 'Alcoholics Anonymous', ma: 'Methadone Anonymous', smart: 'SMART Recovery', other: 'Another group' } as const;
export const authorisedUnitLabels = { sessions: 'Sessions', hours: 'Hours', quarters: 'Quarter hours', days: 'Days' } as const;
