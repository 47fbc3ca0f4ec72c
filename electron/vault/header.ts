// The vault's header: identity, format versions and key slots, kept as a pair. Refuses to open what a newer
// version made, what is not authentic under the master key, and a secret that a newer copy has revoked.
//
// Payload: "TLHD" | formatVersion u16 | minReaderVersion u16 | vaultId 16 | generation u64 | created ms u64 |
//          slot count u8 | slots (keySlots.ts) | HMAC-SHA256 of all before under HKDF(master key, "header", vaultId).
// Both copies hold the same generation once a change is complete, so that a revoked secret opens neither.
import { AppError, isAppError } from '../../shared/errors.ts';
import { deriveSubkey, equalBytes, hmacSha256, newKeyBuffer, zero } from './crypto.ts';
import { openError, saveError } from './ioErrors.ts';
import { MAX_SLOTS, decodeSlot, encodeSlot, makeSlot, openSlot, sameSlot } from './keySlots.ts';
import type { KeySlot, SlotKind } from './keySlots.ts';
import { readCopies, repairPair, writePair } from './pairFile.ts';
import type { PairParse } from './pairFile.ts';
import { secretBytes } from './secretBytes.ts';
import type { KdfParams, VaultDeps, VaultSecret } from './types.ts';

/** What this version writes, and the oldest reader that understands it. */
export const FORMAT_VERSION = 1;
const MIN_READER_VERSION = 1;

export type UnlockedHeader = {
  /** 32 lower-case hex digits. */
  readonly vaultId: string;
  readonly vaultIdBytes: Uint8Array;
  /** The owner (the vault) zeroes it on close. */
  readonly masterKey: Uint8Array;
  readonly generation: number;
  /** The other copy was missing, damaged or not authentic; `repairHeader` puts it right. */
  readonly usedSpare: boolean;
  readonly formatVersion: number;
  readonly createdAt: number;
  readonly slots: readonly KeySlot[];
  /** The slot that opened; null after `createHeader`. */
  readonly openedBy: KeySlot | null;
};

type Header = Pick<UnlockedHeader, 'vaultIdBytes' | 'generation' | 'formatVersion' | 'createdAt' | 'slots'> & { readonly minReaderVersion: number };
type Parsed = { readonly header: Header; readonly signed: Uint8Array; readonly mac: Uint8Array };

const MAGIC = Buffer.from('TLHD', 'latin1');
const FIXED_BYTES = 41;
const ID_BYTES = 16;
const MAC_BYTES = 32;

/** Makes a new vault's header in an existing folder, durably. VAULT_EXISTS where there is one, SAVE_* where the disk refuses. */
export async function createHeader(deps: VaultDeps, folder: string, passphrase: string, recoveryCode: string): Promise<UnlockedHeader> {
  try {
    const before = await readCopies(deps.fs, folder, 'header');
    if (before.some((copy) => copy.state !== 'missing')) throw new AppError('VAULT_EXISTS');
    const vaultIdBytes = deps.random(ID_BYTES);
    const masterKey = newMasterKey(deps);
    const slots = [
      await slotFor(deps, vaultIdBytes, { kind: 'passphrase', text: passphrase }, masterKey),
      await slotFor(deps, vaultIdBytes, { kind: 'recoveryCode', text: recoveryCode }, masterKey),
    ];
    const header: Header = { vaultIdBytes, generation: 1, formatVersion: FORMAT_VERSION, minReaderVersion: MIN_READER_VERSION, createdAt: deps.now(), slots };
    await writePair(deps.fs, folder, 'header', header.generation, encodeHeader(header, masterKey));
    return unlocked(header, masterKey, false, null);
  } catch (error) {
    throw saveError(error);
  }
}

/**
 * Opens the header with a passphrase or recovery code; changes nothing on the disk.
 * UNLOCK_FAILED for a wrong secret and for a damaged slot alike, RECOVERY_CODE_MISTYPED, OPEN_NO_VAULT, OPEN_NEWER,
 * OPEN_DAMAGED (no usable copy, or none authentic), OPEN_DENIED, OPEN_FAILED.
 */
