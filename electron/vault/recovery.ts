// Rebuilds the directory from what is on the disk and says what was lost on the way. Refuses to write:
// what is to be cut or put aside is named here and done by `settle.ts` while the lock is held.
import { join } from 'node:path';
import { TAG_BYTES, equalBytes, zero } from './crypto.ts';
import type { ClientKeys } from './clientKeys.ts';
import type { Current, SegmentEnd, SegmentRecord } from './currentFile.ts';
import { createDirectory } from './directory.ts';
import type { Directory, PlacedEntry } from './directory.ts';
import { applyEffect, createEffectBuilder } from './effect.ts';
import { isPassingRead, listOrNone, readFileExactly, readUpTo, withRetry } from './fsTools.ts';
import { decodeHint } from './hint.ts';
import type { SegmentEffect } from './hint.ts';
import { SEGMENTS, hintPath, segmentKey, segmentName, segmentNumber, segmentPath } from './layout.ts';
import type { LogContext } from './layout.ts';
import type { LogState } from './log.ts';
import { errnoCode } from './nodeFs.ts';
import { chainBreaks, lastNonZero, scanSegment, scanSegmentSlowly } from './scan.ts';
import type { Scan, ScannedFrame } from './scan.ts';
import { HEAD_BYTES, decodeHead } from './segmentHead.ts';
import type { SegmentHead } from './segmentHead.ts';
import type { Breathe } from './types.ts';

/** Larger than any segment we write: what is larger is not read as one. */
const MAX_SEGMENT_FILE = 64 * 1024 * 1024;
const LOAD_AT_ONCE = 6;

export type Cut = { readonly segment: number; readonly keep: number; readonly tornBytes: number };

export type Recovered = {
  readonly directory: Directory;
  readonly state: LogState;
  readonly lastSavedAt: number | null;
  /** Tag of the frame with this sequence; a segment known by its hint only is read for it. undefined: no such frame was found. */
  readonly tagAt: (sequence: number) => Promise<Uint8Array | undefined>;
  readonly tornTailBytes: number;
  /** Bytes within segments that belong to no authentic frame, as far as segments were read. */
  readonly damagedBytes: number;
  /** Frames opened, not those known from hints. */
  readonly framesRead: number;
  readonly damaged: readonly PlacedEntry[];
  readonly chainBreaks: number;
  readonly missingSegments: readonly number[];
  /** `current` was older than the segments: frames were found in segments it does not name. */
  readonly currentWasBehind: boolean;
  readonly cuts: readonly Cut[];
  readonly hints: readonly { readonly record: SegmentRecord & { readonly end: SegmentEnd }; readonly effect: SegmentEffect }[];
  /** Segment files that hold nothing of ours, or nothing at all. */
  readonly strays: readonly { readonly name: string; readonly empty: boolean }[];
};

type Loaded = {
  /** null: nothing in it, or nothing known of it. */
  readonly record: (SegmentRecord & { readonly end: SegmentEnd }) | null;
  readonly effect: SegmentEffect | null;
  readonly damaged: readonly PlacedEntry[];
  readonly breaks: number;
  readonly missing: boolean;
  readonly cut: Cut | null;
  readonly hintWanted: boolean;
  readonly damagedBytes: number;
  /** By sequence, where the segment was read. */
  readonly tags: ReadonlyMap<number, Uint8Array>;
};

const NO_TAGS: ReadonlyMap<number, Uint8Array> = new Map();

export type RecoverOptions = {
  /** false: every frame of every segment is decrypted, as for checking a backup. */
  readonly trustHints: boolean;
  /**
   * A segment that the medium cannot read counts as damaged instead of stopping the opening. Only where nothing is
   * written: a vault that is written to would forget that segment, and the fault may have been a passing one.
   */
  readonly forgiveUnreadable: boolean;
  /** Segments that `current` does not name are left alone: beside a vault that is being written to, they are newer than it. */
  readonly onlyListed?: boolean;
  /** Reads one segment at a time with pauses, for a check beside a person's work. */
  readonly breathe?: Breathe;
};

