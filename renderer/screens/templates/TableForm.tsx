// The table of an own template: its columns, what a row is called, and how many there are. Refuses rules of its own:
// shared/notes decides.
import { useState } from 'react';
import { addColumn, changeColumn, COLUMN_KINDS, moveColumn, newColumn, removeColumn, type ColumnKind, type TableField } from '../../../shared/notes/ownTable.ts';
import { changeField } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateColumn } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { columnKindLabels } from '../../../shared/text/en/templates.ts';
import { Button } from '../../ui/Button.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { focusPart, namePart, neighbourOf } from './focusPart.ts';
import { LineBox } from './LineBox.tsx';
import { OptionLines } from './OptionLines.tsx';
import { PartMoves } from './PartMoves.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;
type FormProps = { readonly field: TableField; readonly edits: TemplateEdits; readonly say: (sentence: string) => void; readonly onTyped: () => void };

function ColumnForm({ field, column, edits, onTyped }: FormProps & { column: TemplateColumn }) {
  const name = `${field.id}-${column.id}`;
  const change = (next: TemplateColumn) => edits.apply((template) => changeColumn(template, field.id, next));
  return (
    <details>
      <summary className="template-part__summary"><span>{column.label}</span> <span className="quiet small template-part__kind">{columnKindLabels[column.kind]}</span></summary>
      <div className="stack template-part__form" role="group" aria-label={t.column(column.label)}>
        <LineBox name={`${name}-label`} label={t.columnLabel} value={column.label} maxLength={120} onHold={edits.hold} onTyped={onTyped} onTake={(label) => change({ ...column, label: label.trim() })} />
        <LineBox name={`${name}-hint`} label={t.columnHint} value={column.hint} maxLength={200} onHold={edits.hold} onTyped={onTyped} onTake={(hint) => change({ ...column, hint: hint.trim() })} />
        {column.kind === 'choice' ? <OptionLines name={`${name}-options`} label={t.options} options={column.options ?? []} edits={edits} onTyped={onTyped} onTake={(options) => change({ ...column, options })} /> : null}
      </div>
    </details>
  );
}

/** What was typed as a count; NaN, which no template takes, for anything else. */
function countOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

export function TableForm(props: FormProps) {
  const { field, edits, say, onTyped } = props;
  const [kind, setKind] = useState<ColumnKind>('text');
  const change = (next: TableField) => edits.apply((template) => changeField(template, next));
  const partOf = (column: Pick<TemplateColumn, 'id'>) => `column:${field.id}:${column.id}`;
  const move = (column: TemplateColumn, to: number) => () => { if (edits.apply((template) => moveColumn(template, field.id, column.id, to))) say(t.moved(column.label, to + 1)); };
  const add = () => { if (edits.apply((template) => addColumn(template, field.id, kind))) namePart(partOf(newColumn(field.columns, kind))); };
  const remove = (column: TemplateColumn, index: number) => () => {
    const next = neighbourOf(field.columns, index);
    if (!edits.apply((template) => removeColumn(template, field.id, column.id))) return;
    say(t.removed(column.label));
    if (next) focusPart(partOf(next));
  };
  return (
    <div className="stack" role="group" aria-label={t.columns}>
      <p className="small strong">{t.columns}</p>
      <ul className="template-parts template-parts--fields">{field.columns.map((column, index) => (
        <li key={column.id} className="template-part template-part--field" data-part={partOf(column)}>
          <PartMoves name={column.label} onUp={index === 0 ? null : move(column, index - 1)} onDown={index === field.columns.length - 1 ? null : move(column, index + 1)} onRemove={remove(column, index)}><ColumnForm {...props} column={column} /></PartMoves>
        </li>
      ))}</ul>
      <div className="template-part__add">
        <SelectField name={`${field.id}-columnKind`} label={t.columnKind} value={kind} choices={choicesOf(COLUMN_KINDS, columnKindLabels)} onChange={setKind} />
        <Button small onClick={add}>{t.addColumn}</Button>
      </div>
      <LineBox name={`${field.id}-rowLabel`} label={t.rowLabel} value={field.rowLabel} maxLength={60} onHold={edits.hold} onTyped={onTyped} onTake={(rowLabel) => change({ ...field, rowLabel: rowLabel.trim() })} />
      <div className="template-part__pair">
        <LineBox name={`${field.id}-minRows`} label={t.minRows} value={String(field.minRows)} maxLength={4} onHold={edits.hold} onTyped={onTyped} onTake={(rows) => change({ ...field, minRows: countOf(rows) })} />
        <LineBox name={`${field.id}-maxRows`} label={t.maxRows} value={String(field.maxRows)} maxLength={4} onHold={edits.hold} onTyped={onTyped} onTake={(rows) => change({ ...field, maxRows: countOf(rows) })} />
      </div>
    </div>
  );
}