export async function unlockHeader(deps: VaultDeps, folder: string, secret: VaultSecret): Promise<UnlockedHeader> {
  const parsed = await readHeaders(deps, folder);
  const bytes = secretBytes(secret);
  const tried: KeySlot[] = [];
  try {
    for (const { header } of parsed) {
      const found = await openAnySlot(deps, header, secret.kind, bytes, tried);
      if (found === null) continue;
      // With the master key in hand it shows which copies are real. A secret that opens only an older copy
      // while a newer one is authentic has been revoked.
      const newest = parsed.find((copy) => isAuthentic(copy, found.masterKey));
      if (newest !== undefined && newest.header.slots.some((slot) => sameSlot(slot, found.slot))) {
        const authentic = parsed.filter((copy) => isAuthentic(copy, found.masterKey)).length;
        return unlocked(newest.header, found.masterKey, authentic < 2, found.slot);
      }
      zero(found.masterKey);
      throw new AppError(newest === undefined ? 'OPEN_DAMAGED' : 'UNLOCK_FAILED');
    }
    throw new AppError('UNLOCK_FAILED');
  } finally {
    zero(bytes);
  }
}

/**
 * Replaces the slot of `kind` (the one that opened, if it is of that kind) by one for `secretText`, in both copies.
 * A cut at any call leaves the old or the new secret working and every other slot untouched. The result shares the
 * master key with `header`. Rejects with SAVE_*; after a rejection both secrets must be taken as possible.
 */
export async function replaceSlot(deps: VaultDeps, folder: string, header: UnlockedHeader, kind: SlotKind, secretText: string): Promise<UnlockedHeader> {
  try {
    const old = header.openedBy?.kind === kind ? header.openedBy : header.slots.find((one) => one.kind === kind);
    const newKdfParams = strongerOf(deps.newKdfParams, old?.params);
    const slot = await slotFor({ ...deps, newKdfParams }, header.vaultIdBytes, { kind, text: secretText }, header.masterKey);
    const at = old === undefined ? -1 : header.slots.findIndex((one) => sameSlot(one, old));
    const slots = at < 0 ? [...header.slots, slot] : header.slots.with(at, slot);
    if (slots.length > MAX_SLOTS) throw new AppError('SAVE_FAILED', { reason: 'slots' });
    const next: Header = { ...header, minReaderVersion: MIN_READER_VERSION, generation: header.generation + 1, slots };
    const parse = authenticParse(header.masterKey);
    await writePair(deps.fs, folder, 'header', next.generation, encodeHeader(next, header.masterKey), parse);
    await repairPair(deps.fs, folder, 'header', parse, true);
    return unlocked(next, header.masterKey, false, header.openedBy?.kind === kind ? slot : header.openedBy);
  } catch (error) {
    throw saveError(error);
  }
}

/**
 * Makes both copies equal again after a spare was used or a change was cut between the two. Only while holding the
 * lock of a writable vault. True where something was written; rejects with SAVE_*.
 */
export async function repairHeader(deps: Pick<VaultDeps, 'fs'>, folder: string, header: UnlockedHeader): Promise<boolean> {
  try {
    return await repairPair(deps.fs, folder, 'header', authenticParse(header.masterKey), true);
  } catch (error) {
    throw saveError(error);
  }
}

/**
 * True where `secret` opens one of the slots in memory, as for signing a note; false for empty or mistyped input.
 * Costs one derivation per slot of its kind.
 */
export async function verifySecret(deps: VaultDeps, header: UnlockedHeader, secret: VaultSecret): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = secretBytes(secret);
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
  try {
    const found = await openAnySlot(deps, header, secret.kind, bytes, []);
    if (found === null) return false;
    zero(found.masterKey);
    return true;
  } finally {
    zero(bytes);
  }
}

async function readHeaders(deps: VaultDeps, folder: string): Promise<Parsed[]> {
  try {
    const copies = await readCopies(deps.fs, folder, 'header');
    if (copies.every((copy) => copy.state === 'missing')) throw new AppError('OPEN_NO_VAULT');
    const whole = copies.filter((copy) => copy.state === 'whole').toSorted((one, two) => two.generation - one.generation);
    // Said before anything else is read: a newer layout may mean something else by every later byte.
    if (whole.some((copy) => isNewer(copy.payload))) throw new AppError('OPEN_NEWER');
    const parsed = whole.flatMap((copy) => {
      const one = decodeHeader(copy.payload);
      return one === null || one.header.generation !== copy.generation ? [] : [one];
    });
    if (parsed.length === 0) throw new AppError('OPEN_DAMAGED');
    return parsed;
  } catch (error) {
    throw openError(error);
  }
}

/** Tries every slot of the kind that was not tried before; `tried` spares a second derivation for the other copy. */
async function openAnySlot(deps: VaultDeps, header: Pick<Header, 'vaultIdBytes' | 'slots'>, kind: SlotKind, secret: Uint8Array, tried: KeySlot[]): Promise<{ masterKey: Uint8Array; slot: KeySlot } | null> {
  for (const slot of header.slots) {
    if (slot.kind !== kind || tried.some((one) => sameSlot(one, slot))) continue;
    tried.push(slot);
    const masterKey = await openSlot(deps, header.vaultIdBytes, slot, secret);
    if (masterKey !== null) return { masterKey, slot };
  }
  return null;
}

