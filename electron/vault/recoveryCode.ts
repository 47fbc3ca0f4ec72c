// The recovery code: 160 random bits as 32 Crockford base-32 characters and two check characters.
// Refuses a code with a typing error before any key is derived from it, so that the person learns at once.
import { AppError } from '../../shared/errors.ts';

/** No I, L, O or U: read aloud or copied by hand, they are taken for 1, 1, 0 and V. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 20;
const DATA_CHARS = 32;
const CHECK_CHARS = 2;
const GROUP = 4;
const BITS_PER_CHAR = 5;
/** The largest prime under 32 squared. A prime modulus with place weights that it does not divide catches every single wrong character and every swap of two neighbours. */
const CHECK_MODULUS = 1021;

/** A new code such as `4XK9-...`, in groups of four and a last group with the check. Shown once, never stored. */
export function newRecoveryCode(random: (bytes: number) => Uint8Array): string {
  const bytes = random(CODE_BYTES);
  const data = toChars(bytes);
  bytes.fill(0);
  const all = data + checkOf(data);
  return all.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? all;
}

/**
 * The 20 bytes of a typed code, which the caller zeroes. Case, spaces and hyphens do not matter; O counts as 0, I and L as 1.
 * Throws RECOVERY_CODE_MISTYPED for a wrong length, a character outside the alphabet, or a check that does not fit.
 */
export function parseRecoveryCode(text: string): Uint8Array {
  if (text.length > 200) throw new AppError('RECOVERY_CODE_MISTYPED');
  const plain = text.toUpperCase().replace(/[\s\u2010-\u2015_.-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== DATA_CHARS + CHECK_CHARS || [...plain].some((char) => !ALPHABET.includes(char))) throw new AppError('RECOVERY_CODE_MISTYPED');
  const data = plain.slice(0, DATA_CHARS);
  if (checkOf(data) !== plain.slice(DATA_CHARS)) throw new AppError('RECOVERY_CODE_MISTYPED');
  return toBytes(data);
}

/** Two characters, the weighted sum of the 32 values modulo 1021. */
function checkOf(data: string): string {
  let sum = 0;
  for (const char of data) sum = (sum * 32 + ALPHABET.indexOf(char)) % CHECK_MODULUS;
  return charAt(Math.floor(sum / 32)) + charAt(sum % 32);
}

function toChars(bytes: Uint8Array): string {
  let chars = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS_PER_CHAR) {
      bits -= BITS_PER_CHAR;
      chars += charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return chars;
}

function toBytes(chars: string): Uint8Array {
  const bytes = new Uint8Array(CODE_BYTES);
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const char of chars) {
    held = (held << BITS_PER_CHAR) | ALPHABET.indexOf(char);
    bits += BITS_PER_CHAR;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >> bits;
    at += 1;
    held &= (1 << bits) - 1;
  }
  return bytes;
}

function charAt(value: number): string {
  return ALPHABET.charAt(value);
}
