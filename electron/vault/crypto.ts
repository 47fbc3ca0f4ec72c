// The few cryptographic calls that the vault uses, in one file that can be audited in one sitting.
// Refuses every algorithm that Electron's BoringSSL lacks, and every tag shorter than 16 bytes.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

const CIPHER = 'aes-256-gcm';
/** Stated on both sides: without it a reader accepts a tag cut to 4 bytes, which can be guessed. */
const CIPHER_OPTIONS = { authTagLength: TAG_BYTES };

/** What was sealed is not what is here, or the key is not its key: the two cannot be told apart. */
export class AuthError extends Error {
  constructor(options?: ErrorOptions) {
    super('not authentic', options);
    this.name = 'AuthError';
  }
}

/** AES-256-GCM: ciphertext followed by the 16-byte tag. `aad` is bound to it and must be given again to open it. */
export function seal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv(CIPHER, key, nonce, CIPHER_OPTIONS);
  cipher.setAAD(aad);
  const body = cipher.update(plain);
  const rest = cipher.final();
  return Buffer.concat([body, rest, cipher.getAuthTag()]);
}

/**
 * Opens what `seal` made. Throws AuthError on any difference in key, nonce, additional data, text or tag,
 * and hands out no plaintext before the tag has been checked.
 */
export function unseal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array {
  if (sealed.length < TAG_BYTES) throw new AuthError();
  const split = sealed.length - TAG_BYTES;
  return unsealParts(key, nonce, aad, sealed.subarray(0, split), sealed.subarray(split));
}

/** As `unseal`, with the tag given apart. A tag of any length but 16 is refused. */
export function unsealParts(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, text: Uint8Array, tag: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, CIPHER_OPTIONS);
    decipher.setAAD(aad);
    decipher.setAuthTag(tag);
    const body = decipher.update(text);
    const rest = decipher.final();
    return rest.length === 0 ? body : Buffer.concat([body, rest]);
  } catch (cause) {
    throw new AuthError({ cause });
  }
}

/** HKDF-SHA256 to 32 bytes. One label per purpose, so that no key serves two. */
export function deriveSubkey(key: Uint8Array, label: string, salt: Uint8Array): Uint8Array {
  return Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(label, 'utf8'), KEY_BYTES));
}

export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(data).digest();
}

export function sha256(data: Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}

/** Compares in constant time; different lengths are different. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Overwrites keys and plaintext that are no longer needed. */
export function zero(...buffers: readonly Uint8Array[]): void {
  for (const buffer of buffers) buffer.fill(0);
}

/** Runs `work` over a key that outlives it only where it succeeds. */
export async function zeroedUnlessDone<T>(key: Uint8Array, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    zero(key);
    throw error;
  }
}

/** 32 zero bytes of their own, never a slice of the shared pool, so that zeroing leaves no copy behind. */
export function newKeyBuffer(): Uint8Array {
  return Buffer.alloc(KEY_BYTES);
}
