// Counts an administration of any instrument. Refuses answers that the form does not offer, and refuses
// to guess: while a scored item is missing there is no total (CLINICAL C, engine contract).
import { AppError } from '../errors.ts';
import { allowedValues, type Condition, type CutName, type Instrument, type Item, optionsOf } from './instrument.ts';

/** Answers by item id: the score of the chosen option, a number or own words; null or absent is unanswered. */
export type Answers = Readonly<Record<string, number | string | null | undefined>>;
export type ScoreSettings = Readonly<Record<CutName, number>>;

/** CLINICAL C.4 (4, or 3 by setting) and C.5 (clinician-guide cut-offs). */
export const DEFAULT_CUTS: ScoreSettings = { ptsdCut: 4, bamUse: 1, bamRisk: 12, bamProtective: 12 };

export type Score = {
  readonly total: number | null;
  readonly subscales: Readonly<Record<string, number | null>>;
  readonly band: string | null;
  /** Ids of what needs attention; the words are in the instrument's data. */
  readonly alerts: readonly string[];
  /** Scored items without an answer, in the form's order. */
  readonly missing: readonly string[];
  /** Items whose answer followed from another one: "5=0", or "7A" emptied. */
  readonly skipped: readonly string[];
};

type Numbers = Map<string, number>;

/**
 * Scores answers. Throws BAD_REQUEST with `facts` {instrument, item, allowed} for an answer that the
 * item does not offer and {instrument, item} for an unknown item.
 */
export function score(instrument: Instrument, answers: Answers, cuts: ScoreSettings = DEFAULT_CUTS): Score {
  const values = readAnswers(instrument, answers);
  const skipped = applySkips(instrument, values);
  const missing = instrument.items.filter((item) => (item.scored || item.needed === true) && !values.has(item.id)).map(({ id }) => id);
  const total = instrument.total === null || missing.length > 0 ? null : sum(instrument.items.filter(({ scored }) => scored).map(({ id }) => id), values);
  const subscales = Object.fromEntries(instrument.subscales.map(({ id, items }) => [id, sum(items, values)]));
  const holds = (condition: Condition): boolean => isMet(condition, { values, total, subscales, cuts });
  return {
    total, subscales, missing, skipped,
    band: total === null ? triageBand(instrument, values, holds) : bandOf(instrument, total, cuts),
    alerts: instrument.alerts.filter(({ any }) => any.some(holds)).map(({ id }) => id),
  };
}

/** Checks one answer; the score it stands for, or null when it is empty or only words. Throws as `score` does. */
export function answerScore(instrument: Instrument, item: Item, answer: number | string | null | undefined): number | null {
  if (answer === null || answer === undefined || answer === '') return null;
  const refuse = (): never => {
    throw new AppError('BAD_REQUEST', { instrument: instrument.id, item: item.id, allowed: allowedValues(instrument, item) });
  };
  const { kind } = item.answer;
  if (typeof answer === 'string') return kind === 'text' && answer.length <= item.answer.max ? null : refuse();
  if (kind === 'text' || !Number.isFinite(answer)) return refuse();
  if (kind === 'number') return answer >= item.answer.min && answer <= item.answer.max ? answer : refuse();
  if (kind === 'scale') return Number.isInteger(answer) && answer >= item.answer.min && answer <= item.answer.max ? answer : refuse();
  if (optionsOf(instrument, item).some((option) => option.score === answer)) return answer;
  return fromRaw(item, answer) ?? refuse();
}

// A pulse of 96 cannot be mistaken for an option: the smallest measured value lies above every option score.
function fromRaw({ raw }: Item, value: number): number | null {
  if (raw === undefined || value < raw.min || value > raw.max) return null;
  return raw.steps.find(({ upTo }) => upTo === null || value <= upTo)?.score ?? null;
}

function readAnswers(instrument: Instrument, answers: Answers): Numbers {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  const values: Numbers = new Map();
  for (const [id, answer] of Object.entries(answers)) {
    const item = items.get(id);
    if (item === undefined) throw new AppError('BAD_REQUEST', { instrument: instrument.id, item: id });
    const value = answerScore(instrument, item, answer);
    if (value !== null) values.set(id, value);
  }
  return values;
}

function applySkips(instrument: Instrument, values: Numbers): string[] {
  const skipped: string[] = [];
  for (const skip of instrument.skips.filter(({ item, equals }) => values.get(item) === equals)) {
    const given = [...Object.entries(skip.set), ...Object.entries(skip.fill).filter(([id]) => !values.has(id))];
    for (const [id, value] of given) {
      if (values.get(id) !== value) skipped.push(`${id}=${value}`);
      values.set(id, value);
    }
    for (const id of skip.blank) if (values.delete(id)) skipped.push(id);
  }
  return skipped;
}

function sum(ids: readonly string[], values: Numbers): number | null {
  let total = 0;
  for (const id of ids) {
    const value = values.get(id);
    if (value === undefined) return null;
    total += value;
  }
  return total;
}

type Facts = { readonly values: Numbers; readonly total: number | null; readonly subscales: Readonly<Record<string, number | null>>; readonly cuts: ScoreSettings };

function isMet(condition: Condition, { values, total, subscales, cuts }: Facts): boolean {
  const value = condition.item !== undefined ? values.get(condition.item) ?? null : condition.subscale !== undefined ? subscales[condition.subscale] ?? null : total;
  if (value === null) return false;
  const bound = (limit: number | CutName): number => (typeof limit === 'number' ? limit : cuts[limit]);
  return (condition.atLeast === undefined || value >= bound(condition.atLeast)) && (condition.atMost === undefined || value <= bound(condition.atMost));
}

/** The band a total belongs to; null where the form has none. */
export function bandOf(instrument: Instrument, total: number, cuts: ScoreSettings = DEFAULT_CUTS): string | null {
  return instrument.bands.findLast(({ min }) => total >= (typeof min === 'number' ? min : cuts[min]))?.name ?? null;
}

// A grave answer speaks even while others are missing; reassurance waits until all it needs was answered.
function triageBand(instrument: Instrument, values: Numbers, holds: (condition: Condition) => boolean): string | null {
  const step = instrument.triage.find(({ any }) => any.length === 0 || any.some(holds));
  return step !== undefined && step.needs.every((id) => values.has(id)) ? step.band : null;
}