async function slotFor(deps: VaultDeps, vaultId: Uint8Array, secret: VaultSecret, masterKey: Uint8Array): Promise<KeySlot> {
  const bytes = secretBytes(secret);
  try {
    return await makeSlot(deps, vaultId, secret.kind, bytes, masterKey);
  } finally {
    zero(bytes);
  }
}

/** A change of secret never makes guessing cheaper: the calibrated cost of the old slot is kept. */
function strongerOf(wanted: KdfParams, before: KdfParams | undefined): KdfParams {
  return before !== undefined && before.memoryKiB * before.passes > wanted.memoryKiB * wanted.passes ? before : wanted;
}

function newMasterKey(deps: VaultDeps): Uint8Array {
  const drawn = deps.random(32);
  const masterKey = newKeyBuffer();
  masterKey.set(drawn);
  zero(drawn);
  return masterKey;
}

function unlocked(header: Header, masterKey: Uint8Array, usedSpare: boolean, openedBy: KeySlot | null): UnlockedHeader {
  const { vaultIdBytes, generation, formatVersion, createdAt, slots } = header;
  return { vaultId: Buffer.from(vaultIdBytes).toString('hex'), vaultIdBytes, masterKey, generation, usedSpare, formatVersion, createdAt, slots, openedBy };
}

function authenticParse(masterKey: Uint8Array): PairParse<Header> {
  return (payload) => {
    const parsed = decodeHeader(payload);
    return parsed !== null && isAuthentic(parsed, masterKey) ? { generation: parsed.header.generation, value: parsed.header } : null;
  };
}

function isAuthentic(parsed: Parsed, masterKey: Uint8Array): boolean {
  return equalBytes(macOf(masterKey, parsed.header.vaultIdBytes, parsed.signed), parsed.mac);
}

function macOf(masterKey: Uint8Array, vaultId: Uint8Array, signed: Uint8Array): Uint8Array {
  const key = deriveSubkey(masterKey, 'header', vaultId);
  try {
    return hmacSha256(key, signed);
  } finally {
    zero(key);
  }
}

function encodeHeader(header: Header, masterKey: Uint8Array): Uint8Array {
  const front = Buffer.alloc(FIXED_BYTES);
  MAGIC.copy(front, 0);
  front.writeUInt16BE(header.formatVersion, 4);
  front.writeUInt16BE(header.minReaderVersion, 6);
  front.set(header.vaultIdBytes, 8);
  front.writeBigUInt64BE(BigInt(header.generation), 24);
  front.writeBigUInt64BE(BigInt(header.createdAt), 32);
  front.writeUInt8(header.slots.length, 40);
  const signed = Buffer.concat([front, ...header.slots.map(encodeSlot)]);
  return Buffer.concat([signed, macOf(masterKey, header.vaultIdBytes, signed)]);
}

function isNewer(payload: Uint8Array): boolean {
  const bytes = Buffer.from(payload);
  return bytes.length >= 8 && bytes.subarray(0, 4).equals(MAGIC) && bytes.readUInt16BE(6) > FORMAT_VERSION;
}

function decodeHeader(payload: Uint8Array): Parsed | null {
  const bytes = Buffer.from(payload);
  if (bytes.length < FIXED_BYTES + MAC_BYTES || !bytes.subarray(0, 4).equals(MAGIC)) return null;
  const signed = bytes.subarray(0, bytes.length - MAC_BYTES);
  const count = bytes.readUInt8(40);
  const slots: KeySlot[] = [];
  let at = FIXED_BYTES;
  while (slots.length < count && slots.length < MAX_SLOTS) {
    const read = decodeSlot(signed, at);
    if (read === null) return null;
    slots.push(read.slot);
    at = read.end;
  }
  if (slots.length !== count || at !== signed.length) return null;
  const generation = Number(bytes.readBigUInt64BE(24));
  const createdAt = Number(bytes.readBigUInt64BE(32));
  if (!Number.isSafeInteger(generation) || !Number.isSafeInteger(createdAt)) return null;
  const header = {
    formatVersion: bytes.readUInt16BE(4), minReaderVersion: bytes.readUInt16BE(6), vaultIdBytes: Uint8Array.from(bytes.subarray(8, 24)), generation, createdAt, slots,
  };
  return { header, signed, mac: bytes.subarray(signed.length) };
}
