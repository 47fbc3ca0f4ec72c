// The rows of a table to be read: a list, a block for each record, and on paper a table where its columns can be read. Refuses to show
// an empty row or an empty column.
import type { TableRow } from '../../../shared/notes/document.ts';
import { LocalDate } from '../../../shared/dates.ts';
import type { TableTemplateField } from '../../../shared/notes/presetTables.ts';
import type { TemplateColumn } from '../../../shared/notes/template.ts';
import { broadColumns, type PaperColumn, staysWhole, tableLayout } from '../../../shared/notes/tableLayout.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { formatDayWithYear } from '../../ui/format.ts';
import { Words } from '../../handouts/Words.tsx';
import type { ReadOn } from './NoteReading.tsx';

function dayWords(text: string): string {
  const day = LocalDate.safeParse(text);
  return day.success ? formatDayWithYear(day.data) : text;
}

function cellWords(column: TemplateColumn, row: TableRow): string {
  const cell = row.cells[column.id] ?? null;
  if (cell === null || cell === '') return '';
  if (column.kind === 'choice') return column.options?.find((option) => option.id === cell)?.label ?? String(cell);
  if (column.kind === 'date') return dayWords(String(cell));
  // What was typed and not understood stands as it was typed.
  if (typeof cell === 'string') return cell;
  if (column.kind === 'percent') return `${cell}%`;
  return column.kind === 'scale' ? `${cell} / 10` : String(cell);
}

function wordsIn(rows: readonly TableRow[]): (row: number, column: TemplateColumn) => string {
  return (index, column) => { const row = rows[index]; return row === undefined ? '' : cellWords(column, row); };
}

/** One record a block, each label over its answer; sentences have the whole breadth. */
function Cards({ field, columns, rows }: { field: TableTemplateField; columns: readonly TemplateColumn[]; rows: readonly TableRow[] }) {
  const broad = broadColumns(columns, rows.length, wordsIn(rows));
  return <div className="reading__rows">{rows.map((row, index) => (
    <div key={row.id} className={broad.size > 0 ? 'reading__row reading__row--long' : 'reading__row'} role="group" aria-label={notesText.field.row(field.rowLabel, index + 1)}>
      <p className="reading__label">{notesText.field.row(field.rowLabel, index + 1)}</p>
      <dl className="reading__cells">{columns.map((column) => ({ column, words: cellWords(column, row) })).filter(({ words }) => words !== '').map(({ column, words }) => <div key={column.id} className={broad.has(column.id) ? 'reading__cell--broad' : undefined}><dt>{column.label}</dt><dd dir="auto"><Words text={words} /></dd></div>)}</dl>
    </div>
  ))}</div>;
}

function Grid({ field, columns, rows, small }: { field: TableTemplateField; columns: readonly PaperColumn[]; rows: readonly TableRow[]; small: boolean }) {
  return (
    <table className={small ? 'reading__grid reading__grid--small' : 'reading__grid'} aria-label={field.label}>
      <thead><tr>{columns.map((part) => <th key={part[0].id} scope="col">{part.map(({ id, label }, index) => <span key={id} className={index > 0 ? 'reading__under' : undefined}>{label}</span>)}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr key={row.id}>{columns.map((part) => <td key={part[0].id} dir="auto">{part.map((column) => ({ column, words: cellWords(column, row) })).filter(({ words }) => words !== '').map(({ column, words }) => <span key={column.id} className={staysWhole(column) ? 'reading__whole' : undefined}><Words text={words} /></span>)}</td>)}</tr>)}</tbody>
    </table>
  );
}

/** The rows in which something stands, as `on` has room for. */
export function ReadingRows({ field, rows, on }: { field: TableTemplateField; rows: readonly TableRow[]; on: ReadOn }) {
  const told = rows.filter((row) => field.columns.some((column) => cellWords(column, row) !== ''));
  const [only, ...others] = field.columns;
  // One column needs no heading in each row: it is a list.
  if (only !== undefined && others.length === 0) return <ul className="reading__list">{told.map((row) => <li key={row.id} dir="auto"><Words text={cellWords(only, row)} /></li>)}</ul>;
  const columns = field.columns.filter((column) => told.some((row) => cellWords(column, row) !== ''));
  if (on === 'screen') return <Cards field={field} columns={columns} rows={told} />;
  const layout = tableLayout(columns, told.length, wordsIn(told));
  return layout.kind === 'grid' ? <Grid field={field} columns={layout.columns} rows={told} small={layout.small} /> : <Cards field={field} columns={columns} rows={told} />;
}
