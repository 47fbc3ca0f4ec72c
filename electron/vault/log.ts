// The writing end of the log: the live segment, the frame appended to it, and the switch to the next one.
// Refuses to acknowledge before the fsync, and to append behind a frame that failed.
import { AppError } from '../../shared/errors.ts';
import { NONCE_BYTES, TAG_BYTES, zero } from './crypto.ts';
import type { ClientKeys } from './clientKeys.ts';
import { writeCurrent } from './currentFile.ts';
import type { SegmentEnd, SegmentRecord } from './currentFile.ts';
import { createEffectBuilder } from './effect.ts';
import type { EffectBuilder } from './effect.ts';
import { PREFIX_BYTES, frameTag, sealFrame } from './frame.ts';
import type { FrameAt } from './frameBody.ts';
import { encodeHint } from './hint.ts';
import { MAX_FRAME_BYTES, hintPath, segmentKey, segmentPath } from './layout.ts';
import type { LogContext } from './layout.ts';
import { createSegmentFile, extendZeros, quietly, replaceUnsynced } from './segment.ts';
import type { SegmentFiles } from './segmentFiles.ts';
import { HEAD_BYTES } from './segmentHead.ts';
import type { SegmentHead } from './segmentHead.ts';
import type { VaultFile } from './vaultFs.ts';
import { writeFully } from './wholeFile.ts';

type Live = {
  readonly head: SegmentHead;
  readonly key: Uint8Array;
  readonly file: VaultFile;
  /** Gives up the writer's hold on the file. */
  readonly release: () => Promise<void>;
  readonly effect: EffectBuilder;
  /** Offset after the last acknowledged frame. */
  committed: number;
  /** Offset up to which zeros were written ahead. */
  filled: number;
};

/** Where the log stands when it is taken over for writing. */
export type LogState = {
  readonly generation: number;
  readonly dataVersion: number;
  readonly nextSegment: number;
  readonly finished: readonly SegmentRecord[];
  readonly lastSequence: number;
  readonly lastTag: Uint8Array;
};

export type Appended = { readonly frame: FrameAt; readonly sequence: number };

/** A view that does not change any more, for a backup: every segment with its end. */
export type LogSnapshot = LogState & { readonly segments: readonly (SegmentRecord & { readonly end: SegmentEnd })[] };

export type Log = {
  position(): { readonly sequence: number; readonly tag: Uint8Array };
  /** One attempt: written and synced when it resolves. After a failure the next attempt begins a new segment. */
  append(body: Uint8Array, note: (at: Appended, effect: EffectBuilder) => void): Promise<Appended>;
  /** Begins the next segment; the one before is finished by it. */
  begin(): Promise<void>;
  /** After an acknowledged save, never in front of one: zeros ahead, or the next segment. Failures wait for the next time. */
  maintain(): Promise<void>;
  /** Writes the list of segments and rings as they are now. */
  saveCurrent(): Promise<void>;
  saltOf(segment: number): Uint8Array | undefined;
  dataVersion(): number;
  /** In both copies of `current` when it resolves, because the spare one must not ask for a migration again. */
  setDataVersion(version: number): Promise<void>;
  snapshot(): LogSnapshot;
  /** Finishes the live segment; an empty one is removed. */
  finish(): Promise<void>;
  /** Forgets the live segment's key without touching the disk, where it may not be finished. The next opening finds its end. */
  abandon(): void;
};

