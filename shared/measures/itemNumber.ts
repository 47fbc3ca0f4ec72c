// The number in front of a question. Refuses to number what a total leaves out: a form of nine items would have ten.
import type { Instrument, Item } from './instrument.ts';

/** The form's own number where it has one, else the place among the numbered; null for what is asked beside the total. */
export function itemNumber({ items, total }: Pick<Instrument, 'items' | 'total'>, item: Item): string | null {
  const isNumbered = ({ scored }: Item): boolean => scored || total === null;
  if (!isNumbered(item)) return null;
  if (/^\d/.test(item.id)) return item.id;
  return String(items.filter(isNumbered).indexOf(item) + 1);
}
