// The key of one author's counseling notes, and the seal of one note under it. Refuses to open a note that stands in
// another place, or at another revision, than the one it was sealed for, or that was cut or altered.
//
// Sealed note: format u8 (1) | salt 16 | nonce 12 | ciphertext + tag 16. The plaintext is length u32 | UTF-8 | zeros up
// to a whole KiB, so that the length of a note is not to be read from outside.
import { AppError } from '../../shared/errors.ts';
import { AuthError, KEY_BYTES, NONCE_BYTES, deriveSubkey, newKeyBuffer, seal, unseal, zero } from './crypto.ts';
import { decodeSlot, encodeSlot, makeSlot, openSlot, type KeySlot, type SlotKind } from './keySlots.ts';
import { secretBytes } from './secretBytes.ts';
import type { VaultDeps, VaultSecret } from './types.ts';

export type AuthorKeyDeps = Pick<VaultDeps, 'deriveKey' | 'random' | 'newKdfParams' | 'testKdf'>;
/** Both slots and the id that binds them, in base64, as the vault keeps them. */
export type StoredAuthorKeys = { readonly keysId: string; readonly passphrase: string; readonly recoveryCode: string };
/** What a note is bound to. `revision` is the one that the vault gives the save: an earlier text cannot pass for the newest. */
export type NoteBinding = { readonly vaultId: string; readonly recordId: string; readonly clientId: string; readonly author: string; readonly revision: number; readonly createdAt: string; readonly updatedAt: string };

const FORMAT = 1;
const ID_BYTES = 16;
const SALT_BYTES = 16;
const LENGTH_BYTES = 4;
const PAD_TO = 1024;
const FRONT_BYTES = 1 + SALT_BYTES + NONCE_BYTES;
const NOTE_LABEL = 'counseling-note/1';

/** A new random key in two slots. The caller zeroes the key. */
export async function newAuthorKeys(deps: AuthorKeyDeps, passphrase: string, recoveryCode: string): Promise<{ readonly key: Uint8Array; readonly stored: StoredAuthorKeys }> {
  const key = newKeyBuffer();
  const drawn = deps.random(KEY_BYTES);
  key.set(drawn);
  zero(drawn);
  const keysId = deps.random(ID_BYTES);
  const stored = {
    keysId: toBase64(keysId), passphrase: await slotFor(deps, keysId, { kind: 'passphrase', text: passphrase }, key),
    recoveryCode: await slotFor(deps, keysId, { kind: 'recoveryCode', text: recoveryCode }, key),
  };
  return { key, stored };
}

/** The key, or null for a wrong secret or a damaged slot. RECOVERY_CODE_MISTYPED. The caller zeroes it. */
export async function openAuthorKey(deps: AuthorKeyDeps, stored: StoredAuthorKeys, secret: VaultSecret): Promise<Uint8Array | null> {
  const slot = slotOf(stored, secret.kind);
  const bytes = secretBytes(secret);
  try {
    return slot === null ? null : await openSlot(deps, fromBase64(stored.keysId), slot, bytes);
  } finally {
    zero(bytes);
  }
}

/** The same key under another secret of this kind; the other slot stays as it is. */
export async function withNewSecret(deps: AuthorKeyDeps, stored: StoredAuthorKeys, key: Uint8Array, secret: VaultSecret): Promise<StoredAuthorKeys> {
  // Never weaker than the slots made when this machine was measured.
  const before = (slotOf(stored, 'recoveryCode') ?? slotOf(stored, 'passphrase'))?.params;
  const newKdfParams = before !== undefined && before.memoryKiB * before.passes > deps.newKdfParams.memoryKiB * deps.newKdfParams.passes ? before : deps.newKdfParams;
  return { ...stored, [secret.kind]: await slotFor({ ...deps, newKdfParams }, fromBase64(stored.keysId), secret, key) };
}

/** The text under a key of its own: derived anew for each save, so that no key ever meets two texts. */
export function sealNoteText(random: VaultDeps['random'], authorKey: Uint8Array, binding: NoteBinding, text: string): string {
  const plain = padded(text);
  const salt = random(SALT_BYTES);
  const nonce = random(NONCE_BYTES);
  const key = noteKey(authorKey, salt, binding);
  try {
    return toBase64(Buffer.concat([Uint8Array.of(FORMAT), salt, nonce, seal(key, nonce, aadOf(binding), plain)]));
  } finally {
    zero(key, plain);
  }
}

/** RECORD_DAMAGED where this is not what was sealed for this place, or the key is not its key. */
export function openNoteText(authorKey: Uint8Array, binding: NoteBinding, sealed: string): string {
  const bytes = fromBase64(sealed);
  if (bytes.length < FRONT_BYTES || bytes[0] !== FORMAT) throw damaged();
  const key = noteKey(authorKey, bytes.subarray(1, 1 + SALT_BYTES), binding);
  try {
    const plain = unseal(key, bytes.subarray(1 + SALT_BYTES, FRONT_BYTES), aadOf(binding), bytes.subarray(FRONT_BYTES));
    try {
      return unpadded(plain);
    } finally {
      zero(plain);
    }
  } catch (error) {
    if (error instanceof AuthError) throw damaged(error);
    throw error;
  } finally {
    zero(key);
  }
}

function damaged(cause?: unknown): AppError {
  return new AppError('RECORD_DAMAGED', { kind: 'counsellingNote' }, { cause });
}

function padded(text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  const plain = new Uint8Array(Math.ceil((LENGTH_BYTES + encoded.length) / PAD_TO) * PAD_TO);
  new DataView(plain.buffer).setUint32(0, encoded.length);
  plain.set(encoded, LENGTH_BYTES);
  zero(encoded);
  return plain;
}

function unpadded(plain: Uint8Array): string {
  if (plain.length < LENGTH_BYTES) throw damaged();
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
  if (length > plain.length - LENGTH_BYTES) throw damaged();
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
}

/** A JSON list of strings and numbers: no two places give the same bytes. */
function aadOf({ vaultId, recordId, clientId, author, revision, createdAt, updatedAt }: NoteBinding): Uint8Array {
  return Buffer.from(JSON.stringify(['TLCN', FORMAT, vaultId, recordId, clientId, author, revision, createdAt, updatedAt]), 'utf8');
}

function noteKey(authorKey: Uint8Array, salt: Uint8Array, { recordId }: NoteBinding): Uint8Array {
  return deriveSubkey(authorKey, NOTE_LABEL, Buffer.concat([salt, Buffer.from(recordId, 'utf8')]));
}

async function slotFor(deps: AuthorKeyDeps, keysId: Uint8Array, secret: VaultSecret, key: Uint8Array): Promise<string> {
  const bytes = secretBytes(secret);
  try {
    return toBase64(encodeSlot(await makeSlot(deps, keysId, secret.kind, bytes, key)));
  } finally {
    zero(bytes);
  }
}

function slotOf(stored: StoredAuthorKeys, kind: SlotKind): KeySlot | null {
  const slot = decodeSlot(fromBase64(stored[kind]), 0)?.slot;
  return slot?.kind === kind ? slot : null;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
