// Reads the answers of the clinical command in item order. Refuses to guess: too few or too many places are
// a mistake, an empty place is a missing answer.
import { acceptedOrders, answersInOrder } from '../../shared/measures/answerOrders.ts';
import { answerFromWords } from '../../shared/measures/answerWords.ts';
import type { Instrument, Item } from '../../shared/measures/instrument.ts';
import type { Answers } from '../../shared/measures/score.ts';

/** A mistake of the caller, told in one sentence. */
export class UsageError extends Error {}

function value(instrument: Instrument, item: Item, text: string): number | string | null {
  const read = answerFromWords(instrument, item, text);
  if (read === undefined) throw new UsageError(`"${text.trim()}" is not an answer to item ${item.id} of ${instrument.id}.`);
  return read;
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
    const answers = new Map<string, number | string | null>();
    for (const place of places.filter((one) => one.trim() !== '')) {
      const [key = '', ...rest] = place.split('=');
      const item = byId(instrument, key);
      if (answers.has(item.id)) throw new UsageError(`Item ${item.id} of ${instrument.id} is answered twice.`);
      answers.set(item.id, value(instrument, item, rest.join('=')));
    }
    return Object.fromEntries(answers);
  }
  const lengths = acceptedOrders(instrument).map(({ length }) => length).toSorted((a, b) => a - b);
  if (!lengths.includes(places.length)) throw new UsageError(`${instrument.id} takes ${lengths.join(' or ')} answers, separated by commas; ${places.length} were given.`);
  const listed = answersInOrder(instrument, places, (place) => place.trim() === '');
  if (listed === null) throw new UsageError(`Question 7 of ${instrument.id} has no answer of its own; leave its place empty and use 7A to 7G.`);
  return Object.fromEntries(Object.entries(listed).map(([id, place]) => [id, value(instrument, byId(instrument, id), String(place))]));
}
