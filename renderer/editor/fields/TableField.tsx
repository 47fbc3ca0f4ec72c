// A table with typed columns: thought record, ABC chain, trigger log. Each row is a card of labelled
// cells, so that many columns stay readable beside the panels. Refuses more rows than the template allows.
import { Plus, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { TableRow } from '../../../shared/notes/document.ts';
import type { TemplateColumn } from '../../../shared/notes/template.ts';
import { emptyCells } from '../../../shared/notes/newNote.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useNoteInfo } from '../noteContext.ts';
import type { ControlProps } from './fieldProps.ts';
import { TableCell } from './TableCell.tsx';
import { cellMove } from './tableKeys.ts';

type Place = { column: TemplateColumn; at: number };

/** Columns that stand in one cell of a card: a percentage belongs under the words that it measures. */
export function cellsOf(columns: readonly TemplateColumn[]): Place[][] {
  const cells: Place[][] = [];
  for (const [at, column] of columns.entries()) {
    const before = columns[at - 1]?.kind;
    if (column.kind === 'percent' && (before === 'text' || before === 'longText')) cells.at(-1)?.push({ column, at });
    else cells.push([{ column, at }]);
  }
  return cells;
}

/** Rows of labelled cells. */
export function TableField({ field, value, onChange, labelId }: ControlProps<'table'>) {
  const { newRowId } = useNoteInfo();
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const cells = useMemo(() => cellsOf(field.columns), [field.columns]);
  const emptyRow = (): TableRow => ({ id: newRowId(), cells: emptyCells(field) });
  const cellAt = (row: number, column: number) => box.current?.querySelector<HTMLElement>(`[data-at="${row}-${column}"] [data-stop]`) ?? null;
  // A new row has the keyboard as soon as it is drawn: a letter typed a moment later would change the cell that was left.
  const added = useRef<number>(undefined);
  useLayoutEffect(() => {
    const cell = added.current === undefined ? null : cellAt(added.current, 0);
    if (cell === null) return;
    added.current = undefined;
    cell.focus();
  });
  // A row that goes takes the focus with it: keep the keyboard in the table.
  const rows = useRef(value.length);
  useEffect(() => {
    if (value.length < rows.current && document.activeElement === document.body) box.current?.querySelector<HTMLElement>('.table__add')?.focus();
    rows.current = value.length;
  }, [value.length]);
  const addRow = () => {
    if (value.length >= field.maxRows) return;
    added.current = value.length;
    onChange([...value, emptyRow()]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: number, column: number) => {
    const move = cellMove(event, { row, column, rows: value.length, columns: field.columns.length });
    if (!move) return;
    event.preventDefault();
    if (move.row >= value.length) addRow();
    else cellAt(move.row, move.column)?.focus();
  };
  return (
    <div className="table" role="group" aria-labelledby={labelId} ref={box}>
      {value.map((row, r) => (
        <div key={row.id} className="table__row" role="group" aria-label={notesText.field.row(field.rowLabel, r + 1)}>
          <div className="table__head">
            <span>{notesText.field.row(field.rowLabel, r + 1)}</span>
            <button type="button" className="table__remove" aria-label={notesText.field.removeRow(field.rowLabel, r + 1)} disabled={value.length <= field.minRows} onClick={() => onChange(value.filter((each) => each.id !== row.id))}><Icon of={X} small /></button>
          </div>
          <div className="table__cells">
            {cells.map((together) => (
              <div key={together[0]?.at} className="table__cell">
                {together.map(({ column, at: c }, part) => (
                  <div key={column.id} className={part > 0 ? 'table__pair' : undefined} data-at={`${r}-${c}`} onKeyDown={(event) => onKeyDown(event, r, c)}>
                    <span className="table__label" id={`${id}-${r}-${c}`}>{column.label}</span>
                    <TableCell column={column} value={row.cells[column.id] ?? null} labelId={`${id}-${r}-${c}`} name={notesText.field.cell(column.label, field.rowLabel, r + 1)}
                      onChange={(cell) => onChange(value.map((each) => (each.id === row.id ? { ...each, cells: { ...each.cells, [column.id]: cell } } : each)))} />
                  </div>
                ))}
              </div>
            ))}
          </div>
        </div>
      ))}
      {value.length < field.maxRows ? <button type="button" className="table__add" data-stop="control" onClick={addRow}><Icon of={Plus} small />{notesText.field.addRow(field.rowLabel)}</button> : null}
    </div>
  );
}
