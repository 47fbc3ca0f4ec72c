import { expect, test } from 'vitest';
import { AuthError, deriveSubkey } from './crypto.ts';
import { PREFIX_BYTES, decodePrefix, encodePrefix, frameTag, openFrame, sealFrame } from './frame.ts';
import { decodeBody, encodeBody } from './frameBody.ts';
import type { FrameOp } from './frameBody.ts';
import { FormatError } from './bytes.ts';
import { decodeHead, encodeHead } from './segmentHead.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const KEY = Buffer.alloc(32, 1);
const VAULT = Buffer.alloc(16, 2);
const NONCE = Buffer.alloc(12, 3);
const BEFORE = Buffer.alloc(16, 4);
const place = { key: KEY, vaultId: VAULT, segment: 5 };
const OPS: FrameOp[] = [
  { op: 'shred', clientId: 'gone' },
  { op: 'clientKey', clientId: 'c1', ring: 1, sealed: Buffer.alloc(60, 6) },
  { op: 'put', recordId: 'n1', kind: 'note', clientId: 'c1', revision: 2, sealed: Buffer.from('sealed') },
  { op: 'put', recordId: 's1', kind: 'settings', clientId: null, revision: 1, sealed: Buffer.alloc(0) },
  { op: 'delete', recordId: 'n0' },
];

test('a frame body is the same bytes as ever, and comes back as it went', () => {
  const body = encodeBody(1_700_000_000_000, OPS);
  expect(hex(body)).toBe(`0100008056febc7842050000000304676f6e650402633101000000${'06'.repeat(60)}01026e31046e6f746502633102000000060000007365616c6564010273310873657474696e677300010000000000000002026e30`);
  const back = decodeBody(body);
  expect(back.savedAt).toBe(1_700_000_000_000);
  expect(back.ops.map((op) => op.op)).toEqual(['shred', 'clientKey', 'put', 'put', 'delete']);
  const first = back.ops[2];
  expect(first).toMatchObject({ recordId: 'n1', kind: 'note', clientId: 'c1', revision: 2 });
  if (first?.op === 'put') expect(Buffer.from(body.subarray(first.at, first.at + first.sealed.length)).toString()).toBe('sealed');
});

test('a body that is cut, continued or of an unknown kind is refused', () => {
  const body = encodeBody(0, OPS);
  for (let length = 0; length < body.length; length++) expect(() => decodeBody(body.subarray(0, length))).toThrow(FormatError);
  expect(() => decodeBody(Buffer.concat([body, Buffer.alloc(1)]))).toThrow(FormatError);
  const unknown = Buffer.from(body);
  unknown[13] = 99;
  expect(() => decodeBody(unknown)).toThrow(FormatError);
});

test('a sealed frame is the same bytes as ever for the same key and nonce', () => {
  const frame = sealFrame(place, 7, NONCE, BEFORE, Buffer.from('body'));
  expect(hex(frame)).toBe('544c463144000000070000000000000003030303030303030303030304040404040404040404040404040404f8b865d19a0e70e36b8e66af7b8c2340a30098558579c1cf');
  const { prefix, body } = openFrame(place, frame);
  expect([prefix.sequence, prefix.length, hex(prefix.previousTag), Buffer.from(body).toString()]).toEqual([7, frame.length, hex(BEFORE), 'body']);
  expect(hex(frameTag(frame))).toBe(hex(frame.subarray(frame.length - 16)));
});

test('a frame opens in its own vault and segment only', () => {
  const frame = sealFrame(place, 7, NONCE, BEFORE, Buffer.from('body'));
  expect(() => openFrame({ ...place, segment: 6 }, frame)).toThrow(AuthError);
  expect(() => openFrame({ ...place, vaultId: Buffer.alloc(16, 9) }, frame)).toThrow(AuthError);
  expect(() => openFrame({ ...place, key: Buffer.alloc(32, 9) }, frame)).toThrow(AuthError);
});

test('a frame given another sequence or another frame before it is refused, with a right checksum too', () => {
  const frame = sealFrame(place, 7, NONCE, BEFORE, Buffer.from('body'));
  const forge = (over: Partial<Parameters<typeof encodePrefix>[0]>): Uint8Array =>
    Buffer.concat([encodePrefix({ length: frame.length, sequence: 7, nonce: NONCE, previousTag: BEFORE, ...over }), frame.subarray(PREFIX_BYTES)]);
  expect(Buffer.from(openFrame(place, forge({})).body).toString()).toBe('body');
  expect(() => openFrame(place, forge({ sequence: 8 }))).toThrow(AuthError);
  expect(() => openFrame(place, forge({ previousTag: Buffer.alloc(16, 5) }))).toThrow(AuthError);
});

test('every changed byte of a frame is noticed', () => {
  const frame = sealFrame(place, 7, NONCE, BEFORE, Buffer.from('body'));
  for (let at = 0; at < frame.length; at++) {
    const changed = Buffer.from(frame);
    changed[at] = (changed[at] ?? 0) ^ 0x40;
    expect(() => openFrame(place, changed), `byte ${at}`).toThrow(AuthError);
  }
});

test('a prefix carries sequences beyond 32 bits, and lengths that cannot be are not believed', () => {
  const prefix = { length: 64, sequence: 2 ** 40 + 5, nonce: NONCE, previousTag: BEFORE };
  expect(decodePrefix(encodePrefix(prefix), 0)?.sequence).toBe(2 ** 40 + 5);
  expect(decodePrefix(encodePrefix({ ...prefix, length: 63 }), 0)).toBeNull();
  expect(decodePrefix(encodePrefix({ ...prefix, length: 2 ** 31 }), 0)).toBeNull();
  expect(decodePrefix(Buffer.alloc(PREFIX_BYTES), 0)).toBeNull();
});

test('a segment head is believed under its own number, vault and key only', () => {
  const headKey = deriveSubkey(KEY, 'head', VAULT);
  const head = { number: 5, salt: Buffer.alloc(32, 8), firstSequence: 12, startTag: BEFORE };
  const bytes = encodeHead(head, VAULT, headKey);
  expect(hex(bytes)).toBe('544c53454700000001000000050000000202020202020202020202020202020208080808080808080808080808080808080808080808080808080808080808080c000000000000000404040404040404040404040404040400000000000000001ce52f7ffb81855df57e90b85ece48ee01550984ab649404c4bf9b312173d99a');
  expect(decodeHead(bytes, 5, VAULT, headKey)).toEqual(head);
  expect(decodeHead(bytes, 6, VAULT, headKey)).toBeNull();
  expect(decodeHead(bytes, 5, Buffer.alloc(16, 9), headKey)).toBeNull();
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(decodeHead(changed, 5, VAULT, headKey), `byte ${at}`).toBeNull();
  }
});
