// Makes the ids of records: 128 random bits as 26 lower-case base32 characters. Refuses to carry meaning.
import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { LocalId } from '../../shared/brand.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_LENGTH = 26;

function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET.charAt((held << (5 - bits)) & 31) : text;
}

/** A new id of the given brand: `newRecordId(ClientId)`. */
export function newRecordId<S extends z.ZodType>(schema: S): z.infer<S> {
  return schema.parse(toBase32(randomBytes(17)).slice(0, ID_LENGTH));
}

/** A new id inside a record. */
export function newLocalId(): LocalId {
  return newRecordId(LocalId);
}

/** The id that belongs to a text: the same text always gives the same id. */
export function idOfContent<S extends z.ZodType>(schema: S, text: string): z.infer<S> {
  return schema.parse(toBase32(createHash('sha256').update(text, 'utf8').digest()).slice(0, ID_LENGTH));
}
