// The kinds of timeline event and their extra fields, as reviewed data. Refuses fields it does not know.
import { z } from 'zod';
import data from '../../resources/continuum/events.json' with { type: 'json' };
import { AppError } from '../errors.ts';
import { TIMELINE_EVENT_TYPES, TimelineEventType } from './episode.ts';

const Option = z.strictObject({ id: z.string().max(40), label: z.string().max(80) });
export const EventField = z.strictObject({ id: z.string().max(40), label: z.string().max(80), kind: z.enum(['text', 'number', 'yesNo', 'date', 'choice']), options: z.array(Option).optional() });
export type EventField = z.infer<typeof EventField>;

export const EventTypeInfo = z.strictObject({
  type: TimelineEventType,
  label: z.string().max(60),
  group: z.enum(['entry', 'movement', 'medicine', 'test', 'use', 'life', 'plan', 'discharge', 'contact']),
  /** False where a command of its own writes the event together with the change it records. */
  byHand: z.boolean(),
  fields: z.array(EventField).max(20),
});
export type EventTypeInfo = z.infer<typeof EventTypeInfo>;

const parsed = z.array(EventTypeInfo).length(TIMELINE_EVENT_TYPES.length).parse(data);
const byType = new Map(parsed.map((info) => [info.type, info]));

/** Every event type in the order of the reference. */
export function allEventTypes(): readonly EventTypeInfo[] {
  return parsed;
}

/** Facts of one event type. */
export function eventTypeInfo(type: TimelineEventType): EventTypeInfo {
  const info = byType.get(type);
  if (info === undefined) throw new TypeError(`events.json lacks ${type}`);
  return info;
}

/** Label of an event type: "Return to use". */
export function eventLabel(type: TimelineEventType): string {
  return eventTypeInfo(type).label;
}

/** Throws BAD_REQUEST when a field is unknown for the type or holds the wrong kind of value. */
export function checkEventFields(type: TimelineEventType, fields: Readonly<Record<string, string | number | boolean | null>>): void {
  const known = new Map(eventTypeInfo(type).fields.map((field) => [field.id, field]));
  for (const [name, value] of Object.entries(fields)) {
    const field = known.get(name);
    if (field === undefined || (value !== null && !fits(field, value))) throw new AppError('BAD_REQUEST', { field: name });
  }
}

function fits(field: EventField, value: string | number | boolean): boolean {
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'yesNo':
      return typeof value === 'boolean';
    case 'choice':
      return (field.options ?? []).some((option) => option.id === value);
    default:
      return typeof value === 'string';
  }
}
