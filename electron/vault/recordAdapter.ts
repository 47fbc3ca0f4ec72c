// lowdb as the document layer: one `Low` per record, over the vault instead of a file. Refuses to invent a
// record: what must exist and does not, or does not fit its schema, is an error and never a default.
import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import type { ZodType } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { CommitReceipt, Vault, VaultOp } from './types.ts';

export type RecordAddress<T> = {
  readonly recordId: string;
  readonly kind: string;
  readonly clientId: string | null;
  readonly schema: ZodType<T>;
};

/** A `Low` that says which revision it last saw. */
export type RecordLow<T> = Low<T> & { readonly adapter: RecordAdapter<T> };
/** A `RecordLow` of any record, for writing several together. */
export type AnyRecordLow = { readonly data: unknown; readonly adapter: RecordAdapter<unknown> };

type PutOp = Extract<VaultOp, { op: 'put' }>;

/** `read` decrypts and parses through the schema; `write` checks, seals and commits on top of the revision last seen. */
export class RecordAdapter<T> implements Adapter<T> {
  readonly address: RecordAddress<T>;
  readonly #vault: Vault;
  #revision = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(vault: Vault, address: RecordAddress<T>) {
    this.#vault = vault;
    this.address = address;
  }

  /** Revision of the last read or write; 0 for a record that is not in the vault yet. */
  get revision(): number {
    return this.#revision;
  }

  get vault(): Vault {
    return this.#vault;
  }

  /** Rejects with NOT_FOUND or RECORD_DAMAGED (also for a record of another kind or client). */
  read(): Promise<T> {
    return this.inTurn(async () => {
      const { recordId, kind, clientId, schema } = this.address;
      const entry = this.#vault.entry(recordId);
      if (entry !== undefined && (entry.kind !== kind || entry.clientId !== clientId)) throw new AppError('RECORD_DAMAGED', { kind });
      const { value, revision } = await this.#vault.read(recordId);
      const parsed = this.#parsed(value, schema, kind);
      this.#revision = revision;
      return parsed;
    });
  }

  /** The vault has parsed it already; a second time would cost a long note as much as its decryption. */
  #parsed(value: unknown, schema: ZodType<T>, kind: string): T {
    if (this.#vault.schemaOf(kind) === schema) return value as T;
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new AppError('RECORD_DAMAGED', { kind });
    return parsed.data;
  }

  /** Rejects with BAD_REQUEST before anything is sealed, SAVE_CONFLICT when somebody else wrote since, or SAVE_*. */
  async write(value: T): Promise<void> {
    // The value as it is now: lowdb hands over the live object, which may be edited while an earlier write is out.
    const now = this.checked(value);
    await this.inTurn(async () => {
      const receipt = await this.#vault.commit([this.put(now)]);
      this.saved(receipt);
    });
  }

  /** A copy that fits the schema. */
  checked(value: unknown): T {
    const parsed = this.address.schema.safeParse(structuredClone(value));
    if (!parsed.success) throw new AppError('BAD_REQUEST', { kind: this.address.kind });
    return parsed.data;
  }

  put(value: unknown): PutOp {
    const { recordId, kind, clientId } = this.address;
    return { op: 'put', recordId, kind, clientId, expectedRevision: this.#revision, value };
  }

  saved(receipt: CommitReceipt): void {
    const revision = receipt.revisions[this.address.recordId];
    if (revision === undefined) throw new AppError('INTERNAL', { part: 'revision' });
    this.#revision = revision;
  }

  /** One after the other, so that a second write builds on the revision of the first; a failed turn does not stop the next. */
  inTurn<R>(work: () => Promise<R>): Promise<R> {
    const run = this.#turn.then(work);
    this.#turn = run.then(() => undefined, () => undefined);
    return run;
  }
}

/** An existing record as a `Low`, read once. Rejects with NOT_FOUND or RECORD_DAMAGED, never a default. */
export async function openRecord<T>(vault: Vault, address: RecordAddress<T>): Promise<RecordLow<T>> {
  const adapter = new RecordAdapter(vault, address);
  return lowOver(adapter, await adapter.read());
}

/** A new record, committed before it resolves. Rejects with SAVE_CONFLICT where the id is taken. */
export async function createRecord<T>(vault: Vault, address: RecordAddress<T> & { readonly value: T }): Promise<RecordLow<T>> {
  const { value, ...rest } = address;
  const adapter = new RecordAdapter(vault, rest);
  await adapter.write(value);
  return lowOver(adapter, adapter.checked(value));
}

/** A new record that is not in the vault yet, to be written first by `commitRecords` together with others. */
export function draftRecord<T>(vault: Vault, address: RecordAddress<T> & { readonly value: T }): RecordLow<T> {
  const { value, ...rest } = address;
  const adapter = new RecordAdapter(vault, rest);
  return lowOver(adapter, adapter.checked(value));
}

/**
 * Writes several records of one vault in one atomic frame: all or none. Rejects as a single write does, and then
 * every revision stays as it was. `more` may add operations such as a delete.
 */
export async function commitRecords(vault: Vault, lows: readonly AnyRecordLow[], more: readonly VaultOp[] = []): Promise<CommitReceipt> {
  const parts = lows.map((low) => ({ adapter: low.adapter, value: low.adapter.checked(low.data) }));
  if (parts.some(({ adapter }) => adapter.vault !== vault)) throw new AppError('INTERNAL', { part: 'vaults' });
  const commit = async (): Promise<CommitReceipt> => {
    const receipt = await vault.commit([...parts.map(({ adapter, value }) => adapter.put(value)), ...more]);
    for (const { adapter } of parts) adapter.saved(receipt);
    return receipt;
  };
  // Every record's turn is taken, always in the same order, so that two groups cannot wait for each other.
  const ordered = parts.toSorted((one, two) => (one.adapter.address.recordId < two.adapter.address.recordId ? 1 : -1));
  return ordered.reduce<() => Promise<CommitReceipt>>((next, { adapter }) => () => adapter.inTurn(next), commit)();
}

function lowOver<T>(adapter: RecordAdapter<T>, value: T): RecordLow<T> {
  return Object.assign(new Low<T>(adapter, value), { adapter });
}
