import { expect, it, test } from 'vitest';
import { AuthError, deriveSubkey, equalBytes, hmacSha256, newKeyBuffer, seal, sha256, unseal, unsealParts, zero, zeroedUnlessDone } from './crypto.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Buffer => Buffer.from(text, 'hex');
const KEY = Buffer.alloc(32, 7);
const NONCE = Buffer.alloc(12, 9);
const AAD = Buffer.from('the prefix');
const PLAIN = Buffer.from('a note');

// McGrew and Viega, "The Galois/Counter Mode of Operation", test case 16 (AES-256, additional data, 60 bytes).
test('AES-256-GCM gives the published vector', () => {
  const key = bytes('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
  const aad = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
  const plain = bytes('d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39');
  const sealed = seal(key, bytes('cafebabefacedbaddecaf888'), aad, plain);
  expect(hex(sealed)).toBe('522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b');
  expect(hex(unseal(key, bytes('cafebabefacedbaddecaf888'), aad, sealed))).toBe(hex(plain));
});

// RFC 5869, test case 3 (no salt, no info), its first 32 bytes; then one of our own labels.
test('HKDF-SHA256 gives the published vector, and another key for every label and salt', () => {
  const input = Buffer.alloc(22, 0x0b);
  expect(hex(deriveSubkey(input, '', Buffer.alloc(0)))).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d');
  const salt = bytes('000102030405060708090a0b0c');
  expect(hex(deriveSubkey(input, 'throughline/1/test', salt))).toBe('c1727c1513f27b706fc2c74034f1de491da4169d976d1dc52885ba2cca66589c');
  expect(hex(deriveSubkey(input, 'throughline/1/other', salt))).not.toBe(hex(deriveSubkey(input, 'throughline/1/test', salt)));
});

// RFC 4231, test case 2; FIPS 180-4, "abc".
test('HMAC-SHA256 and SHA-256 give the published vectors', () => {
  expect(hex(hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')))).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  expect(hex(sha256(Buffer.from('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a tag cut short is refused, at every length', () => {
  const sealed = seal(KEY, NONCE, AAD, PLAIN);
  const text = sealed.subarray(0, PLAIN.length);
  const tag = sealed.subarray(PLAIN.length);
  expect(tag.length).toBe(16);
  for (let length = 0; length < 16; length++) expect(() => unsealParts(KEY, NONCE, AAD, text, tag.subarray(0, length)), `tag of ${length}`).toThrow(AuthError);
  expect(hex(unsealParts(KEY, NONCE, AAD, text, tag))).toBe(hex(PLAIN));
});

test('one changed bit in key, nonce, additional data or sealed bytes is refused', () => {
  const sealed = seal(KEY, NONCE, AAD, PLAIN);
  const flipped = (source: Uint8Array, at: number): Uint8Array => Buffer.from(source).fill((source[at] ?? 0) ^ 1, at, at + 1);
  expect(() => unseal(flipped(KEY, 3), NONCE, AAD, sealed)).toThrow(AuthError);
  expect(() => unseal(KEY, flipped(NONCE, 3), AAD, sealed)).toThrow(AuthError);
  for (let at = 0; at < AAD.length; at++) expect(() => unseal(KEY, NONCE, flipped(AAD, at), sealed)).toThrow(AuthError);
  for (let at = 0; at < sealed.length; at++) expect(() => unseal(KEY, NONCE, AAD, flipped(sealed, at))).toThrow(AuthError);
  for (let length = 0; length < sealed.length; length++) expect(() => unseal(KEY, NONCE, AAD, sealed.subarray(0, length))).toThrow(AuthError);
});

test('keys have memory of their own, and zeroing leaves nothing', () => {
  const key = newKeyBuffer();
  expect(key.buffer.byteLength).toBe(32);
  key.fill(5);
  zero(key);
  expect(equalBytes(key, Buffer.alloc(32))).toBe(true);
  expect(equalBytes(key, Buffer.alloc(31))).toBe(false);
});

it('takes a key away where the work over it fails, and leaves it where it is done', async () => {
  const key = newKeyBuffer().fill(7);
  expect(await zeroedUnlessDone(key, async () => 'done')).toBe('done');
  expect(key.every((byte) => byte === 7)).toBe(true);
  await expect(zeroedUnlessDone(key, async () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(key.every((byte) => byte === 0)).toBe(true);
});
