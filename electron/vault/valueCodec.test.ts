import { expect, test } from 'vitest';
import { MAX_DEPTH, MAX_VALUE_BYTES, decodeValue, encodeValue, isDeeperThan } from './valueCodec.ts';
import { Note, Tree } from './vaultTestKit.ts';

const schemas = { note: Note, tree: Tree };

function nested(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

test('a value nested beyond the limit is refused, at the limit it is kept', () => {
  const kept = { tree: nested(MAX_DEPTH - 1) };
  expect(decodeValue(schemas, 'tree', encodeValue(schemas, 'tree', kept))).toEqual(kept);
  expect(() => encodeValue(schemas, 'tree', { tree: nested(MAX_DEPTH) })).toThrow(expect.objectContaining({ code: 'NOTE_TOO_DEEP' }));
  expect(() => encodeValue(schemas, 'tree', { tree: nested(100_000) })).toThrow(expect.objectContaining({ code: 'NOTE_TOO_DEEP' }));
});

test('a value that holds itself, or unfolds without end, is refused and not followed', () => {
  const circle: { tree: unknown } = { tree: null };
  circle.tree = circle;
  expect(() => encodeValue(schemas, 'tree', circle)).toThrow(expect.objectContaining({ code: 'NOTE_TOO_DEEP' }));
  let doubled: unknown = [];
  for (let level = 0; level < 38; level++) doubled = [doubled, doubled];
  expect(() => isDeeperThan(doubled, MAX_DEPTH)).toThrow(expect.objectContaining({ code: 'SAVE_TOO_LARGE' }));
});

test('size is counted in bytes of the text as stored', () => {
  const fits = { text: 'é'.repeat((MAX_VALUE_BYTES - 11) / 2) };
  expect(encodeValue(schemas, 'note', fits).length).toBeLessThanOrEqual(MAX_VALUE_BYTES);
  expect(() => encodeValue(schemas, 'note', { text: `${fits.text}éé` })).toThrow(expect.objectContaining({ code: 'SAVE_TOO_LARGE' }));
});

test('what is not of its schema is neither written nor returned', () => {
  expect(() => encodeValue(schemas, 'note', { text: 5 })).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  expect(() => encodeValue(schemas, 'note', { text: 'x', more: 1 })).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  for (const kind of ['unknown', 'toString', '__proto__', 'constructor']) {
    expect(() => encodeValue(schemas, kind, { text: 'x' })).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  }
  expect(() => decodeValue(schemas, 'note', Buffer.from('{"text":5}'))).toThrow(expect.objectContaining({ code: 'RECORD_DAMAGED' }));
  expect(() => decodeValue(schemas, 'note', Buffer.from('{"text":'))).toThrow(expect.objectContaining({ code: 'RECORD_DAMAGED' }));
});
