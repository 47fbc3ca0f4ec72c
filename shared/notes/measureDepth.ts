// Measures how deep unknown data nests before any schema walks it. Refuses to recurse: hostile depth
// must not end the process (a note that cannot be parsed cannot be saved).
import { AppError } from '../errors.ts';
import { DOCUMENT_MAX_DEPTH } from './document.ts';

/** Each element adds an object and its array of children; fields add value, row and cells. */
export const DOCUMENT_MAX_JSON_DEPTH = DOCUMENT_MAX_DEPTH * 2;
/** More containers than any document holds; also ends the walk over shared references. */
const MOST_CONTAINERS = 250_000;

/**
 * Deepest nesting of objects and arrays, 0 for a plain value. Stops at `cap + 1`, which then means
 * "deeper than the cap, or too many to walk". Cycles end at the cap.
 */
export function measureDepth(value: unknown, cap: number): number {
  const waiting: { readonly container: object; readonly depth: number }[] = [];
  let deepest = 0;
  let seen = 0;
  const meet = (candidate: unknown, depth: number): void => {
    if (typeof candidate !== 'object' || candidate === null) return;
    waiting.push({ container: candidate, depth });
  };
  meet(value, 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    seen += 1;
    if (next.depth > cap || seen > MOST_CONTAINERS) return cap + 1;
    deepest = Math.max(deepest, next.depth);
    for (const child of Object.values(next.container)) meet(child, next.depth + 1);
  }
  return deepest;
}

/** Throws NOTE_TOO_DEEP before a schema would walk a document that nests too far. */
export function checkDepth(document: unknown): void {
  if (measureDepth(document, DOCUMENT_MAX_JSON_DEPTH) > DOCUMENT_MAX_JSON_DEPTH) throw new AppError('NOTE_TOO_DEEP');
}
