// Little-endian packing and unpacking for everything the vault puts on disk.
// Refuses to read past the end: a short or overlong field is a FormatError, never a guess.

/** Authentic or not, these bytes are not of the expected shape. */
export class FormatError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'FormatError';
  }
}

const TWO_32 = 2 ** 32;

/** Grows as needed; `finish` hands out the bytes without another copy. */
export class ByteWriter {
  #buffer: Buffer;
  #length = 0;

  constructor(capacity = 256) {
    this.#buffer = Buffer.alloc(capacity);
  }

  get length(): number {
    return this.#length;
  }

  u8(value: number): this {
    const at = this.#take(1);
    this.#buffer.writeUInt8(value, at);
    return this;
  }

  u16(value: number): this {
    const at = this.#take(2);
    this.#buffer.writeUInt16LE(value, at);
    return this;
  }

  u32(value: number): this {
    const at = this.#take(4);
    this.#buffer.writeUInt32LE(value, at);
    return this;
  }

  /** A safe integer in eight bytes. */
  u64(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new FormatError('u64 out of range');
    this.u32(value % TWO_32);
    return this.u32(Math.floor(value / TWO_32));
  }

  f64(value: number): this {
    const at = this.#take(8);
    this.#buffer.writeDoubleLE(value, at);
    return this;
  }

  bytes(value: Uint8Array): this {
    const at = this.#take(value.length);
    this.#buffer.set(value, at);
    return this;
  }

  /** ASCII up to 255 characters, one length byte in front. Identifiers only. */
  id(value: string): this {
    this.u8(value.length);
    const at = this.#take(value.length);
    this.#buffer.write(value, at, 'latin1');
    return this;
  }

  finish(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** May put another buffer in place, so it is called before `#buffer` is looked at. */
  #take(count: number): number {
    const start = this.#length;
    const end = start + count;
    if (end > this.#buffer.length) {
      const larger = Buffer.alloc(Math.max(end, this.#buffer.length * 2));
      this.#buffer.copy(larger, 0, 0, start);
      this.#buffer.fill(0);
      this.#buffer = larger;
    }
    this.#length = end;
    return start;
  }
}

/** Reads what ByteWriter wrote. `bytes` returns views, not copies. */
export class ByteReader {
  readonly #buffer: Buffer;
  #at = 0;

  constructor(source: Uint8Array) {
    this.#buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  }

  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#buffer.length - this.#at;
  }

  u8(): number {
    return this.#buffer.readUInt8(this.#take(1));
  }

  u16(): number {
    return this.#buffer.readUInt16LE(this.#take(2));
  }

  u32(): number {
    return this.#buffer.readUInt32LE(this.#take(4));
  }

  u64(): number {
    const low = this.u32();
    const value = this.u32() * TWO_32 + low;
    if (!Number.isSafeInteger(value)) throw new FormatError('u64 out of range');
    return value;
  }

  f64(): number {
    return this.#buffer.readDoubleLE(this.#take(8));
  }

  bytes(count: number): Uint8Array {
    const start = this.#take(count);
    return this.#buffer.subarray(start, start + count);
  }

  id(): string {
    const count = this.u8();
    const start = this.#take(count);
    return this.#buffer.toString('latin1', start, start + count);
  }

  /** Everything must have been read: what is left over was not written by us. */
  end(): void {
    if (this.left !== 0) throw new FormatError('bytes left over');
  }

  #take(count: number): number {
    const start = this.#at;
    if (start + count > this.#buffer.length) throw new FormatError('cut short');
    this.#at = start + count;
    return start;
  }
}
