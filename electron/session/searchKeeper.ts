// Keeps the search index in step with the open vault: filled in the background newest first, told of every save,
// dropped at the lock. Refuses to hold up a save: what was saved is read for the index a moment later.
import { isAppError } from '../../shared/errors.ts';
import type { Note } from '../../shared/notes/note.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { clientEntries, episodeEntries, noteEntries, planEntries } from '../../shared/search/entries.ts';
import { clinicalEntries, measureEntries } from '../../shared/search/healthEntries.ts';
import type { RecordKind } from '../../shared/vault/recordKinds.ts';
import type { SearchAnswer, SearchEntry, SearchHit, SearchQuery } from '../../shared/search/search.ts';
import type { Log } from '../log.ts';
import type { RecordEntries } from '../search/messages.ts';
import type { SearchEngine } from '../search/searchEngine.ts';
import type { ClientCards } from './clientCards.ts';
import type { Records, Saved } from './records.ts';

/** After unlock, so that the first screens come first. */
const FILL_AFTER_MS = 1_500;
const WORK_MS = 8;
const PAUSE_MS = 8;
const AT_ONCE = 32;

export type SearchKeeperDeps = {
  readonly makeEngine: () => SearchEngine;
  readonly wait: (ms: number) => Promise<void>;
  readonly monotonicMs: () => number;
  readonly log: Log;
};

export type SearchKeeper = {
  readonly query: (query: SearchQuery) => Promise<SearchAnswer>;
  /** Resolves when everything can be found; for tests and figures. */
  readonly filled: () => Promise<void>;
  readonly forget: () => void;
};

type Source = { readonly records: Records; readonly cards: ClientCards; readonly template: (recordId: string) => Promise<NoteTemplate> };
type Findable = 'note' | 'plan' | 'episode' | 'client' | 'measure' | 'clinical';
/** Every kind of record, and whether the search reads it: a new kind does not compile without an answer here. */
const SEARCHED = { client: true, note: true, plan: true, episode: true, measure: true, clinical: true, template: false, settings: false, phrases: false, words: false, ownTemplate: false, counsellingKeys: false, counsellingNote: false } as const satisfies Record<RecordKind, boolean>;
const KINDS: readonly Findable[] = ['client', 'note', 'plan', 'episode', 'measure', 'clinical'];

/** True for kinds that the search may ever hold. */
export function isSearched(kind: RecordKind): boolean {
  return SEARCHED[kind];
}

