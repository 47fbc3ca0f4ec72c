// Answers written as a list, as on paper. Refuses to guess: a list of any other length means nothing.
import type { Instrument } from './instrument.ts';

/** Whoever answers no to the first question is asked nothing more. */
const ONLY_EXPOSURE = [['exposure']];

/** Item ids of each accepted list: all items, and without those that are not added up; '' is a place that holds nothing. */
export function acceptedOrders(instrument: Instrument): (readonly string[])[] {
  const all = instrument.items.map(({ id }) => id);
  const scored = instrument.items.filter((item) => item.scored).map(({ id }) => id);
  const orders = [all, ...(instrument.id === 'BAM' ? bamOrders(all) : []), scored, ...(instrument.id === 'PC-PTSD-5' ? ONLY_EXPOSURE : [])];
  return orders.filter((order, index) => orders.findIndex((other) => other.length === order.length) === index);
}

// The printed form numbers question 7 itself, which has no answer of its own, and many leave its details out.
function bamOrders(all: readonly string[]): string[][] {
  const without = all.filter((id) => !/^7[A-G]$/.test(id));
  const gap = (order: readonly string[]): string[] => order.flatMap((id) => (id === '6' ? [id, ''] : [id]));
  return [gap(all), without, gap(without)];
}

/** The list's answers by item id; null when its length fits no order or a place that holds nothing is filled. */
export function answersInOrder<T>(instrument: Instrument, list: readonly T[], isEmpty: (value: T) => boolean): Record<string, T | 1> | null {
  const order = acceptedOrders(instrument).find(({ length }) => length === list.length);
  if (order === undefined) return null;
  const answers: Record<string, T | 1> = {};
  for (const [index, value] of list.entries()) {
    const id = order[index] ?? '';
    if (id !== '') answers[id] = value;
    else if (!isEmpty(value)) return null;
  }
  // Five answers of the PC-PTSD-5 are given by someone who has said yes to the first question.
  return instrument.id === 'PC-PTSD-5' && !order.includes('exposure') ? { exposure: 1, ...answers } : answers;
}
