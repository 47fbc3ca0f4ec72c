// A table that sorts by its headings and opens a row by its first cell. Refuses to fetch or filter:
// it shows the rows it is given.
import './table.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export type Sort<C extends string> = { readonly by: C; readonly down: boolean };
export type Column<R, C extends string> = { readonly id: C; readonly title: string; readonly cell: (row: R) => ReactNode; readonly sortable?: boolean };

type TableProps<R, C extends string> = {
  label: string;
  columns: readonly Column<R, C>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  onOpen: (row: R) => void;
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

/** A click anywhere on the row opens it; by keyboard the button in the first cell does. */
export function DataTable<R, C extends string>({ label, columns, rows, rowKey, onOpen, sort, onSort, sortLabel }: TableProps<R, C>) {
  return (
    <div className="data-table-box">
      <table className="data-table" aria-label={label}>
        <thead><tr>{columns.map((column) => <Heading key={column.id} column={column} sort={sort} onSort={onSort} sortLabel={sortLabel} />)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="data-table__row" onClick={(event) => { if (!(event.target instanceof Element && event.target.closest('button'))) onOpen(row); }}>
              {columns.map((column) => <td key={column.id} data-column={column.title}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
