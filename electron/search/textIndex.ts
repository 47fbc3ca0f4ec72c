// Finds words in entries held in this thread's memory: by SQLite's FTS5 where the runtime has it, else by reading
// every text. Refuses the disk: the database is in memory, its temporary parts too.
import type { DatabaseSync } from 'node:sqlite';
import { HITS_MAX } from '../../shared/search/limits.ts';
import type { Fragment, RawHit, SearchEntry, SearchPart, SearchQuery } from '../../shared/search/search.ts';
import { readTerms, type Term } from '../../shared/search/terms.ts';
import { createScanIndex } from './scanIndex.ts';

export type Found = { readonly hits: readonly RawHit[]; readonly more: boolean };
export type TextIndex = {
  readonly mode: 'index' | 'scan';
  /** Replaces whatever was known of the record. */
  readonly put: (recordId: string, entries: readonly SearchEntry[]) => void;
  readonly drop: (recordId: string) => void;
  readonly find: (query: SearchQuery) => Found;
};

/** Around found words in a snippet; records hold no control characters. */
const OPEN = '\u0002';
const CLOSE = '\u0003';
const SNIPPET_TOKENS = 28;

/** An empty index; `noSqlite` is for the tests of the slower way. */
export function createTextIndex({ noSqlite = false } = {}): TextIndex {
  // Asked of the process, not imported: a runtime without it must still start this thread.
  const sqlite = noSqlite ? undefined : process.getBuiltinModule('node:sqlite');
  return sqlite === undefined ? createScanIndex() : createSqliteIndex(new sqlite.DatabaseSync(':memory:'));
}

/** Only letters and digits reach the expression, each word in quotes: nothing typed is an operator. */
function expression(terms: readonly Term[]): string {
  return terms.map(({ words, prefix }) => `"${words.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ');
}

/** Takes the marks out and says where they stood. */
function fragmentOf(snippet: string): Fragment {
  const ranges: [number, number][] = [];
  let text = '';
  for (const [index, part] of snippet.split(OPEN).entries()) {
    const [found = '', rest] = part.split(CLOSE);
    if (index > 0 && rest !== undefined) ranges.push([text.length, text.length + found.length]);
    text += found + (rest ?? '');
  }
  return { text, ranges };
}

type Row = { readonly recordId: string; readonly partOf: SearchPart['of'] | ''; readonly partId: string; readonly kind: RawHit['kind']; readonly clientId: string; readonly date: string; readonly title: string; readonly snippet: string };

/** What is asked beside the words, as SQL and its values. */
function filters({ kinds, clientId, from, to }: SearchQuery): { readonly sql: string; readonly values: string[] } {
  const parts: [string, string[]][] = [];
  if (kinds.length > 0) parts.push([`kind IN (${kinds.map(() => '?').join(', ')})`, kinds]);
  if (clientId !== null) parts.push(['clientId = ?', [clientId]]);
  if (from !== null) parts.push(['date >= ?', [from]]);
  // A client has no day: where days are asked for, only what has one is answered.
  if (to !== null) parts.push(["date <= ? AND date <> ''", [to]]);
  return { sql: parts.map(([sql]) => ` AND ${sql}`).join(''), values: parts.flatMap(([, values]) => values) };
}

function createSqliteIndex(db: DatabaseSync): TextIndex {
  db.exec("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
  db.exec("CREATE VIRTUAL TABLE entries USING fts5(title, text, recordId UNINDEXED, partOf UNINDEXED, partId UNINDEXED, kind UNINDEXED, clientId UNINDEXED, date UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')");
  const insert = db.prepare('INSERT INTO entries (title, text, recordId, partOf, partId, kind, clientId, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM entries WHERE rowid = ?');
  const rows = new Map<string, (number | bigint)[]>();
  const drop = (recordId: string): void => {
    for (const row of rows.get(recordId) ?? []) remove.run(row);
    rows.delete(recordId);
  };
  return {
    mode: 'index',
    drop,
    put(recordId, entries) {
      db.exec('BEGIN');
      drop(recordId);
      rows.set(recordId, entries.map((entry) => insert.run(entry.title, entry.text, entry.recordId, entry.part?.of ?? '', entry.part?.id ?? '', entry.kind, entry.clientId, entry.date ?? '').lastInsertRowid));
      db.exec('COMMIT');
    },
    find(query) {
      const terms = readTerms(query.text);
      if (terms.length === 0) return { hits: [], more: false };
      const { sql, values } = filters(query);
      const select = db.prepare(`SELECT recordId, partOf, partId, kind, clientId, date, title, snippet(entries, 1, '${OPEN}', '${CLOSE}', '…', ${SNIPPET_TOKENS}) AS snippet FROM entries WHERE entries MATCH ?${sql} ORDER BY rank LIMIT ${HITS_MAX + 1}`);
      // The columns are those of the line above, written by `put` from typed entries.
      const found = select.all(expression(terms), ...values) as unknown as readonly Row[];
      const hits = found.slice(0, HITS_MAX).map(({ snippet, date, recordId, partOf, partId, kind, clientId, title }) => ({ recordId, part: partOf === '' ? null : { of: partOf, id: partId }, kind, clientId, title, date: date === '' ? null : date, fragment: fragmentOf(snippet) }));
      return { hits, more: found.length > HITS_MAX };
    },
  };
}
