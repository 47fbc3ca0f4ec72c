// What can be found of measures and of the clinical record, as plain text. Refuses numbers without words, and entries
// that were made in error.
import { CLINICAL_LIST_NAMES } from '../clinical/clinicalCommand.ts';
import { entryLine, type EntryOf } from '../clinical/entryLines.ts';
import type { ClinicalList, ClinicalRecord } from '../clinical/clinicalRecord.ts';
import { LocalDate } from '../dates.ts';
import { findInstrument } from '../measures/loadInstruments.ts';
import type { Measure } from '../measures/measure.ts';
import { searchText } from '../text/en/search.ts';
import type { SearchEntry } from './search.ts';

/** Its name, and the words that someone wrote in it. */
export function measureEntries(measure: Measure): SearchEntry[] {
  if (measure.enteredInError) return [];
  const instrument = findInstrument(measure.instrumentId);
  const words = Object.values(measure.answers).filter((answer): answer is string => typeof answer === 'string');
  const text = [instrument?.title ?? '', measure.instrumentId, ...words, measure.note, measure.administrator].filter((part) => part.trim() !== '').join('\n');
  return [{ kind: 'measure', clientId: measure.clientId, recordId: measure.id, part: null, date: measure.date, title: instrument?.title ?? measure.instrumentId, text }];
}

/** The day an entry is about, by whichever field its list has; else the day it was written. */
function dayOf(entry: EntryOf<ClinicalList>): LocalDate {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  for (const name of ['date', 'start', 'given', 'lastUse']) {
    const day = LocalDate.safeParse(fields[name]);
    if (day.success) return day.data;
  }
  return LocalDate.parse(entry.recordedAt.slice(0, 10));
}

/** Fields in which a person writes words; codes, days and names of writers are none. */
const WRITTEN = ['note', 'text', 'plan', 'detail', 'what', 'prescriber', 'product', 'strength', 'dose', 'frequency', 'site', 'substance', 'amountPerDay', 'longestAbstinence', 'previousTreatment', 'withdrawalHistory', 'obstetricContact', 'kitLot', 'where', 'number'] as const;

function writtenWords(entry: EntryOf<ClinicalList>, shown: string): string[] {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  return WRITTEN.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' && value.trim() !== '' && !shown.includes(value) ? [value] : [];
  });
}

/** What the list shows of an entry, and what else was written in it. */
function withWritten(entry: EntryOf<ClinicalList>, shown: string): string {
  return [shown, ...writtenWords(entry, shown)].join('\n');
}

function listEntries<L extends ClinicalList>(record: ClinicalRecord, recordId: string, list: L): SearchEntry[] {
  // The element type of a list that is named by a parameter is lost in the union of all lists.
  const entries = record[list] as readonly EntryOf<L>[];
  return entries.filter(({ enteredInError }) => !enteredInError).map((entry) => {
    const day = dayOf(entry);
    const { title, facts } = entryLine(list, entry, day);
    return { kind: 'health', clientId: record.clientId, recordId, part: { of: 'entry', id: entry.id }, date: day, title, text: withWritten(entry, [title, ...facts].join('\n')) };
  });
}

/** Each entry by itself, and why a finding of the checks was left to stand: that stands with the client's record. */
export function clinicalEntries(record: ClinicalRecord, recordId: string): SearchEntry[] {
  const seen = record.acknowledgements.map(({ id, at, why, who, ruleId }): SearchEntry => ({ kind: 'client', clientId: record.clientId, recordId, part: { of: 'acknowledgement', id }, date: at.slice(0, 10), title: searchText.acknowledgedTitle, text: `${why}\n${who}\n${ruleId}` }));
  const { reason } = record.withdrawal;
  const withdrawal: SearchEntry[] = reason.trim() === '' ? [] : [{ kind: 'health', clientId: record.clientId, recordId, part: { of: 'withdrawal', id: 'withdrawal' }, date: record.withdrawal.notIndicatedOn ?? record.withdrawal.stabilisedOn, title: searchText.withdrawalTitle, text: reason }];
  return [...CLINICAL_LIST_NAMES.flatMap((list) => listEntries(record, recordId, list)), ...withdrawal, ...seen];
}