export async function recover(context: LogContext, current: Current, keys: ClientKeys, options: RecoverOptions): Promise<Recovered> {
  const found = options.onlyListed === true ? { extra: [], strays: [], highest: 0 } : await findSegments(context, current);
  const records: SegmentRecord[] = [...current.segments, ...found.extra];
  const directory = createDirectory();
  const loaded = await loadAll(context, records, options);
  for (const one of loaded) if (one.effect !== null) applyEffect(one.effect, directory, keys);
  const finished = loaded.flatMap((one) => (one.record === null ? [] : [one.record]));
  const last = finished.at(-1);
  return {
    directory,
    state: {
      generation: current.generation,
      dataVersion: current.dataVersion,
      nextSegment: Math.max(current.nextSegment, found.highest + 1),
      finished,
      lastSequence: finished.reduce((most, one) => Math.max(most, one.end.lastSequence), 0),
      lastTag: last?.end.lastTag ?? Buffer.alloc(TAG_BYTES),
    },
    lastSavedAt: loaded.reduce<number | null>((at, one) => one.effect?.savedAt ?? at, null),
    tagAt: async (sequence) => {
      const known = finished.find((one) => one.end.lastSequence === sequence)?.end.lastTag ?? loaded.find((one) => one.tags.has(sequence))?.tags.get(sequence);
      const within = finished.find((one) => one.firstSequence <= sequence && sequence < one.end.lastSequence);
      return known ?? (within === undefined ? undefined : (await loadSegment(context, within, null, { ...options, trustHints: false })).tags.get(sequence));
    },
    tornTailBytes: loaded.reduce((sum, one) => sum + (one.cut?.tornBytes ?? 0), 0),
    damagedBytes: loaded.reduce((sum, one) => sum + one.damagedBytes, 0),
    framesRead: loaded.reduce((sum, one) => sum + one.tags.size, 0),
    damaged: loaded.flatMap((one) => one.damaged).filter((entry) => isCurrent(directory, entry)),
    chainBreaks: loaded.reduce((sum, one) => sum + one.breaks, breaksBetween(finished)),
    missingSegments: loaded.flatMap((one, index) => (one.missing ? [records[index]?.number ?? 0] : [])),
    currentWasBehind: loaded.slice(current.segments.length).some((one) => one.record !== null),
    cuts: loaded.flatMap((one) => (one.cut === null ? [] : [one.cut])),
    hints: loaded.flatMap((one) => (one.hintWanted && one.record !== null && one.effect !== null ? [{ record: one.record, effect: one.effect }] : [])),
    strays: [...found.strays, ...emptyOnes(records, loaded)],
  };
}

/** Several at a time, because a year of use leaves hundreds of small segments; what they say is applied in their order. */
async function loadAll(context: LogContext, records: readonly SegmentRecord[], options: RecoverOptions): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  const atOnce = options.breathe === undefined ? LOAD_AT_ONCE : 1;
  for (let from = 0; from < records.length; from += atOnce) {
    const group = records.slice(from, from + atOnce);
    loaded.push(...(await Promise.all(group.map((record, index) => loadSegment(context, record, records[from + index + 1]?.firstSequence ?? null, options)))));
  }
  return loaded;
}

function isCurrent(directory: Directory, entry: PlacedEntry): boolean {
  const now = directory.get(entry.recordId);
  return now !== undefined && now.segment === entry.segment && now.frameOffset === entry.frameOffset && now.at === entry.at;
}

function emptyOnes(records: readonly SegmentRecord[], loaded: readonly Loaded[]): { name: string; empty: boolean }[] {
  return loaded.flatMap((one, index) => {
    const record = records[index];
    return one.record !== null || one.missing || record === undefined ? [] : [{ name: segmentName(record.number), empty: one.cut === null || one.cut.tornBytes === 0 }];
  });
}

/** Each segment must begin where the one before it ended. */
function breaksBetween(finished: readonly (SegmentRecord & { readonly end: SegmentEnd })[]): number {
  let breaks = 0;
  for (const [index, record] of finished.entries()) {
    const before = finished[index - 1];
    if (before === undefined) continue;
    if (!equalBytes(record.startTag, before.end.lastTag) || record.firstSequence !== before.end.lastSequence + 1) breaks += 1;
  }
  return breaks;
}

