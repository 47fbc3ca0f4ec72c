// The one place that writes a log line. Refuses anything but codes, channel names, ids and counts:
// whatever does not look like one is replaced, so that no name and no note text can slip through.
export type LogFacts = Readonly<Record<string, string | number | boolean>>;
export type Log = (code: string, facts?: LogFacts) => void;

/** Codes, channels, error classes and ids; free text has spaces, capitals inside, or accents. */
const SAFE = /^(?:[A-Z][A-Z0-9_]{0,39}|[a-z]+:[a-zA-Z]+|[A-Z][A-Za-z]{0,30}Error|[a-z2-7]{26}|[a-z][a-zA-Z0-9_.-]{0,80})$/;

function safe(value: string | number | boolean): string {
  if (typeof value === 'string') return SAFE.test(value) ? value : '(withheld)';
  return String(value);
}

/** Makes a log over a line writer; `now` in milliseconds since the epoch. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (code, facts = {}) => {
    const rest = Object.entries(facts).map(([name, value]) => ` ${safe(name)}=${safe(value)}`).join('');
    write(`${new Date(now()).toISOString()} ${safe(code)}${rest}`);
  };
}
