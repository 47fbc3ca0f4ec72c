// A record's value as bytes and back. Refuses what is too deep, too large or not of its schema, before
// anything is sealed: a note that could be saved and not read again would be a lost note.
import { AppError } from '../../shared/errors.ts';
import { migrateRecord, type MigratingRecord, type Migration } from '../../shared/vault/migrations/runner.ts';
import type { RecordSchemas } from './types.ts';

/** Measured limit of JSON.stringify here is above 2,000; a note needs about 20. */
export const MAX_DEPTH = 40;
export const MAX_VALUE_BYTES = 5 * 1024 * 1024;
/** More arrays and objects than 5 MiB of text can hold. */
const MAX_CONTAINERS = 2_000_000;

/** Checked, parsed by its schema and serialised. Rejects with BAD_REQUEST, NOTE_TOO_DEEP or SAVE_TOO_LARGE. */
export function encodeValue(schemas: RecordSchemas, kind: string, value: unknown): Uint8Array {
  // Before the schema, which would follow a hostile depth by recursion.
  if (isDeeperThan(value, MAX_DEPTH)) throw new AppError('NOTE_TOO_DEEP', { levels: MAX_DEPTH });
  const parsed = schemaOf(schemas, kind).safeParse(value);
  if (!parsed.success) throw new AppError('BAD_REQUEST', { kind }, { cause: parsed.error });
  const text = JSON.stringify(parsed.data);
  if (text === undefined) throw new AppError('BAD_REQUEST', { kind });
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > MAX_VALUE_BYTES) throw new AppError('SAVE_TOO_LARGE', { bytes: bytes.length, limit: MAX_VALUE_BYTES });
  return bytes;
}

/** Parsed and checked by its schema. Rejects with RECORD_DAMAGED: what we wrote would have passed. */
export function decodeValue(schemas: RecordSchemas, kind: string, bytes: Uint8Array): unknown {
  try {
    return schemaOf(schemas, kind).parse(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')));
  } catch (cause) {
    throw new AppError('RECORD_DAMAGED', { kind }, { cause });
  }
}

/**
 * As `decodeValue`, for an earlier revision: a run of migrations writes the newest one only, and no frame says of which
 * version its values are. It is brought forward by the fewest steps after which it fits.
 */
export function decodeEarlierValue(schemas: RecordSchemas, kind: string, bytes: Uint8Array, migrations: readonly Migration[]): unknown {
  const schema = schemaOf(schemas, kind);
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
    const fitting = migrations.map((_step, at) => at).concat(migrations.length).toReversed().map((from) => forward(migrations, { kind, value }, from)).find((one) => schema.safeParse(one).success);
    return schema.parse(fitting);
  } catch (cause) {
    throw new AppError('RECORD_DAMAGED', { kind }, { cause });
  }
}

/** undefined where a step cannot be made: it is written for the one shape before it. */
function forward(migrations: readonly Migration[], record: MigratingRecord, from: number): unknown {
  try {
    return migrateRecord(migrations, record, from).value;
  } catch (error) {
    if (error instanceof AppError) throw error;
    return undefined;
  }
}

function schemaOf(schemas: RecordSchemas, kind: string): RecordSchemas[string] {
  // hasOwn: a kind named like a property of every object must not find one.
  const schema = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
  if (schema === undefined) throw new AppError('BAD_REQUEST', { kind: 'unknown' });
  return schema;
}

/**
 * Deeper than `limit` levels of arrays and objects? Without recursion, so that the check itself cannot overflow;
 * a cycle is endlessly deep and so refused. Throws SAVE_TOO_LARGE for shared parts that would unfold without end.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level = containersIn([value]);
  let seen = 0;
  for (let depth = 1; level.length > 0; depth++) {
    seen += level.length;
    if (depth > limit) return true;
    if (seen > MAX_CONTAINERS) throw new AppError('SAVE_TOO_LARGE', { parts: MAX_CONTAINERS });
    level = containersIn(level.flatMap((one) => Object.values(one)));
  }
  return false;
}

function containersIn(values: readonly unknown[]): object[] {
  return values.filter((value) => typeof value === 'object' && value !== null);
}