/** Segments that `current` does not name: later ones are read, the others are strays. */
async function findSegments(context: LogContext, current: Current): Promise<{ extra: SegmentRecord[]; strays: { name: string; empty: boolean }[]; highest: number }> {
  const listed = new Set(current.segments.map((one) => one.number));
  const lastListed = Math.max(0, ...listed);
  const extra: SegmentRecord[] = [];
  const strays: { name: string; empty: boolean }[] = [];
  let highest = lastListed;
  for (const name of await listOrNone(context.fs, join(context.folder, SEGMENTS))) {
    const number = segmentNumber(name);
    if (number !== null) highest = Math.max(highest, number);
    if (number !== null && listed.has(number)) continue;
    const head = number === null || number <= lastListed ? null : await readHead(context, number);
    if (head === null) strays.push({ name, empty: false });
    else extra.push({ ...head, end: null });
  }
  return { extra, strays, highest };
}

async function readHead(context: LogContext, number: number): Promise<SegmentHead | null> {
  try {
    const bytes = await withRetry(() => readFileExactly(context.fs, segmentPath(context.folder, number), MAX_SEGMENT_FILE), isPassingRead);
    return bytes === null ? null : decodeHead(bytes, number, context.vaultId, context.keys.head);
  } catch (error) {
    if (notAFile(error)) return null;
    throw error;
  }
}

/** A link, folder or FIFO where a file should be, or nothing at all: damage, not a reason to stop. */
function notAFile(error: unknown): boolean {
  return ['ENOENT', 'ELOOP', 'EISDIR', 'EINVAL', 'ENXIO'].includes(errnoCode(error) ?? '');
}

async function loadSegment(context: LogContext, record: SegmentRecord, nextFirst: number | null, options: RecoverOptions): Promise<Loaded> {
  const hint = record.end === null || !options.trustHints ? null : await readHint(context, record, record.end);
  let bytes: Buffer | null;
  try {
    const { end } = record;
    if (end !== null && hint !== null && (await withRetry(() => endsAsRecorded(context, record.number, end), isPassingRead))) {
      return { record: { ...record, end }, effect: hint, damaged: [], breaks: 0, missing: false, cut: null, hintWanted: false, damagedBytes: 0, tags: NO_TAGS };
    }
    bytes = await withRetry(() => readFileExactly(context.fs, segmentPath(context.folder, record.number), MAX_SEGMENT_FILE), isPassingRead);
  } catch (error) {
    if (!notAFile(error) && !(options.forgiveUnreadable && errnoCode(error) === 'EIO')) throw error;
    bytes = null;
  }
  if (bytes === null) return missing(record, hint);
  return record.end === null ? loadLive(context, record, nextFirst, bytes, options) : loadFinished(context, { ...record, end: record.end }, hint, bytes, options);
}

function missing(record: SegmentRecord, hint: SegmentEffect | null): Loaded {
  const known = record.end === null ? null : { ...record, end: record.end };
  return { record: known, effect: hint, damaged: hint?.puts ?? [], breaks: 0, missing: true, cut: null, hintWanted: false, damagedBytes: 0, tags: NO_TAGS };
}

/** Length to the byte, and the last frame's tag where it should be: enough to see a file that was cut, grown or exchanged. */
async function endsAsRecorded(context: LogContext, segment: number, end: SegmentEnd): Promise<boolean> {
  const file = await context.fs.open(segmentPath(context.folder, segment), 'r');
  try {
    if ((await file.size()) !== end.length) return false;
    return equalBytes(await readUpTo(file, end.length - TAG_BYTES, TAG_BYTES), end.lastTag);
  } finally {
    await file.close();
  }
}

async function readHint(context: LogContext, record: SegmentRecord, end: SegmentEnd): Promise<SegmentEffect | null> {
  try {
    const bytes = await readFileExactly(context.fs, hintPath(context.folder, record.number), MAX_SEGMENT_FILE);
    return bytes === null ? null : decodeHint(context, record.number, record.salt, end, bytes);
  } catch (error) {
    // Whatever is the matter with a hint, the segment itself has the answer.
    if (notAFile(error) || errnoCode(error) === 'EIO') return null;
    throw error;
  }
}

