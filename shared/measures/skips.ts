// Which questions an earlier answer makes needless. Refuses to answer them: score.ts does, when it counts.
import type { Instrument } from './instrument.ts';
import type { Answers } from './score.ts';

/** Ids of the items that need not be asked after these answers. */
export function skippedItems(instrument: Instrument, answers: Answers): ReadonlySet<string> {
  const holds = instrument.skips.filter(({ item, equals }) => answers[item] === equals);
  return new Set(holds.flatMap(({ set, fill, blank }) => [...Object.keys(set), ...Object.keys(fill), ...blank]));
}
