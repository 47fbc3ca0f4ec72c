// Tables whose columns are the same in every template: drug-test panel, medications, objectives with a
// progress rating, risk check. Refuses to be laid out by a template, so that their answers can be read anywhere.
import { ANALYTES, TEST_RESULTS } from '../clinical/drugTest.ts';
import { MEDICATION_KINDS } from '../clinical/medication.ts';
import { progressRatingLabels, riskKindLabels, riskLevelLabels } from '../text/en/clinical.ts';
import { analyteLabels, medicationKindLabels, testResultLabels } from '../text/en/clinicalRecord.ts';
import { presetTableText as words } from '../text/en/templates.ts';
import type { FieldValue, TableRow } from './document.ts';
import { PROGRESS_RATINGS, RISK_KINDS, RISK_LEVELS } from './note.ts';
import type { TemplateColumn, TemplateField, TemplateOption } from './template.ts';

export const PRESET_KINDS = ['drugTest', 'medication', 'objectives', 'riskCheck'] as const;
export type PresetKind = (typeof PRESET_KINDS)[number];
export type TableTemplateField = Extract<TemplateField, { kind: 'table' }>;

function options<T extends string>(ids: readonly T[], labels: Readonly<Record<T, string>>): TemplateOption[] {
  return ids.map((id) => ({ id, label: labels[id] }));
}

const column = (id: string, label: string, kind: TemplateColumn['kind'], hint = ''): TemplateColumn => ({ id, label, hint, kind });
const choice = (id: string, label: string, list: TemplateOption[]): TemplateColumn => ({ id, label, hint: '', kind: 'choice', options: list });

// Not asked is what an absent row says.
const ASKED_LEVELS = RISK_LEVELS.filter((level) => level !== 'not_asked');

const PRESETS: Readonly<Record<PresetKind, Pick<TableTemplateField, 'columns' | 'rowLabel' | 'minRows' | 'maxRows'>>> = {
  drugTest: {
    rowLabel: words.drugTest.row, minRows: 1, maxRows: 40,
    columns: [choice('substance', words.drugTest.substance, options(ANALYTES, analyteLabels)), column('name', words.drugTest.name, 'text'), choice('result', words.drugTest.result, options(TEST_RESULTS, testResultLabels)), column('value', words.drugTest.value, 'text')],
  },
  medication: {
    rowLabel: words.medication.row, minRows: 1, maxRows: 20,
    columns: [choice('kind', words.medication.kind, options(MEDICATION_KINDS, medicationKindLabels)), column('product', words.medication.product, 'text'), column('dose', words.medication.dose, 'text', words.medication.doseHint), column('last_taken', words.medication.lastTaken, 'date'), column('missed_7', words.medication.missed, 'number'), column('next_due', words.medication.nextDue, 'date')],
  },
  objectives: {
    rowLabel: words.objectives.row, minRows: 1, maxRows: 60,
    columns: [column('number', words.objectives.number, 'text', words.objectives.numberHint), choice('rating', words.objectives.rating, options(PROGRESS_RATINGS, progressRatingLabels)), column('comment', words.objectives.comment, 'longText')],
  },
  riskCheck: {
    rowLabel: words.riskCheck.row, minRows: 1, maxRows: 10,
    columns: [choice('risk', words.riskCheck.risk, options(RISK_KINDS, riskKindLabels)), choice('level', words.riskCheck.level, options(ASKED_LEVELS, riskLevelLabels)), column('action', words.riskCheck.action, 'longText')],
  },
};

function isPreset(kind: string): kind is PresetKind {
  return PRESET_KINDS.some((known) => known === kind);
}

const tables = new WeakMap<TemplateField, TableTemplateField>();

/** The field as a table, its columns put in; null for a field that is no table. The same object each time, for one field. */
export function tableOf(field: TemplateField): TableTemplateField | null {
  if (field.kind === 'table') return field;
  if (!isPreset(field.kind)) return null;
  const known = tables.get(field);
  if (known !== undefined) return known;
  const { id, label, prompt, required } = field;
  const made: TableTemplateField = { id, label, prompt, required, kind: 'table', ...PRESETS[field.kind] };
  tables.set(field, made);
  return made;
}

/** The rows of a value that is a table of any kind; null for all others. */
export function rowsOf(value: FieldValue): readonly TableRow[] | null {
  return value.kind === 'table' || value.kind === 'drugTest' || value.kind === 'medication' || value.kind === 'objectives' || value.kind === 'riskCheck' ? value.value : null;
}

/** The same kind of table with other rows; a value that is no table stays as it is. */
export function withRows(value: FieldValue, rows: readonly TableRow[]): FieldValue {
  return rowsOf(value) === null ? value : ({ ...value, value: [...rows] } as FieldValue);
}
