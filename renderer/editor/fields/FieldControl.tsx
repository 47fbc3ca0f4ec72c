// Chooses the control of a field by the kind of its value. Refuses a value whose kind is not the
// template's: the note shows such a field as text, unchanged.
import type { FieldValue } from '../../../shared/notes/document.ts';
import { rowsOf, tableOf, withRows } from '../../../shared/notes/presetTables.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';
import { ChecklistField } from './ChecklistField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { MultiChoiceField } from './MultiChoiceField.tsx';
import { ScaleField } from './ScaleField.tsx';
import { ScoreField } from './ScoreField.tsx';
import { TableField } from './TableField.tsx';
import { DateBox, NumberField, ShortTextField, TimeBox } from './TextControls.tsx';
import { fromAnswer, toAnswer } from './typedAnswer.ts';

type FieldControlProps = { field: TemplateField; value: FieldValue; labelId: string; onChange: (value: FieldValue) => void };

/** The control for a field. */
export function FieldControl({ field, value, labelId, onChange }: FieldControlProps) {
  if (field.kind === 'scale' && value.kind === 'scale') return <ScaleField field={field} answer={toAnswer(value)} labelId={labelId} onChange={(next) => onChange(fromAnswer('scale', next))} />;
  if (field.kind === 'number' && value.kind === 'number') return <NumberField field={field} answer={toAnswer(value)} labelId={labelId} onChange={(next) => onChange(fromAnswer('number', next))} />;
  if (field.kind === 'shortText' && value.kind === 'shortText') return <ShortTextField field={field} value={value.value} labelId={labelId} onChange={(next) => onChange({ kind: 'shortText', value: next })} />;
  if (field.kind === 'choice' && value.kind === 'choice') return <ChoiceField field={field} value={value.value} labelId={labelId} onChange={(next) => onChange({ kind: 'choice', value: next })} />;
  if (field.kind === 'multiChoice' && value.kind === 'multiChoice') return <MultiChoiceField field={field} value={value.value} labelId={labelId} onChange={(next) => onChange({ kind: 'multiChoice', value: next })} />;
  if (field.kind === 'date' && value.kind === 'date') return <DateBox field={field} value={value.value} labelId={labelId} onChange={(next) => onChange({ kind: 'date', value: next })} />;
  if (field.kind === 'time' && value.kind === 'time') return <TimeBox field={field} value={value.value} labelId={labelId} onChange={(next) => onChange({ kind: 'time', value: next })} />;
  if (field.kind === 'checklist' && value.kind === 'checklist') return <ChecklistField field={field} value={value.value} labelId={labelId} onChange={(next) => onChange({ kind: 'checklist', value: next })} />;
  if (field.kind === 'instrumentScore' && value.kind === 'instrumentScore') return <ScoreField field={field} value={value} labelId={labelId} onChange={onChange} />;
  const table = field.kind === value.kind ? tableOf(field) : null;
  const rows = rowsOf(value);
  if (table !== null && rows !== null) return <TableField field={table} value={[...rows]} labelId={labelId} onChange={(next) => onChange(withRows(value, next))} />;
  return <span className="quiet">{JSON.stringify(value.value)}</span>;
}
