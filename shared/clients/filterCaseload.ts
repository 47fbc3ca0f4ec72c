// Finds rows of the caseload by what is typed. Refuses the checks behind the rows, so that the window need
// not carry them.
import { levelName, levelPlainName, levelShort } from '../continuum/levels.ts';
import type { CaseloadRow } from './caseloadRow.ts';

/** Lower case without accents, so that "jose" finds "José". */
export function searchKey(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{Mn}/gu, '').toLowerCase();
}

/** Rows that hold every word typed, in either name, the level's names or its short label. */
export function filterCaseload(rows: readonly CaseloadRow[], text: string): CaseloadRow[] {
  const words = searchKey(text).split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return [...rows];
  return rows.filter((row) => {
    const level = row.level === null ? '' : `${levelName(row.level)} ${levelShort(row.level)} ${levelPlainName(row.level)}`;
    const key = searchKey(`${row.preferredName} ${row.legalName} ${level}`);
    return words.every((word) => key.includes(word));
  });
}
