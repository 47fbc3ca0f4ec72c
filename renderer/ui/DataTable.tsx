// A table that sorts by its headings and opens a row by a click, or by the button in it. Refuses to fetch or filter:
// it shows the rows it is given.
import './table.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Icon } from './Icon.tsx';

export type Sort<C extends string> = { readonly by: C; readonly down: boolean };
export type Column<R, C extends string> = { readonly id: C; readonly title: string; readonly cell: (row: R) => ReactNode; readonly sortable?: boolean };

type TableProps<R, C extends string> = {
  label: string;
  columns: readonly Column<R, C>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  onOpen: (row: R) => void;
  /** The pointer or the focus has come to a row, or the button went down on it (`pressed`): it will most likely be opened. */
  onAim?: ((row: R, pressed: boolean) => void) | undefined;
  sort?: Sort<C> | undefined;
  onSort?: ((sort: Sort<C>) => void) | undefined;
  sortLabel?: ((title: string) => string) | undefined;
};

function Heading<R, C extends string>({ column, sort, onSort, sortLabel }: { column: Column<R, C> } & Pick<TableProps<R, C>, 'sort' | 'onSort' | 'sortLabel'>) {
  const active = sort?.by === column.id;
  const order = active ? (sort.down ? 'descending' : 'ascending') : undefined;
  if (!column.sortable || !onSort) return <th scope="col">{column.title}</th>;
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" className="data-table__sort" title={sortLabel?.(column.title)} onClick={() => onSort({ by: column.id, down: active ? !sort.down : false })}>
        {column.title}{active ? <Icon of={sort.down ? ArrowDown : ArrowUp} small /> : null}
      </button>
    </th>
  );
}

const FIRST_ROWS = 80;
const MORE_ROWS = 240;

/** How many rows are drawn: a screenful and some at first, more whenever the end comes into sight. */
function useGrowing(rows: readonly unknown[]): { drawn: number; end: RefObject<HTMLDivElement | null> } {
  const [grown, setGrown] = useState<{ of: readonly unknown[]; drawn: number }>({ of: rows, drawn: FIRST_ROWS });
  const end = useRef<HTMLDivElement>(null);
  const drawn = grown.of === rows ? grown.drawn : FIRST_ROWS;
  const complete = drawn >= rows.length;
  useEffect(() => {
    if (complete || !end.current) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setGrown({ of: rows, drawn: drawn + MORE_ROWS });
    }, { rootMargin: '600px' });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [rows, drawn, complete]);
  return { drawn, end };
}

/** A click anywhere on the row opens it; by keyboard the button does that names it. */
export function DataTable<R, C extends string>({ label, columns, rows, rowKey, onOpen, onAim, sort, onSort, sortLabel }: TableProps<R, C>) {
  const { drawn, end } = useGrowing(rows);
  return (
    <div className="data-table-box">
      <table className="data-table" aria-label={label} aria-rowcount={rows.length + 1}>
        <thead><tr>{columns.map((column) => <Heading key={column.id} column={column} sort={sort} onSort={onSort} sortLabel={sortLabel} />)}</tr></thead>
        <tbody>
          {rows.slice(0, drawn).map((row) => (
            <tr key={rowKey(row)} className="data-table__row" onPointerEnter={() => onAim?.(row, false)} onFocus={() => onAim?.(row, false)} onPointerDown={() => onAim?.(row, true)} onClick={(event) => { if (!(event.target instanceof Element && event.target.closest('button'))) onOpen(row); }}>
              {columns.map((column) => <td key={column.id} data-column={column.title}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </div>
  );
}
