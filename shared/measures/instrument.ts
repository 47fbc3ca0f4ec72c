// An instrument as reviewed data: items, allowed answers, subscales, bands, skips, alerts, schedule and
// licence. Refuses arithmetic: score.ts counts. A form whose wording may not be included holds topics only.
import { z } from 'zod';
import { optionalLine, requiredLine } from '../strings.ts';

const ItemId = z.string().regex(/^[0-9A-Za-z]{1,12}$/);

export const Option = z.strictObject({ score: z.number().int().min(0).max(99), label: requiredLine(160) });
export type Option = z.infer<typeof Option>;

const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('options'), options: z.array(Option).min(2).max(12).optional(), set: z.string().max(40).optional() }),
  z.strictObject({ kind: z.literal('scale'), min: z.number().int(), max: z.number().int(), low: optionalLine(60), high: optionalLine(60) }),
  z.strictObject({ kind: z.literal('number'), min: z.number(), max: z.number(), unit: optionalLine(40) }),
  z.strictObject({ kind: z.literal('text'), max: z.number().int().min(1).max(4000) }),
]);

/** A measured value from which the option score follows, such as the pulse of COWS item 1. */
const Raw = z.strictObject({ name: z.string().max(20), label: requiredLine(60), unit: requiredLine(40), min: z.number(), max: z.number(), steps: z.array(z.strictObject({ upTo: z.number().nullable(), score: z.number().int() })).min(2).max(10) });

const Item = z.strictObject({ id: ItemId, text: requiredLine(600), help: optionalLine(300), scored: z.boolean(), needed: z.literal(true).optional(), answer: Answer, raw: Raw.optional() });
export type Item = z.infer<typeof Item>;

/** Cut-offs that a clinic may set; the data names them, `ScoreSettings` holds their values. */
export const CUT_NAMES = ['ptsdCut', 'bamUse', 'bamRisk', 'bamProtective'] as const;
export type CutName = (typeof CUT_NAMES)[number];
const Bound = z.union([z.number(), z.enum(CUT_NAMES)]);

const Condition = z.strictObject({ item: ItemId.optional(), subscale: z.string().max(40).optional(), total: z.literal(true).optional(), atLeast: Bound.optional(), atMost: Bound.optional() });
export type Condition = z.infer<typeof Condition>;

/** `set` overrules an answer, `fill` only an empty one, `blank` empties it. */
const Skip = z.strictObject({ item: ItemId, equals: z.number(), set: z.record(ItemId, z.number()), fill: z.record(ItemId, z.number()), blank: z.array(ItemId) });

const Alert = z.strictObject({ id: z.string().max(30), severity: z.enum(['info', 'warn', 'alert']), text: requiredLine(300), any: z.array(Condition).min(1) });

export const SCHEDULE_MOMENTS = ['intake', 'repeat', 'discharge', 'session', 'withdrawal', 'induction', 'item9', 'crisis', 'transition', 'diagnosisReview'] as const;

export const Instrument = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/),
  version: z.number().int().min(1),
  title: requiredLine(120),
  shortTitle: requiredLine(40),
  aliases: z.array(z.string().max(60)),
  administered: z.array(z.enum(['self', 'interview'])).min(1),
  /** False for own wording that no study has tested. */
  validated: z.boolean(),
  /** `notBundled`: item texts are topics; the clinic holds the form itself. */
  wording: z.enum(['bundled', 'notBundled']),
  /** `confirmed` is false where the statement was not checked against its source. */
  licence: z.strictObject({ note: requiredLine(400), confirmed: z.boolean() }),
  source: requiredLine(200),
  timeframe: requiredLine(120),
  stem: optionalLine(300),
  /** Never on a handout. */
  sensitive: z.boolean(),
  optionSets: z.record(z.string().max(40), z.array(Option).min(2).max(12)).optional(),
  items: z.array(Item).min(1).max(60),
  subscales: z.array(z.strictObject({ id: z.string().max(40), label: requiredLine(60), items: z.array(ItemId).min(1), min: z.number(), max: z.number() })),
  /** Single items with a line of their own over time; `skippedIs` is what an earlier answer says of one that was not asked. */
  followed: z.array(z.strictObject({ item: ItemId, label: requiredLine(60), skippedIs: z.number().int() })).optional(),
  /** Null where the parts are never added up. */
  total: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
  /** From the lowest up; a total belongs to the last band it reaches. */
  bands: z.array(z.strictObject({ name: requiredLine(40), min: Bound })),
  /** For forms without a total: the first step whose condition holds; `needs` must be answered before it may be said. */
  triage: z.array(z.strictObject({ band: requiredLine(40), any: z.array(Condition), needs: z.array(ItemId) })),
  skips: z.array(Skip),
  alerts: z.array(Alert),
  /** Smallest change worth a word. */
  change: z.strictObject({ meaningful: z.number(), text: requiredLine(300), confirmed: z.boolean() }).nullable(),
  schedule: z.array(z.strictObject({ at: z.enum(SCHEDULE_MOMENTS), everyDays: z.number().int().min(1).optional(), everyHours: z.number().int().min(1).optional() })),
});
export type Instrument = z.infer<typeof Instrument>;

/** True for a form whose answers can call for a talk about safety (CLINICAL B.6, R-SUI1), whatever was answered. */
export function asksAboutSafety({ alerts }: Instrument): boolean {
  return alerts.some(({ id }) => id === 'R-SUI1');
}

/** The choices of an item; empty for scales, numbers and words. */
export function optionsOf(instrument: Instrument, item: Item): readonly Option[] {
  if (item.answer.kind !== 'options') return [];
  return item.answer.options ?? (item.answer.set === undefined ? [] : instrument.optionSets?.[item.answer.set] ?? []);
}

/** What may be answered, in words for a refusal: "0, 1, 3 or 5". */
export function allowedValues(instrument: Instrument, item: Item): string {
  const { answer, raw } = item;
  if (answer.kind === 'text') return `up to ${answer.max} characters`;
  if (answer.kind === 'scale' || answer.kind === 'number') return `${answer.min} to ${answer.max}`;
  const scores = optionsOf(instrument, item).map((option) => String(option.score));
  const listed = scores.length < 2 ? scores.join('') : `${scores.slice(0, -1).join(', ')} or ${scores.at(-1)}`;
  return raw === undefined ? listed : `${listed}, or ${raw.label.toLowerCase()} from ${raw.min} to ${raw.max}`;
}
