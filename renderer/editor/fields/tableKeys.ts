// Where a key moves inside a table. Refuses to take a key that the cell itself needs: arrows inside
// a line of text stay there until its edge.
export type TablePlace = { row: number; column: number; rows: number; columns: number };
type KeyLike = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean; target: unknown };

function caret(target: unknown): { start: boolean; end: boolean; text: boolean } {
  const box = target as { selectionStart?: number | null; selectionEnd?: number | null; value?: string; tagName?: string };
  if (typeof box.selectionStart !== 'number' || typeof box.value !== 'string') return { start: true, end: true, text: false };
  return { start: box.selectionStart === 0 && box.selectionEnd === 0, end: box.selectionStart === box.value.length && box.selectionEnd === box.value.length, text: true };
}

/** The cell that a key moves to; a row equal to `rows` asks for a new row; null leaves the key alone. */
export function cellMove(event: KeyLike, place: TablePlace): { row: number; column: number } | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const at = caret(event.target);
  const tag = (event.target as { tagName?: string } | null)?.tagName;
  // In the open list of a choice the keys belong to the list.
  if (tag === 'OPTION') return null;
  if (event.key === 'Enter' && !event.shiftKey && tag !== 'BUTTON') return { row: place.row + 1, column: place.row + 1 >= place.rows ? 0 : place.column };
  // A list box and a date box use the arrows themselves.
  if (!at.text || event.shiftKey) return null;
  if (event.key === 'ArrowUp' && at.start && place.row > 0) return { row: place.row - 1, column: place.column };
  if (event.key === 'ArrowDown' && at.end && place.row < place.rows - 1) return { row: place.row + 1, column: place.column };
  if (event.key === 'ArrowLeft' && at.start && place.column > 0) return { row: place.row, column: place.column - 1 };
  if (event.key === 'ArrowRight' && at.end && place.column < place.columns - 1) return { row: place.row, column: place.column + 1 };
  return null;
}
