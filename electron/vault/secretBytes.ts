// Turns what a person typed into the bytes that go into the key derivation. Refuses empty and endless input.
import { AppError } from '../../shared/errors.ts';
import { parseRecoveryCode } from './recoveryCode.ts';
import type { VaultSecret } from './types.ts';

/** Longer ones are not typed by a person, and would only be a way to keep the app busy. */
export const MAX_PASSPHRASE_CHARS = 1024;

/**
 * Passphrase: NFKC, then UTF-8, so that the same words typed on another keyboard or system give the same bytes.
 * Recovery code: its 20 bytes. The caller zeroes the result. Throws UNLOCK_FAILED or RECOVERY_CODE_MISTYPED.
 */
export function secretBytes(secret: VaultSecret): Uint8Array {
  if (secret.kind === 'recoveryCode') return parseRecoveryCode(secret.text);
  if (secret.text.length > MAX_PASSPHRASE_CHARS) throw new AppError('UNLOCK_FAILED');
  const normal = secret.text.normalize('NFKC');
  if (normal.length === 0) throw new AppError('UNLOCK_FAILED');
  // Encoded into memory of its own: Buffer.from(text) would leave a copy in Node's shared pool.
  const room = new Uint8Array(normal.length * 3);
  const { written } = new TextEncoder().encodeInto(normal, room);
  const bytes = room.slice(0, written);
  room.fill(0);
  return bytes;
}
