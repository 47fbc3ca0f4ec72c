// Reads a segment from its first byte to its last and says what is authentic, what is damaged and where it ends.
// Refuses to stop at damage: a frame behind a broken one is still found and opened.
import { equalBytes } from './crypto.ts';
import { FRAME_MAGIC, decodePrefix, frameTag, openFrame } from './frame.ts';
import type { FramePlace } from './frame.ts';
import { decodeBody } from './frameBody.ts';
import type { FrameBody } from './frameBody.ts';
import type { Breathe } from './types.ts';
import { HEAD_BYTES } from './segmentHead.ts';

export type ScannedFrame = {
  readonly offset: number;
  readonly length: number;
  readonly sequence: number;
  readonly previousTag: Uint8Array;
  readonly tag: Uint8Array;
  readonly body: FrameBody;
};

export type Scan = {
  readonly frames: readonly ScannedFrame[];
  /** Stretches between authentic frames (or before the first) that hold none. */
  readonly damaged: readonly { readonly offset: number; readonly length: number }[];
  /** Offset after the last authentic frame. */
  readonly end: number;
  /** Bytes from `end` to the last one that is not zero. */
  readonly tornBytes: number;
};

/** `bytes` is the segment from offset 0, its head included (the head itself is not looked at). */
export function scanSegment(bytes: Buffer, place: FramePlace, firstSequence: number): Scan {
  const steps = scanSteps(bytes, place, firstSequence);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same with a breath before every frame, for reading beside a person's work. What `breathe` rejects with ends it. */
export async function scanSegmentSlowly(bytes: Buffer, place: FramePlace, firstSequence: number, breathe: Breathe): Promise<Scan> {
  const steps = scanSteps(bytes, place, firstSequence);
  for (;;) {
    await breathe();
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Stops after every place looked at. */
function* scanSteps(bytes: Buffer, place: FramePlace, firstSequence: number): Generator<undefined, Scan> {
  const frames: ScannedFrame[] = [];
  const damaged: { offset: number; length: number }[] = [];
  let end = Math.min(HEAD_BYTES, bytes.length);
  let lastSequence = firstSequence - 1;
  let lookAt = end;
  while (lookAt !== -1) {
    yield;
    const frame = frameAt(bytes, lookAt, place, lastSequence);
    if (frame === null) {
      lookAt = nextCandidate(bytes, lookAt);
      continue;
    }
    if (lookAt > end) damaged.push({ offset: end, length: lookAt - end });
    frames.push(frame);
    lastSequence = frame.sequence;
    end = frame.offset + frame.length;
    lookAt = end;
  }
  return { frames, damaged, end, tornBytes: lastNonZero(bytes) + 1 > end ? lastNonZero(bytes) + 1 - end : 0 };
}

/** Number of places where a frame does not name the one before it. `startTag` is what the first must name. */
export function chainBreaks(frames: readonly ScannedFrame[], startTag: Uint8Array): number {
  let breaks = 0;
  let expected = startTag;
  for (const frame of frames) {
    if (!equalBytes(frame.previousTag, expected)) breaks += 1;
    expected = frame.tag;
  }
  return breaks;
}

function frameAt(bytes: Buffer, at: number, place: FramePlace, lastSequence: number): ScannedFrame | null {
  const prefix = decodePrefix(bytes, at);
  // A sequence that does not grow is a frame copied to a second place: authentic, and still not to be believed.
  if (prefix === null || prefix.sequence <= lastSequence || at + prefix.length > bytes.length) return null;
  const frame = bytes.subarray(at, at + prefix.length);
  try {
    const body = decodeBody(openFrame(place, frame).body);
    return { offset: at, length: prefix.length, sequence: prefix.sequence, previousTag: Buffer.from(prefix.previousTag), tag: frameTag(frame), body };
  } catch {
    // Not authentic, or not of a known shape: the caller goes on behind it and counts the stretch as damaged.
    return null;
  }
}

/** The next place behind `at` where a believable prefix stands, or -1. */
function nextCandidate(bytes: Buffer, at: number): number {
  let found = bytes.indexOf(FRAME_MAGIC, at + 1);
  while (found !== -1 && decodePrefix(bytes, found) === null) found = bytes.indexOf(FRAME_MAGIC, found + 1);
  return found;
}

/** Index of the last byte that is not zero, or -1. By blocks, because megabytes of zeros are the ordinary case. */
export function lastNonZero(bytes: Buffer): number {
  const block = Buffer.alloc(64 * 1024);
  let end = bytes.length;
  while (end > 0) {
    const start = Math.max(0, end - block.length);
    if (!bytes.subarray(start, end).equals(block.subarray(0, end - start))) break;
    end = start;
  }
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end - 1;
}