/** Over the records of one open vault. */
export function createSearchKeeper({ records, cards, template }: Source, deps: SearchKeeperDeps): SearchKeeper {
  let engine: SearchEngine | null = null;
  let filling: Promise<void> | null = null;
  let stopped = false;
  let updates: Promise<void> = Promise.resolve();
  /** Every record that has words to find, and those of them that can be found by now. */
  const all = new Set<string>();
  const known = new Set<string>();
  /** Saved or removed since the filling began: what the filling reads of them may be older. */
  const touched = new Set<string>();
  const pending = new Map<string, Saved>();

  const entriesOf = async (kind: Findable, recordId: string): Promise<readonly SearchEntry[]> => {
    if (kind === 'client') return cards.isDamaged(recordId) ? [] : clientEntries(cards.get(recordId).data);
    if (kind === 'note') return ofNote((await records.open('note', recordId)).data);
    if (kind === 'measure') return measureEntries((await records.open('measure', recordId)).data);
    if (kind === 'clinical') return clinicalEntries((await records.open('clinical', recordId)).data, recordId);
    return kind === 'plan' ? planEntries((await records.open('plan', recordId)).data) : episodeEntries((await records.open('episode', recordId)).data);
  };
  const ofNote = async (note: Note): Promise<readonly SearchEntry[]> => noteEntries(note, await template(note.template.recordId));

  /** Null for what cannot be read: the report tells of it. */
  const readOrSkip = async (kind: Findable, recordId: string): Promise<RecordEntries | null> => {
    try {
      return { recordId, entries: await entriesOf(kind, recordId) };
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED') || isAppError(error, 'NOT_FOUND')) return null;
      throw error;
    }
  };

  const put = (list: readonly RecordEntries[]): void => {
    if (list.length === 0) return;
    for (const { recordId } of list) {
      known.add(recordId);
      all.add(recordId);
    }
    engine?.put(list);
  };

  const fill = async (): Promise<void> => {
    let since = deps.monotonicMs();
    // Written last stands last in the directory: from its end is newest first.
    const work = KINDS.flatMap((kind) => records.entries(kind).toReversed().map(({ recordId }) => ({ kind, recordId })));
    for (const { recordId } of work) all.add(recordId);
    let batch: RecordEntries[] = [];
    const flush = (): void => {
      put(batch.filter(({ recordId }) => !touched.has(recordId)));
      batch = [];
    };
    for (const { kind, recordId } of work) {
      const read = touched.has(recordId) ? null : await readOrSkip(kind, recordId);
      if (stopped) return;
      if (read !== null) batch.push(read);
      // Nothing of it will ever be found: it is not waited for.
      else if (!touched.has(recordId)) all.delete(recordId);
      if (batch.length >= AT_ONCE) flush();
      if (deps.monotonicMs() - since < WORK_MS) continue;
      await deps.wait(PAUSE_MS);
      if (stopped) return;
      since = deps.monotonicMs();
    }
    flush();
  };

  const begin = (): Promise<void> => {
    if (filling === null && !stopped) {
      engine = deps.makeEngine();
      filling = fill().catch((error: unknown) => {
        if (!stopped) deps.log('SEARCH_FILL_FAILED', { error: isAppError(error) ? error.code : 'unknown' });
      });
    }
    return filling ?? Promise.resolve();
  };

  const update = async (): Promise<void> => {
    const list = [...pending.values()];
    pending.clear();
    const read = await Promise.all(list.map(async ({ kind, recordId, value }) => {
      if (value === null) {
        engine?.drop(recordId);
        known.delete(recordId);
        all.delete(recordId);
        return null;
      }
      // The value that was saved: for a note, without reading it from the disk again.
      return kind === 'note' ? { recordId, entries: await ofNote(value as Note) } : readOrSkip(kind as Findable, recordId);
    }));
    if (!stopped) put(read.filter((one) => one !== null));
  };
  const updated = (): Promise<void> => {
    updates = updates.then(update).catch((error: unknown) => { if (!stopped) deps.log('SEARCH_UPDATE_FAILED', { error: isAppError(error) ? error.code : 'unknown' }); });
    return updates;
  };

  records.onSaved((saved) => {
    const mine = saved.filter(({ kind }) => KINDS.some((one) => one === kind));
    // Before the filling has begun there is nothing to keep in step: it will read what was saved.
    if (filling === null || stopped || mine.length === 0) return;
    for (const one of mine) {
      touched.add(one.recordId);
      pending.set(one.recordId, one);
    }
    setImmediate(() => { void updated(); });
  });
  deps.wait(FILL_AFTER_MS).then(begin).catch(() => undefined);

  return {
    async query(query) {
      void begin();
      await updated();
      if (engine === null) return { hits: [], more: false, indexed: 0, of: 0, mode: 'index' };
      // As it stands when the question is put: while it is answered, more may become findable.
      const told = { indexed: known.size, of: all.size };
      const { hits, more, mode } = await engine.find(query);
      // The index was written from these records; the schema of the channel checks it again.
      const named = hits.map((hit) => {
        const { details, status } = cards.get(hit.clientId).data;
        return { ...hit, clientName: details.preferredName, archived: status === 'archived' } as SearchHit;
      });
      return { hits: named, more, mode, ...told };
    },
    filled: () => begin().then(updated),
    forget() {
      stopped = true;
      engine?.close();
      all.clear();
      known.clear();
      touched.clear();
      pending.clear();
    },
  };
}
