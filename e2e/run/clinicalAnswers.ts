// Reads the answers of the clinical command in item order. Refuses to guess: too few or too many places are
// a mistake, an empty place is a missing answer.
import { type Instrument, type Item, optionsOf } from '../../shared/measures/instrument.ts';
import type { Answers } from '../../shared/measures/score.ts';

/** A mistake of the caller, told in one sentence. */
export class UsageError extends Error {}

/** Item ids of each accepted list, longest first: with and without the items that are not added up. */
export function acceptedOrders(instrument: Instrument): (readonly string[])[] {
  const all = instrument.items.map(({ id }) => id);
  const scored = instrument.items.filter((item) => item.scored).map(({ id }) => id);
  const more = instrument.id === 'BAM' ? [bamWithGap(all), all.filter((id) => !/^7[A-G]$/.test(id)), all.filter((id) => !/^7[B-G]$/.test(id)).map((id) => (id === '7A' ? '' : id)), scored] : [];
  const orders = [all, ...more, scored];
  return orders.filter((order, index) => orders.findIndex((other) => other.length === order.length) === index);
}

// The printed form numbers question 7 itself; its place holds nothing.
function bamWithGap(all: readonly string[]): string[] {
  return all.flatMap((id) => (id === '7A' ? ['', id] : [id]));
}

function value(instrument: Instrument, item: Item, text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-' || /^(na|n\/a|null|missing)$/i.test(trimmed)) return null;
  if (item.answer.kind === 'text') return trimmed;
  if (/^[+-]?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  const word = trimmed.toLowerCase();
  const named = optionsOf(instrument, item).find(({ label }) => label.toLowerCase() === word || (word.length === 1 && 'yn'.includes(word) && label.toLowerCase() === (word === 'y' ? 'yes' : 'no')));
  if (named === undefined) throw new UsageError(`"${trimmed}" is not an answer to item ${item.id} of ${instrument.id}.`);
  return named.score;
}

function byId(instrument: Instrument, key: string): Item {
  const wanted = key.trim().toLowerCase();
  const item = instrument.items.find(({ id, raw }) => id.toLowerCase() === wanted || raw?.name === wanted);
  if (item === undefined) throw new UsageError(`${instrument.id} has no item "${key.trim()}".`);
  return item;
}

/** "1,2,,3" in item order, or "1=2,7A=0" by item. */
export function readAnswers(instrument: Instrument, text: string): Answers {
  const places = text.split(/[,;]/);
  if (places.some((place) => place.includes('='))) {
    return Object.fromEntries(places.filter((place) => place.trim() !== '').map((place) => {
      const [key = '', ...rest] = place.split('=');
      const item = byId(instrument, key);
      return [item.id, value(instrument, item, rest.join('='))];
    }));
  }
  const orders = acceptedOrders(instrument);
  const order = orders.find(({ length }) => length === places.length);
  if (order === undefined) throw new UsageError(`${instrument.id} takes ${orders.map(({ length }) => length).toSorted((a, b) => a - b).join(' or ')} answers, separated by commas; ${places.length} were given.`);
  const answers: Record<string, number | string | null> = {};
  for (const [index, id] of order.entries()) {
    const place = places[index] ?? '';
    const item = instrument.items.find((candidate) => candidate.id === id);
    if (item !== undefined) answers[id] = value(instrument, item, place);
    else if (place.trim() !== '') throw new UsageError(`Question 7 of ${instrument.id} has no answer of its own; leave its place empty and use 7A to 7G.`);
  }
  // Five answers of the PC-PTSD-5 are given by someone who has said yes to the first question.
  return instrument.items.some((item) => item.id === 'exposure') && !order.includes('exposure') ? { exposure: 1, ...answers } : answers;
}
