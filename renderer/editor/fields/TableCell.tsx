// One cell of a table, by the kind of its column. Refuses to correct: a number outside
// the column's range stays in the box and in the note as it was typed.
import './select.css';
import { LocalDate } from '../../../shared/dates.ts';
import type { TableRow } from '../../../shared/notes/document.ts';
import type { TemplateColumn } from '../../../shared/notes/template.ts';
import { columnRule } from '../../../shared/notes/typedNumber.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { NativeBox } from './NativeBox.tsx';
import { NumberBox } from './NumberBox.tsx';
import { TextBox } from './TextBox.tsx';

export type CellValue = TableRow['cells'][string];
type CellProps = { column: TemplateColumn; value: CellValue; onChange: (value: CellValue) => void; labelId: string; name: string };

const CELL_MAX = 4000;

function TextCell({ column, value, onChange, name }: CellProps) {
  return <TextBox value={typeof value === 'string' ? value : ''} max={CELL_MAX} placeholder={column.hint} name={name} onChange={(text) => onChange(text === '' ? null : text)} />;
}

/** The control of one cell. */
export function TableCell(props: CellProps) {
  const { column, value, onChange, name } = props;
  switch (column.kind) {
    case 'percent': case 'scale': case 'number': {
      const rule = columnRule(column);
      return rule === null ? null : <NumberBox rule={rule} unit={column.kind === 'percent' ? notesText.field.percent : column.kind === 'scale' ? notesText.field.ofTen : ''} value={value} onChange={onChange} name={name} />;
    }
    case 'date':
      return <NativeBox type="date" name={name} value={typeof value === 'string' ? value : null} onChange={(text) => onChange(LocalDate.safeParse(text).success ? text : null)} />;
    case 'choice':
      return (
        <select className="box box--select" aria-label={name} data-stop="control" value={typeof value === 'string' ? value : ''} data-empty={value === null || undefined} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
          <option value="">{notesText.field.choose}</option>
          {(column.options ?? []).map((option) => <option key={option.id} value={option.id}>{option.label}</option>)}
        </select>
      );
    default:
      return <TextCell {...props} />;
  }
}