export function createLog(context: LogContext, files: SegmentFiles, keys: ClientKeys, state: LogState): Log {
  let { generation, dataVersion, nextSegment, lastSequence, lastTag } = state;
  let finished = [...state.finished];
  let live: Live | null = null;
  /** Something was finished that `current` does not say yet. */
  let unsaved = false;

  const endOf = (segment: Live): SegmentEnd => ({ length: segment.committed, lastSequence, lastTag });
  const records = (): SegmentRecord[] => (live === null ? finished : [...finished, { ...live.head, end: null }]);
  const save = async (segments: readonly SegmentRecord[]): Promise<void> => {
    // Counted up before the attempt: a write that failed may have reached the disk all the same.
    generation += 1;
    await writeCurrent(context, { generation, dataVersion, nextSegment, segments, rings: keys.rings() });
    unsaved = false;
  };
  /** The live segment becomes a finished one, in memory; `current` follows with the next segment or at the close. */
  const retire = async (old: Live, broken: boolean): Promise<void> => {
    live = null;
    unsaved = true;
    const end = endOf(old);
    if (!old.effect.empty()) finished = [...finished, { ...old.head, end }];
    await quietly(() => old.file.truncate(old.committed));
    if (broken) await files.drop(old.head.number);
    await old.release();
    if (!old.effect.empty()) {
      await quietly(() => replaceUnsynced(context.fs, hintPath(context.folder, old.head.number), encodeHint(context, old.head.number, old.head.salt, end, old.effect.build())));
    }
    zero(old.key);
  };
  const begin = async (): Promise<void> => {
    const head: SegmentHead = { number: nextSegment, salt: context.random(32), firstSequence: lastSequence + 1, startTag: lastTag };
    nextSegment += 1;
    const { file, filled } = await createSegmentFile(context, head);
    const old = live;
    const before = old === null || old.effect.empty() ? finished : [...finished, { ...old.head, end: endOf(old) }];
    try {
      await save([...before, { ...head, end: null }]);
    } catch (error) {
      // The file stays: `current` may name it by now. It holds no frame, and no zeros that are worth their room.
      await quietly(() => file.truncate(HEAD_BYTES));
      await quietly(() => file.close());
      // And `current` may say by now where the old segment ends: a save appended behind that end would be cut off.
      if (old !== null) await retire(old, true);
      throw error;
    }
    const release = files.adopt(head.number, file);
    if (old !== null) await retire(old, false);
    unsaved = false;
    live = { head, key: segmentKey(context.keys, head.salt), file, release, effect: createEffectBuilder(), committed: HEAD_BYTES, filled };
  };
  const append: Log['append'] = async (body, note) => {
    const length = PREFIX_BYTES + body.length + TAG_BYTES;
    // A longer one would be written and not believed when it is read.
    if (length > MAX_FRAME_BYTES) throw new AppError('SAVE_TOO_LARGE', { bytes: length, limit: MAX_FRAME_BYTES });
    if (live === null || (!live.effect.empty() && live.committed + length > context.sizes.segmentBytes)) await begin();
    const target = live;
    if (target === null) throw new Error('no live segment');
    const sequence = lastSequence + 1;
    const place = { key: target.key, vaultId: context.vaultId, segment: target.head.number };
    const frame = sealFrame(place, sequence, context.random(NONCE_BYTES), lastTag, body);
    try {
      await writeFully(target.file, frame, target.committed);
      await target.file.sync();
    } catch (error) {
      // What is on the medium now is unknown, and fsync does not say it twice: nothing is ever appended here again.
      await retire(target, true);
      throw error;
    }
    const at = { sequence, frame: { segment: target.head.number, offset: target.committed, length } };
    target.committed += length;
    lastSequence = sequence;
    lastTag = frameTag(frame);
    note(at, target.effect);
    return at;
  };
  const maintain = async (): Promise<void> => {
    const segment = live;
    if (segment === null) return;
    const { segmentBytes, growBytes } = context.sizes;
    if (segment.committed > segmentBytes - segmentBytes / 4) {
      await quietly(begin);
      return;
    }
    if (segment.filled - segment.committed > growBytes / 4 || segment.filled >= segmentBytes) return;
    const target = Math.min(segmentBytes, Math.max(segment.filled, segment.committed) + growBytes);
    await quietly(async () => {
      segment.filled = await extendZeros(segment.file, Math.max(segment.filled, segment.committed), target);
    });
  };
  const finish = async (): Promise<void> => {
    const old = live;
    if (old !== null) await retire(old, true);
    if (unsaved) await save(finished);
    if (old?.effect.empty() === true) await quietly(() => context.fs.remove(segmentPath(context.folder, old.head.number)));
  };

  const abandon = (): void => {
    if (live !== null) zero(live.key);
    live = null;
  };

  return {
    abandon, append, begin, maintain, finish,
    position: () => ({ sequence: lastSequence, tag: lastTag }),
    saveCurrent: () => save(records()),
    dataVersion: () => dataVersion,
    setDataVersion: async (version) => {
      dataVersion = version;
      await save(records());
      await save(records());
    },
    saltOf: (segment) => records().find((one) => one.number === segment)?.salt,
    snapshot: () => ({
      generation, dataVersion, nextSegment, lastSequence, lastTag,
      finished,
      segments: [...finished, ...(live === null || live.effect.empty() ? [] : [{ ...live.head, end: endOf(live) }])].flatMap((one) => (one.end === null ? [] : [{ ...one, end: one.end }])),
    }),
  };
}
