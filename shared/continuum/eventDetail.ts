// What was filled in at an event, in words. Refuses what was left empty.
import { formatDay } from '../text/days.ts';
import { episodeText } from '../text/en/episode.ts';
import { LocalDate } from '../dates.ts';
import { LevelOfCare, type EpisodeEvent } from './episode.ts';
import { eventTypeInfo, type EventField } from './eventTypes.ts';
import { levelName } from './levels.ts';
import { reasonLabel } from './reasons.ts';

const t = episodeText.events;

function valueText(field: EventField, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return String(value);
  const level = LevelOfCare.safeParse(value);
  if (level.success && ['level', 'from', 'to'].includes(field.id)) return levelName(level.data);
  if (field.id === 'reasons') return value.split(', ').map(reasonLabel).join('; ');
  if (field.kind === 'choice') return field.options?.find((option) => option.id === value)?.label ?? value;
  const day = field.kind === 'date' ? LocalDate.safeParse(value) : undefined;
  return day?.success ? formatDay(day.data) : value;
}

/** "From: IOP. Reasons: goals met." */
export function eventDetail(event: EpisodeEvent): string {
  return eventTypeInfo(event.type).fields.flatMap((field) => {
    const value = event.fields[field.id];
    return value === undefined || value === null || value === '' || value === false ? [] : [`${field.label}: ${valueText(field, value)}`];
  }).join('. ');
}
