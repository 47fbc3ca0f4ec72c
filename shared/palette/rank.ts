// Which lines of the palette are shown, and in which order. Refuses to perform any.
import { matchFields, readQuery, type Field } from './match.ts';

export type Rankable = { readonly id: string; readonly group: string; readonly fields: readonly Field[]; /** Shown lower than others that fit as well: what is archived. */ readonly later?: boolean };
export type Ranked<T> = { readonly group: string; readonly items: readonly T[] };

export const MOST_OF_A_GROUP = 8;
/** What was used last goes before what fits a little better, never before what fits far better. */
const USED_LAST = 12;
const LATER = -8;

/** Groups with their lines, best first; `used` are ids, last used first. */
export function rankLines<T extends Rankable>(query: string, lines: readonly T[], used: readonly string[]): Ranked<T>[] {
  const tokens = readQuery(query);
  if (tokens.length === 0) return [];
  const recency = new Map(used.map((id, index) => [id, USED_LAST * (1 - index / used.length)]));
  const scored = lines.flatMap((line, order) => {
    const fit = matchFields(tokens, line.fields);
    return fit === null ? [] : [{ line, order, score: fit + (recency.get(line.id) ?? 0) + (line.later ? LATER : 0) }];
  }).toSorted((a, b) => b.score - a.score || a.order - b.order);
  // A line that fits far worse than the best is noise beside it.
  const floor = (scored[0]?.score ?? 0) * 0.55;
  const groups = new Map<string, T[]>();
  for (const { line, score } of scored) {
    if (score < floor) break;
    const group = groups.get(line.group) ?? [];
    if (group.length < MOST_OF_A_GROUP) group.push(line);
    groups.set(line.group, group);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
