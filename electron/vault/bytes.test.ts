import { expect, test } from 'vitest';
import { ByteReader, ByteWriter, FormatError } from './bytes.ts';

test.each([1, 2, 3, 7, 16, 4096])('what is written comes back, however often the writer must grow (from %i bytes)', (capacity) => {
  const out = new ByteWriter(capacity);
  for (let round = 0; round < 50; round++) {
    out.u8(round).u16(1000 + round).u32(2 ** 31 + round).u64(2 ** 45 + round).f64(round / 3).id(`id-${round}`).bytes(Buffer.alloc(round, round));
  }
  const source = new ByteReader(out.finish());
  for (let round = 0; round < 50; round++) {
    expect([source.u8(), source.u16(), source.u32(), source.u64(), source.f64(), source.id()]).toEqual([round, 1000 + round, 2 ** 31 + round, 2 ** 45 + round, round / 3, `id-${round}`]);
    expect(Buffer.from(source.bytes(round)).equals(Buffer.alloc(round, round))).toBe(true);
  }
  source.end();
});

test('reading past the end, and leaving bytes unread, is a format error', () => {
  const source = new ByteReader(Buffer.alloc(3));
  expect(() => source.u32()).toThrow(FormatError);
  source.u16();
  expect(() => source.end()).toThrow(FormatError);
  expect(() => new ByteReader(Buffer.from([5, 65])).id()).toThrow(FormatError);
  expect(() => new ByteReader(Buffer.alloc(8, 0xff)).u64()).toThrow(FormatError);
});
