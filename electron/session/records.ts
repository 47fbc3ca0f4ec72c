// The open vault as typed lowdb documents: one kind, one schema. Refuses kinds that are not declared,
// and leaves memory as it was when a save fails.
import type { z } from 'zod';
import { AppError, isAppError } from '../../shared/errors.ts';
import { recordSchemas, type RecordKind } from '../../shared/vault/recordKinds.ts';
import { commitRecords, draftRecord, openRecord, type RecordAddress, type RecordLow } from '../vault/recordAdapter.ts';
import type { CommitReceipt, DirectoryEntry, Vault } from '../vault/types.ts';

export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>;

/** A document and the value it is to have; made by `change`, which ties the two types together. */
export type Change = { readonly low: RecordLow<unknown>; readonly value: unknown };

/** What is needed of a document to delete it. */
export type Removal = { readonly adapter: { readonly address: { readonly recordId: string; readonly kind: string }; readonly revision: number } };

/** This document is to become `value`. */
export function change<T>(low: RecordLow<T>, value: T): Change {
  // A list of documents of several kinds has no common T; the pair was checked on the line above.
  return { low: low as unknown as RecordLow<unknown>, value };
}

/** What a handler gives back to the window. */
export type Revisioned<T> = { readonly value: T; readonly revision: number };

export type Records = {
  readonly entries: (kind: RecordKind, clientId?: string) => readonly DirectoryEntry[];
  /** Rejects with NOT_FOUND (also for an id of another kind) or RECORD_DAMAGED. */
  readonly open: <K extends RecordKind>(kind: K, recordId: string) => Promise<RecordLow<RecordOf<K>>>;
  /** Every readable record of a client and kind; damaged ones are left out and added to `damaged`. */
  readonly openAll: <K extends RecordKind>(kind: K, clientId: string) => Promise<readonly RecordLow<RecordOf<K>>[]>;
  /** Ids of records that could not be read so far and have not been written anew; the report counts them. */
  readonly damaged: ReadonlySet<string>;
  /** How many records of a client and kind are there but could not be read so far. */
  readonly unreadable: (kind: RecordKind, clientId: string) => number;
  /** RECORD_DAMAGED while a record of this client and kind cannot be read: what is decided from all of them would be wrong. Read them first. */
  readonly assertReadable: (kind: RecordKind, clientId: string) => void;
  /** Opens a record that must be there; where it is damaged, `value` stands in for it in memory until the person saves it anew. */
  readonly openOr: <K extends RecordKind>(kind: K, recordId: string, value: () => RecordOf<K>) => Promise<{ readonly low: RecordLow<RecordOf<K>>; readonly damaged: boolean }>;
  /** A new record, written by the next `save` that names it. */
  readonly draft: <K extends RecordKind>(kind: K, recordId: string, clientId: string | null, value: RecordOf<K>) => RecordLow<RecordOf<K>>;
  /** One atomic frame; resolves after the fsync. `removed` are deleted in the same frame. */
  readonly save: (changes: readonly Change[], removed?: readonly Removal[]) => Promise<CommitReceipt>;
  /** Told after every acknowledged save. */
  readonly onSaved: (listener: (saved: readonly Saved[]) => void) => void;
};

function addressOf<K extends RecordKind>(kind: K, recordId: string, clientId: string | null): RecordAddress<RecordOf<K>> {
  // `recordSchemas[kind]` is the schema of RecordOf<K>; TypeScript cannot follow the index through zod's generics.
  return { recordId, kind, clientId, schema: recordSchemas[kind] as unknown as z.ZodType<RecordOf<K>> };
}

/** What a save has written; `value` null where the record was removed. */
export type Saved = { readonly kind: string; readonly recordId: string; readonly value: unknown };

function savedBy(changes: readonly Change[], removed: readonly Removal[]): Saved[] {
  const written = changes.map(({ low, value }) => ({ kind: low.adapter.address.kind, recordId: low.adapter.address.recordId, value }));
  return [...written, ...removed.map(({ adapter }) => ({ kind: adapter.address.kind, recordId: adapter.address.recordId, value: null }))];
}

async function saveAll(vault: Vault, changes: readonly Change[], removed: readonly Removal[]): Promise<CommitReceipt> {
  const before = changes.map(({ low }) => low.data);
  for (const { low, value } of changes) low.data = value;
  try {
    return await commitRecords(vault, changes.map(({ low }) => low), removed.map(({ adapter }) => ({ op: 'delete', recordId: adapter.address.recordId, expectedRevision: adapter.revision })));
  } catch (error) {
    changes.forEach(({ low }, index) => { low.data = before[index]; });
    throw error;
  }
}

/** The documents of an open vault. */
export function createRecords(vault: Vault): Records {
  const damaged = new Set<string>();
  const listeners: ((saved: readonly Saved[]) => void)[] = [];
  const open = async <K extends RecordKind>(kind: K, recordId: string): Promise<RecordLow<RecordOf<K>>> => {
    const entry = vault.entry(recordId);
    if (entry === undefined || entry.kind !== kind) throw new AppError('NOT_FOUND');
    try {
      const low = await openRecord(vault, addressOf(kind, recordId, entry.clientId));
      damaged.delete(recordId);
      return low;
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED')) damaged.add(recordId);
      throw error;
    }
  };
  const entries = (kind: RecordKind, clientId?: string): readonly DirectoryEntry[] => vault.entries(clientId === undefined ? { kind } : { kind, clientId });
  const unreadable = (kind: RecordKind, clientId: string): number => entries(kind, clientId).filter((entry) => damaged.has(entry.recordId)).length;
  return {
    entries,
    open,
    async openAll(kind, clientId) {
      const found = await Promise.allSettled(entries(kind, clientId).map((entry) => open(kind, entry.recordId)));
      return found.flatMap((result) => {
        if (result.status === 'fulfilled') return [result.value];
        if (isAppError(result.reason, 'RECORD_DAMAGED')) return [];
        throw result.reason;
      });
    },
    damaged,
    unreadable,
    assertReadable(kind, clientId) {
      if (unreadable(kind, clientId) > 0) throw new AppError('RECORD_DAMAGED', { kind });
    },
    async openOr(kind, recordId, value) {
      try {
        return { low: await open(kind, recordId), damaged: false };
      } catch (error) {
        const entry = vault.entry(recordId);
        if (entry === undefined || !isAppError(error, 'RECORD_DAMAGED')) throw error;
        const low = draftRecord(vault, { ...addressOf(kind, recordId, entry.clientId), value: value() });
        // As if it had been read at this revision, so that a save replaces what is damaged.
        low.adapter.saved({ sequence: 0, savedAt: 0, revisions: { [recordId]: entry.revision } });
        return { low, damaged: true };
      }
    },
    draft: (kind, recordId, clientId, value) => draftRecord(vault, { ...addressOf(kind, recordId, clientId), value }),
    async save(changes, removed = []) {
      const receipt = await saveAll(vault, changes, removed);
      for (const { low } of changes) damaged.delete(low.adapter.address.recordId);
      for (const listener of listeners) listener(savedBy(changes, removed));
      return receipt;
    },
    onSaved: (listener) => { listeners.push(listener); },
  };
}

/** SAVE_CONFLICT unless the document is still at the revision the window worked on. */
export function assertRevision(low: Removal, revision: number): void {
  if (low.adapter.revision !== revision) throw new AppError('SAVE_CONFLICT');
}

/** The document as the window gets it. */
export function revisioned<T>(low: RecordLow<T>): Revisioned<T> {
  return { value: low.data, revision: low.adapter.revision };
}
