// One cell of a table, by the kind of its column. Refuses a number outside the column's range: the
// text stays in the box, the note holds nothing for it.
import { LocalDate } from '../../../shared/dates.ts';
import type { TableRow } from '../../../shared/notes/document.ts';
import type { TemplateColumn } from '../../../shared/notes/template.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { cleanText, cutText } from '../../../shared/cleanText.ts';
import { NativeBox } from './NativeBox.tsx';
import { readNumber, useDraft, useNumberDraft } from './useDraft.ts';

export type CellValue = TableRow['cells'][string];
type CellProps = { column: TemplateColumn; value: CellValue; onChange: (value: CellValue) => void; labelId: string; name: string };

const CELL_MAX = 4000;
const RANGES = { percent: [0, 100], scale: [0, 10], number: [-1_000_000, 1_000_000] } as const;

function NumberCell({ column, value, onChange, name }: CellProps) {
  const [low, high] = column.kind === 'percent' ? RANGES.percent : column.kind === 'scale' ? RANGES.scale : RANGES.number;
  const fits = (number: number) => number >= low && number <= high && (column.kind !== 'scale' || Number.isInteger(number));
  const [draft, type] = useNumberDraft(typeof value === 'number' ? value : null, fits, onChange);
  const read = readNumber(draft);
  const bad = draft.trim() !== '' && (read === null || !fits(read));
  return (
    <span className="number">
      <input className="box box--number" type="text" inputMode="decimal" autoComplete="off" maxLength={12} aria-label={name} aria-invalid={bad || undefined} data-stop="control" value={draft}
        onChange={(event) => type(event.target.value)} />
      {column.kind === 'percent' ? <span className="number__unit">{notesText.field.percent}</span> : null}
      {column.kind === 'scale' ? <span className="number__unit">/ 10</span> : null}
      {bad ? <span className="number__problem">{read === null ? notesText.field.numberUnread : notesText.field.numberRange(low, high)}</span> : null}
    </span>
  );
}

function TextCell({ column, value, onChange, name }: CellProps) {
  const [draft, setDraft] = useDraft(typeof value === 'string' ? value : '');
  return (
    <textarea className="box box--text" rows={1} aria-label={name} placeholder={column.hint} data-stop="control" value={draft} maxLength={CELL_MAX} dir="auto" spellCheck={false}
      onChange={(event) => {
        const next = cutText(cleanText(event.target.value), CELL_MAX);
        setDraft(next);
        onChange(next === '' ? null : next);
      }} />
  );
}

/** The control of one cell. */
export function TableCell(props: CellProps) {
  const { column, value, onChange, name } = props;
  switch (column.kind) {
    case 'percent': case 'scale': case 'number':
      return <NumberCell {...props} />;
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
