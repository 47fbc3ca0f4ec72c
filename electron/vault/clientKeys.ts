// One random data key per client, kept sealed under a ring key that lies in `current` and nowhere else.
// Shredding a client changes the ring and destroys the old one, so that every copy of that client's key in
// old segments is dead at once. Refuses to hand out a key after `close`.
import { NONCE_BYTES, equalBytes, newKeyBuffer, seal, unseal, zero } from './crypto.ts';
import type { WrappedKey } from './frameBody.ts';
import type { LogContext } from './layout.ts';

export type Ring = { readonly id: number; readonly key: Uint8Array };

export type ClientKeys = {
  /** The key of a client, or of the practice for null; undefined where the client has none (yet, or any more). */
  get(clientId: string | null): Uint8Array | undefined;
  wrapped(clientId: string): WrappedKey | undefined;
  /** A fresh key for a client, not remembered before `adopt`. */
  create(clientId: string): { readonly key: Uint8Array; readonly wrapped: WrappedKey };
  adopt(wrapped: WrappedKey): void;
  forget(clientId: string): void;
  /** Every client's key but the named ones, sealed under `ring`. A key that does not open is left out: it is lost already. */
  rewrap(ring: Ring, except: ReadonlySet<string>): WrappedKey[];
  rings(): readonly Ring[];
  addRing(ring: Ring): void;
  newRing(): Ring;
  /** Keeps only the rings that a client's key still needs, and the newest. True where something went. */
  dropUnusedRings(): boolean;
  close(): void;
};

function keyAad(context: LogContext, clientId: string, ring: number): Uint8Array {
  return Buffer.concat([Buffer.from('TLKEY1', 'latin1'), context.vaultId, Buffer.from(`${ring}/${clientId}`, 'latin1')]);
}

export function createClientKeys(context: LogContext, firstRings: readonly Ring[]): ClientKeys {
  let rings = [...firstRings];
  const wrappedKeys = new Map<string, WrappedKey>();
  const open = new Map<string, Uint8Array>();

  const unwrap = (wrapped: WrappedKey): Uint8Array | undefined => {
    const ring = rings.find((one) => one.id === wrapped.ring);
    if (ring === undefined) return undefined;
    try {
      return unseal(ring.key, wrapped.sealed.subarray(0, NONCE_BYTES), keyAad(context, wrapped.clientId, ring.id), wrapped.sealed.subarray(NONCE_BYTES));
    } catch {
      // Damaged: the same as not there. The records of the client are reported when they are read.
      return undefined;
    }
  };
  const wrap = (ring: Ring, clientId: string, key: Uint8Array): WrappedKey => {
    const nonce = context.random(NONCE_BYTES);
    return { clientId, ring: ring.id, sealed: Buffer.concat([nonce, seal(ring.key, nonce, keyAad(context, clientId, ring.id), key)]) };
  };
  const newest = (): Ring => {
    const ring = rings.at(-1);
    if (ring === undefined) throw new Error('no ring key');
    return ring;
  };
  const get = (clientId: string | null): Uint8Array | undefined => {
    if (clientId === null) return context.keys.practice;
    const known = open.get(clientId);
    if (known !== undefined) return known;
    const wrapped = wrappedKeys.get(clientId);
    const key = wrapped === undefined ? undefined : unwrap(wrapped);
    if (key !== undefined) open.set(clientId, key);
    return key;
  };
  const forget = (clientId: string): void => {
    const key = open.get(clientId);
    if (key !== undefined) zero(key);
    open.delete(clientId);
    wrappedKeys.delete(clientId);
  };

  return {
    get,
    forget,
    wrapped: (clientId) => wrappedKeys.get(clientId),
    create: (clientId) => {
      const key = newKeyBuffer();
      const random = context.random(key.length);
      key.set(random);
      zero(random);
      return { key, wrapped: wrap(newest(), clientId, key) };
    },
    adopt: (wrapped) => {
      // Restated by every frame of the client: the open copy stays as long as nothing changed.
      const before = wrappedKeys.get(wrapped.clientId);
      if (before !== undefined && before.ring === wrapped.ring && equalBytes(before.sealed, wrapped.sealed)) return;
      forget(wrapped.clientId);
      wrappedKeys.set(wrapped.clientId, wrapped);
    },
    rewrap: (ring, except) => [...wrappedKeys.keys()].flatMap((clientId) => {
      const key = except.has(clientId) ? undefined : get(clientId);
      return key === undefined ? [] : [wrap(ring, clientId, key)];
    }),
    rings: () => rings,
    addRing: (ring) => {
      rings = [...rings, ring];
    },
    newRing: () => {
      const key = newKeyBuffer();
      key.set(context.random(key.length));
      return { id: (rings.at(-1)?.id ?? 0) + 1, key };
    },
    dropUnusedRings: () => {
      // Only keys that open count: one that is damaged must not keep a destroyed client's ring alive.
      const used = new Set([...wrappedKeys.values()].filter((one) => get(one.clientId) !== undefined).map((one) => one.ring));
      if (used.size === 0) used.add(newest().id);
      const unused = rings.filter((ring) => !used.has(ring.id));
      rings = rings.filter((ring) => used.has(ring.id));
      for (const ring of unused) zero(ring.key);
      return unused.length > 0;
    },
    close: () => {
      for (const key of open.values()) zero(key);
      for (const ring of rings) zero(ring.key);
      open.clear();
      wrappedKeys.clear();
      rings = [];
    },
  };
}
