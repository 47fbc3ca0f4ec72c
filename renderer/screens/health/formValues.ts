// Between the boxes of a form and an entry of the clinical record. Refuses to guess: what is missing or
// cannot be is told by the name of its field.
import { ClinicalCommand } from '../../../shared/clinical/clinicalCommand.ts';
import type { ClinicalList } from '../../../shared/clinical/clinicalRecord.ts';
import { ANALYTES } from '../../../shared/clinical/drugTest.ts';
import type { LocalId } from '../../../shared/brand.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { healthText as t } from '../../../shared/text/en/health.ts';
import type { FieldErrors } from '../../ui/Notes.tsx';
import { dayOf } from '../record/dayInput.ts';
import type { FieldSpec, PanelValue, Value, Values } from './fields.ts';

type Row = { readonly substance: string; readonly name: string; readonly result: string; readonly value: string };

function emptyValue(spec: FieldSpec): Value {
  if (spec.kind === 'yesNo') return false;
  if (spec.kind === 'number' || spec.kind === 'yesNoUnknown' || spec.kind === 'choice') return null;
  return spec.kind === 'panel' ? {} : '';
}

function panelOf(rows: readonly Row[]): PanelValue {
  const otherName = rows.find(({ substance }) => substance === 'other')?.name;
  return { ...Object.fromEntries(rows.map(({ substance, result }) => [substance, result])), ...(otherName === undefined ? {} : { otherName }) };
}

/** What the boxes of a form hold at first: an entry's own values, or those of a new one. */
export function valuesOf(specs: readonly FieldSpec[], from: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(specs.map((spec) => {
    const value = from[spec.name];
    if (spec.kind === 'panel') return [spec.name, Array.isArray(value) ? panelOf(value as Row[]) : {}];
    return [spec.name, value === undefined || (value === null && spec.kind !== 'yesNoUnknown') ? emptyValue(spec) : value as Value];
  }));
}

function panelRows(panel: PanelValue, before: readonly Row[]): Row[] {
  return ANALYTES.flatMap((substance) => {
    const result = panel[substance];
    if (result === undefined || result === 'not_tested') return [];
    const old = before.find((row) => row.substance === substance);
    return [{ substance, name: substance === 'other' ? (panel.otherName ?? '').trim() : old?.name ?? '', value: old?.value ?? '', result }];
  });
}

function entryValue(spec: FieldSpec, value: Value, before: Readonly<Record<string, unknown>>): unknown {
  switch (spec.kind) {
    case 'day': return dayOf(String(value));
    case 'time': return value === '' ? null : value;
    case 'line': return String(value).trim();
    case 'choice': return value === 'none' && spec.none ? null : value;
    case 'panel': return panelRows(value as PanelValue, Array.isArray(before[spec.name]) ? before[spec.name] as Row[] : []);
    default: return value;
  }
}

function faultOf(spec: FieldSpec, value: Value, today: LocalDate): string | undefined {
  if (spec.kind === 'panel') {
    const rows = panelRows(value as PanelValue, []);
    // A result of "other" without a name says nothing to whoever reads it.
    return rows.length === 0 ? t.panelEmpty : rows.some(({ substance, name }) => substance === 'other' && name === '') ? t.otherUnnamed : undefined;
  }
  if (spec.required && (value === null || (typeof value === 'string' && value.trim() === ''))) return t.missing(spec.label);
  if (spec.kind === 'day' && spec.lived && typeof value === 'string' && value > today) return t.future(spec.label);
  if (spec.kind === 'number' && typeof value === 'number' && (value < spec.min || value > spec.max)) return t.range(spec.label, spec.min, spec.max);
  return undefined;
}

export type EntryForm = { readonly list: ClinicalList; readonly id: LocalId; readonly specs: readonly FieldSpec[]; readonly values: Values; readonly before: Readonly<Record<string, unknown>>; readonly today: LocalDate };

/** What is wrong by field name; empty where nothing is. */
export function faultsOf({ list, specs, values, today }: Omit<EntryForm, 'id' | 'before'>): FieldErrors {
  const faults = Object.fromEntries(specs.flatMap((spec) => { const fault = faultOf(spec, values[spec.name] ?? null, today); return fault === undefined ? [] : [[spec.name, fault]]; }));
  if (list === 'tests' && values['specimen'] === 'breath' && panelRows(values['panel'] as PanelValue, []).some(({ substance }) => substance !== 'alcohol')) return { panel: t.breathOnly, ...faults };
  return faults;
}

/** The command that puts the entry into the record; throws BAD_REQUEST for what the record cannot hold. */
export function putCommand({ list, id, specs, values, before }: EntryForm): ClinicalCommand {
  const entry = Object.fromEntries(specs.map((spec) => [spec.name, entryValue(spec, values[spec.name] ?? null, before)]));
  const parsed = ClinicalCommand.safeParse({ kind: 'put', list, entry: { ...entry, id } });
  if (!parsed.success) throw new AppError('BAD_REQUEST', { field: list });
  return parsed.data;
}

