// A number with what it counts, one or many. Refuses to convert: the unit is the template's own.

/** Units in the plural and their singular. */
const ONE: Readonly<Record<string, string>> = {
  hours: 'hour', minutes: 'minute', days: 'day', weeks: 'week', months: 'month', years: 'year', times: 'time', doses: 'dose', draws: 'draw', people: 'person', drinks: 'drink', points: 'point', sessions: 'session',
};

/** "1 day", "3 days", "12"; money and a percent sign stand as they are written. */
export function withUnit(value: number, unit: string): string {
  if (unit === '') return String(value);
  if (unit === '$') return `$${value}`;
  if (unit === '%') return `${value}%`;
  const [first = '', ...rest] = unit.split(' ');
  return [value, value === 1 ? ONE[first] ?? first : first, ...rest].join(' ');
}
