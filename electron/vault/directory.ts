// What is live and where it lies: identifiers and positions of every record, in memory only.
// Refuses to hold a value of any record.
import type { DirectoryEntry } from './types.ts';

/** Where the sealed record lies: a frame of a segment, and a stretch of that frame's body. */
export type RecordPlace = {
  readonly segment: number;
  readonly frameOffset: number;
  readonly frameLength: number;
  readonly at: number;
  readonly length: number;
};

export type PlacedEntry = DirectoryEntry & RecordPlace;

export type Directory = {
  get(recordId: string): PlacedEntry | undefined;
  put(entry: PlacedEntry): void;
  remove(recordId: string): void;
  /** Removes every record of the client. */
  shred(clientId: string): void;
  list(filter?: { kind?: string; clientId?: string | null }): PlacedEntry[];
  all(): Iterable<PlacedEntry>;
  readonly size: number;
};

type Index<Key> = Map<Key, Set<PlacedEntry>>;

function addTo<Key>(index: Index<Key>, key: Key, entry: PlacedEntry): void {
  const found = index.get(key);
  if (found === undefined) index.set(key, new Set([entry]));
  else found.add(entry);
}

/** Indexed by client and by kind, so that a list costs what it returns and not what the vault holds. */
export function createDirectory(): Directory {
  const byId = new Map<string, PlacedEntry>();
  const byKind: Index<string> = new Map();
  const byClient: Index<string | null> = new Map();

  const remove = (recordId: string): void => {
    const entry = byId.get(recordId);
    if (entry === undefined) return;
    byId.delete(recordId);
    byKind.get(entry.kind)?.delete(entry);
    byClient.get(entry.clientId)?.delete(entry);
  };

  return {
    get: (recordId) => byId.get(recordId),
    put: (entry) => {
      remove(entry.recordId);
      byId.set(entry.recordId, entry);
      addTo(byKind, entry.kind, entry);
      addTo(byClient, entry.clientId, entry);
    },
    remove,
    shred: (clientId) => {
      for (const entry of [...(byClient.get(clientId) ?? [])]) remove(entry.recordId);
      byClient.delete(clientId);
    },
    list: (filter = {}) => {
      const { kind, clientId } = filter;
      if (clientId !== undefined) return [...(byClient.get(clientId) ?? [])].filter((entry) => kind === undefined || entry.kind === kind);
      if (kind !== undefined) return [...(byKind.get(kind) ?? [])];
      return [...byId.values()];
    },
    all: () => byId.values(),
    get size() {
      return byId.size;
    },
  };
}
