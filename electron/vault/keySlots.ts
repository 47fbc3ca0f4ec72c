// Key slots: each wraps the one master key under a key derived from one secret. Refuses to tell a wrong
// secret from a damaged slot, and to derive anything with parameters outside the limits.
//
// Slot: id 16 | kind u8 | label length u8, label | kdf u8 (1 = Argon2id v1.3) | memory KiB u32 | passes u32 | lanes u32 |
//       salt 16 | nonce 12 | wrapped master key 32 + tag 16 | commitment 32. Numbers are big-endian.
import { KEY_BYTES, NONCE_BYTES, TAG_BYTES, AuthError, deriveSubkey, equalBytes, hmacSha256, newKeyBuffer, seal, unseal, zero } from './crypto.ts';
import { KDF_FLOOR, kdfParamsAllowed } from './kdfLimits.ts';
import type { KdfParams, VaultDeps } from './types.ts';

export type SlotKind = 'passphrase' | 'recoveryCode';

export type KeySlot = {
  readonly id: Uint8Array;
  readonly kind: SlotKind;
  readonly label: string;
  readonly params: KdfParams;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly wrapped: Uint8Array;
  readonly commitment: Uint8Array;
};

export const MAX_SLOTS = 8;
const ID_BYTES = 16;
const SALT_BYTES = 16;
const COMMITMENT_BYTES = 32;
const WRAPPED_BYTES = KEY_BYTES + TAG_BYTES;
const MAX_LABEL_BYTES = 64;
const KDF_ARGON2ID = 1;
const KIND_NUMBERS = { passphrase: 1, recoveryCode: 2 } as const satisfies Record<SlotKind, number>;

type KeyDeps = Pick<VaultDeps, 'deriveKey' | 'random' | 'newKdfParams' | 'testKdf'>;

/** A new slot with fresh id, salt and nonce. `secret` is not kept and not zeroed here. */
export async function makeSlot(deps: KeyDeps, vaultId: Uint8Array, kind: SlotKind, secret: Uint8Array, masterKey: Uint8Array): Promise<KeySlot> {
  const params = deps.newKdfParams;
  if (!kdfParamsAllowed(params, deps.testKdf === true)) throw new RangeError('key derivation parameters outside the limits');
  const front = { id: deps.random(ID_BYTES), kind, label: '', params, salt: deps.random(SALT_BYTES) };
  const nonce = deps.random(NONCE_BYTES);
  const kek = await deps.deriveKey(secret, front.salt, params);
  const wrapKey = deriveSubkey(kek, 'wrap', vaultId);
  try {
    return { ...front, nonce, wrapped: seal(wrapKey, nonce, slotAad(vaultId, front), masterKey), commitment: commitTo(kek, vaultId, front.id) };
  } finally {
    zero(kek, wrapKey);
  }
}

/**
 * The master key, or null where the secret is wrong or the slot is damaged: the same answer after the same work.
 * The caller zeroes it.
 */
export async function openSlot(deps: KeyDeps, vaultId: Uint8Array, slot: KeySlot, secret: Uint8Array): Promise<Uint8Array | null> {
  const allowed = kdfParamsAllowed(slot.params, deps.testKdf === true);
  // A slot with planted parameters costs what an ordinary one costs, and is never derived with them.
  const kek = await deps.deriveKey(secret, slot.salt, allowed ? slot.params : deps.testKdf === true ? deps.newKdfParams : KDF_FLOOR);
  const wrapKey = deriveSubkey(kek, 'wrap', vaultId);
  try {
    // GCM does not commit to its key: without this check one slot could be made to open with two secrets.
    if (!allowed || !equalBytes(commitTo(kek, vaultId, slot.id), slot.commitment)) return null;
    return ownCopy(unseal(wrapKey, slot.nonce, slotAad(vaultId, slot), slot.wrapped));
  } catch (error) {
    if (error instanceof AuthError) return null;
    throw error;
  } finally {
    zero(kek, wrapKey);
  }
}

/** True where both are the same slot, byte for byte. */
export function sameSlot(one: KeySlot, two: KeySlot): boolean {
  return equalBytes(encodeSlot(one), encodeSlot(two));
}

/** The bytes described at the head of this file. */
export function encodeSlot(slot: KeySlot): Uint8Array {
  const label = Buffer.from(slot.label, 'utf8');
  if (label.length > MAX_LABEL_BYTES) throw new RangeError('slot label too long');
  return Buffer.concat([slot.id, Uint8Array.of(KIND_NUMBERS[slot.kind], label.length), label, encodeParams(slot), slot.nonce, slot.wrapped, slot.commitment]);
}

/** Reads one slot at `at`, or null where the bytes are not one. Parameters are not judged here. */
export function decodeSlot(bytes: Buffer, at: number): { slot: KeySlot; end: number } | null {
  const fixed = ID_BYTES + 2;
  if (bytes.length < at + fixed) return null;
  const kind = kindOf(bytes.readUInt8(at + ID_BYTES));
  const labelLength = bytes.readUInt8(at + ID_BYTES + 1);
  let next = at + fixed;
  const end = next + labelLength + 13 + SALT_BYTES + NONCE_BYTES + WRAPPED_BYTES + COMMITMENT_BYTES;
  if (kind === null || labelLength > MAX_LABEL_BYTES || bytes.length < end) return null;
  const take = (length: number): Uint8Array => {
    next += length;
    return Uint8Array.from(bytes.subarray(next - length, next));
  };
  const label = Buffer.from(take(labelLength)).toString('utf8');
  if (bytes.readUInt8(next) !== KDF_ARGON2ID) return null;
  const params = { memoryKiB: bytes.readUInt32BE(next + 1), passes: bytes.readUInt32BE(next + 5), lanes: bytes.readUInt32BE(next + 9) };
  next += 13;
  const slot = {
    id: Uint8Array.from(bytes.subarray(at, at + ID_BYTES)), kind, label, params,
    salt: take(SALT_BYTES), nonce: take(NONCE_BYTES), wrapped: take(WRAPPED_BYTES), commitment: take(COMMITMENT_BYTES),
  };
  return { slot, end };
}

function kindOf(number: number): SlotKind | null {
  return number === KIND_NUMBERS.passphrase ? 'passphrase' : number === KIND_NUMBERS.recoveryCode ? 'recoveryCode' : null;
}

function encodeParams(slot: Pick<KeySlot, 'params' | 'salt'>): Buffer {
  const out = Buffer.alloc(13);
  out.writeUInt8(KDF_ARGON2ID, 0);
  out.writeUInt32BE(slot.params.memoryKiB, 1);
  out.writeUInt32BE(slot.params.passes, 5);
  out.writeUInt32BE(slot.params.lanes, 9);
  return Buffer.concat([out, slot.salt]);
}

/** vaultId, slot id, kind and parameters with the salt: a slot cannot be moved to another vault, kind or cost. */
function slotAad(vaultId: Uint8Array, slot: Pick<KeySlot, 'id' | 'kind' | 'params' | 'salt'>): Uint8Array {
  return Buffer.concat([vaultId, slot.id, Uint8Array.of(KIND_NUMBERS[slot.kind]), encodeParams(slot)]);
}

function commitTo(kek: Uint8Array, vaultId: Uint8Array, slotId: Uint8Array): Uint8Array {
  const key = deriveSubkey(kek, 'commit', vaultId);
  try {
    return hmacSha256(key, Buffer.concat([vaultId, slotId]));
  } finally {
    zero(key);
  }
}

function ownCopy(plain: Uint8Array): Uint8Array {
  const key = newKeyBuffer();
  key.set(plain);
  zero(plain);
  return key;
}