async function scanned(context: LogContext, record: SegmentRecord, bytes: Buffer, { breathe }: RecoverOptions): Promise<Scan> {
  const key = segmentKey(context.keys, record.salt);
  const place = { key, vaultId: context.vaultId, segment: record.number };
  try {
    return breathe === undefined ? scanSegment(bytes, place, record.firstSequence) : await scanSegmentSlowly(bytes, place, record.firstSequence, breathe);
  } finally {
    zero(key);
  }
}

function tagsOf(frames: readonly ScannedFrame[]): ReadonlyMap<number, Uint8Array> {
  return new Map(frames.map((frame) => [frame.sequence, frame.tag]));
}

function bytesIn(stretches: readonly { readonly length: number }[]): number {
  return stretches.reduce((sum, one) => sum + one.length, 0);
}

function effectOf(record: SegmentRecord, frames: readonly ScannedFrame[]): SegmentEffect {
  const builder = createEffectBuilder();
  for (const frame of frames) builder.add({ segment: record.number, offset: frame.offset, length: frame.length }, frame.body.savedAt, frame.body.ops);
  return builder.build();
}

/** The segment that was written to when the last run ended: its end is found here. */
async function loadLive(context: LogContext, record: SegmentRecord, nextFirst: number | null, bytes: Buffer, options: RecoverOptions): Promise<Loaded> {
  const scan = await scanned(context, record, bytes, options);
  // A later segment that begins at a sequence took it over: the frame here failed and was written again there.
  const frames = scan.frames.filter((frame) => nextFirst === null || frame.sequence < nextFirst);
  const last = frames.at(-1);
  const keep = last === undefined ? Math.min(HEAD_BYTES, bytes.length) : last.offset + last.length;
  const tornBytes = Math.max(0, lastNonZero(bytes) + 1 - keep);
  const cut = tornBytes > 0 || bytes.length > keep ? { segment: record.number, keep, tornBytes } : null;
  // The head was on the medium before `current` named the segment: if it is not whole now, it was damaged.
  const headBreaks = decodeHead(bytes, record.number, context.vaultId, context.keys.head) === null ? 1 : 0;
  const missing = bytes.length < HEAD_BYTES;
  if (last === undefined) return { record: null, effect: null, damaged: [], breaks: headBreaks, missing, cut, hintWanted: false, damagedBytes: 0, tags: NO_TAGS };
  const breaks = headBreaks + Math.max(chainBreaks(frames, record.startTag), scan.damaged.filter((one) => one.offset < keep).length);
  const end = { length: keep, lastSequence: last.sequence, lastTag: last.tag };
  return { record: { ...record, end }, effect: effectOf(record, frames), damaged: [], breaks, missing: false, cut, hintWanted: breaks === 0, damagedBytes: bytesIn(scan.damaged), tags: tagsOf(frames) };
}

/** A finished segment whose hint is gone, or whose end is not as `current` says. */
async function loadFinished(context: LogContext, record: SegmentRecord & { readonly end: SegmentEnd }, hint: SegmentEffect | null, bytes: Buffer, options: RecoverOptions): Promise<Loaded> {
  const { end } = record;
  const { frames, damaged: gaps } = await scanned(context, record, bytes.subarray(0, end.length), options);
  const lastTag = frames.at(-1)?.tag ?? record.startTag;
  const breaks = chainBreaks(frames, record.startTag) + (equalBytes(lastTag, end.lastTag) ? 0 : 1);
  const whole = new Set(frames.map((frame) => frame.offset));
  const damaged = hint?.puts.filter((entry) => !whole.has(entry.frameOffset)) ?? [];
  const excess = bytes.length - end.length;
  const tornBytes = Math.max(0, lastNonZero(bytes) + 1 - end.length);
  return {
    record, effect: hint ?? effectOf(record, frames), damaged, breaks,
    missing: bytes.length < end.length,
    cut: excess > 0 ? { segment: record.number, keep: end.length, tornBytes } : null,
    hintWanted: hint === null && breaks === 0,
    // A damaged head costs nothing (what it says is in `current` too), but it is damage.
    damagedBytes: bytesIn(gaps) + (decodeHead(bytes, record.number, context.vaultId, context.keys.head) === null ? HEAD_BYTES : 0),
    tags: tagsOf(frames),
  };
}
