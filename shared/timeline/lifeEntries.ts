// What is known of a client's life beside treatment, for the timeline: home, pregnancy, care elsewhere as spans; kits,
// use, triggers and skills as marks. Refuses to stretch the picture over a whole life: what lies long before treatment
// stays in the record.
import type { ClinicalList, ClinicalRecord } from '../clinical/clinicalRecord.ts';
import { valid } from '../clinical/entry.ts';
import { entryLine, type EntryOf } from '../clinical/entryLines.ts';
import { type Instant, LocalDate } from '../dates.ts';
import { timelineText } from '../text/en/timeline.ts';
import type { TimelineEntry, TimelineMark, TimelineSpan } from './model.ts';

const t = timelineText.life;
const SPANS = ['living', 'pregnancy', 'outsidePrescriptions'] as const;

/** Home, pregnancy and care elsewhere as spans, the earliest first; spans that do not overlap share a row. */
export function lifeSpans(record: ClinicalRecord, today: LocalDate): TimelineSpan[] {
  const spans = SPANS.flatMap((list) => valid<EntryOf<typeof list>>(record[list]).map((entry) => ({ id: `life-${entry.id}`, name: entryLine(list, entry, today).title, start: entry.start, end: entry.end })));
  const rows: (LocalDate | null)[] = [];
  return spans.toSorted((a, b) => a.start.localeCompare(b.start)).map((span) => {
    const free = rows.findIndex((last) => last !== null && last < span.start);
    const row = free === -1 ? rows.length : free;
    rows[row] = span.end;
    return { ...span, row };
  });
}

type Marked<L extends ClinicalList> = { readonly list: L; readonly entry: EntryOf<L>; readonly key: string; readonly mark: TimelineMark; readonly date: LocalDate | null; readonly title: string };

function entryOf<L extends ClinicalList>({ list, entry, key, mark, date, title }: Marked<L>, today: LocalDate): TimelineEntry[] {
  if (date === null) return [];
  return [{ id: `${key}-${entry.id}`, lane: 'health', mark, date, time: null, title, detail: [...entryLine(list, entry, today).facts, entry.note].filter((fact) => fact !== '').join('\n'), target: null }];
}

/** The same day of each year from `from` to `to`; the 29th of February only where there is one. */
function everyYear(day: LocalDate, from: LocalDate, to: LocalDate): LocalDate[] {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_none, index) => Number(from.slice(0, 4)) + index);
  return years.flatMap((year) => {
    const parsed = LocalDate.safeParse(`${String(year)}${day.slice(4)}`);
    return parsed.success && parsed.data >= from && parsed.data <= to ? [parsed.data] : [];
  });
}

/** Kits, last use and overdose of each substance, triggers and skills on the day they were written down. `dayOf`: the reader's day of an instant. */
export function lifeEntries(record: ClinicalRecord, today: LocalDate, dayOf: (instant: Instant) => LocalDate): TimelineEntry[] {
  return [
    ...valid(record.naloxoneKits).flatMap((entry) => entryOf({ list: 'naloxoneKits', entry, key: 'kit', mark: 'health', date: entry.given, title: t.kit(entry.product) }, today)),
    ...valid(record.substances).flatMap((entry) => {
      const { title } = entryLine('substances', entry, today);
      return [...entryOf({ list: 'substances', entry, key: 'use', mark: 'event', date: entry.lastUse, title: t.lastUse(title) }, today), ...entryOf({ list: 'substances', entry, key: 'overdose', mark: 'caution', date: entry.lastOverdose, title: t.overdose(title) }, today)];
    }),
    ...valid(record.triggers).flatMap((entry) => entryOf({ list: 'triggers', entry, key: 'trigger', mark: 'trigger', date: dayOf(entry.recordedAt), title: t.trigger(entry.text) }, today)),
    ...valid(record.coping).flatMap((entry) => entryOf({ list: 'coping', entry, key: 'skill', mark: 'health', date: dayOf(entry.recordedAt), title: t.skill(entry.text) }, today)),
  ];
}

/** Days that come back every year, such as the anniversary of a loss, inside the picture. */
export function yearlyEntries(record: ClinicalRecord, today: LocalDate, from: LocalDate, to: LocalDate): TimelineEntry[] {
  return valid(record.triggers).flatMap((entry) => (entry.yearly === undefined || entry.yearly === null || !entry.active ? [] : everyYear(entry.yearly, from, to)).flatMap((date) => entryOf({ list: 'triggers', entry, key: `yearly-${date}`, mark: 'trigger', date, title: t.hardDay(entry.text) }, today)));
}
