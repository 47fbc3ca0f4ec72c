// The notes that will most likely be opened next: the one the hand is on its way to, and the first ones of the list that
// is on the screen. Refuses to hold more than these, and to outlive a change, a lock, or the list by half a minute.
import type { NoteId } from '../../shared/brand.ts';
import type { ChannelOutput } from '../../shared/ipc/contract.ts';
import { api } from '../api.ts';

type OpenNote = ChannelOutput<'notes:get'>;

/** `note`: the answer, once it is there. `early`: asked for before the press, so it has to be asked again whether it is still true. */
export type Ahead = { readonly noteId: NoteId; readonly asked: Promise<OpenNote>; note: OpenNote | null; early: boolean };

const HELD_MS = 30_000;
/** A pointer that only crosses a list asks for nothing. */
const RESTS_MS = 40;
const UNFELT_MS = 60;
/** About as many rows as a small window shows. */
const NEAR = 12;

let held: Ahead | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;
let near = new Map<NoteId, Ahead>();
let nearTimer: ReturnType<typeof setTimeout> | undefined;

/** Forgets the note the hand was on its way to. */
export function forgetAimed(): void {
  clearTimeout(timer);
  clearTimeout(resting);
  held = null;
}

/** Forgets what was asked for, and what was about to be. */
export function forgetAhead(): void {
  forgetAimed();
  forgetNear();
}

function forgetNear(): void {
  // Whoever still holds the map holds no note by it.
  near.clear();
  // Another map: an answer that is still on its way has nowhere to go.
  near = new Map();
}

/** The note was saved: what was asked for before is not how it is any more. */
export function forgetSaved(noteId: NoteId): void {
  near.delete(noteId);
  if (held?.noteId === noteId) forgetAimed();
}

/** Asks for a note. Whoever opens it hears of a refusal; without an opening there is nobody to tell, and it is asked for anew by whoever comes next. */
function begin(noteId: NoteId, early: boolean): Ahead {
  const entry: Ahead = { noteId, asked: api.notes.get({ noteId }), note: null, early };
  entry.asked.then((note) => { entry.note = note; }, () => {
    if (near.get(noteId) === entry) near.delete(noteId);
    if (held === entry) forgetAimed();
  });
  return entry;
}

/** Asks in idle moments, one after the other, for the first of the notes of a list. Returns what is to be called when the list goes. */
export function askForNear(noteIds: readonly NoteId[]): () => void {
  clearTimeout(nearTimer);
  // A search finds a note once for each of its places.
  const wanted = [...new Set(noteIds)].slice(0, NEAR);
  for (const noteId of near.keys()) if (!wanted.includes(noteId)) near.delete(noteId);
  const into = near;
  let idle = 0;
  let gone = false;
  const next = (): void => {
    if (gone) return;
    idle = requestIdleCallback(() => {
      const noteId = into === near ? wanted.shift() : undefined;
      if (noteId === undefined) return;
      if (into.has(noteId)) { next(); return; }
      const entry = begin(noteId, true);
      into.set(noteId, entry);
      entry.asked.then(next, next);
    });
  };
  next();
  return () => {
    gone = true;
    cancelIdleCallback(idle);
    clearTimeout(nearTimer);
    nearTimer = setTimeout(forgetNear, HELD_MS);
  };
}

function ask(noteId: NoteId, early: boolean): void {
  if (held?.noteId === noteId) {
    // A press that led nowhere has asked for it (the note was open already, the person stayed): for this one it is early.
    held.early = true;
    return;
  }
  forgetAimed();
  held = near.get(noteId) ?? begin(noteId, early);
  timer = setTimeout(forgetAimed, HELD_MS);
}

/** The pointer or the focus has come to a note: it is asked for when it rests there, or when the button goes down (`pressed`). */
export function aimAtNote(noteId: NoteId, pressed: boolean): void {
  clearTimeout(resting);
  if (pressed) ask(noteId, true);
  else resting = setTimeout(() => ask(noteId, true), RESTS_MS);
}

/** The pointer or the focus has gone on before it rested: nothing is asked for. */
export function aimAway(): void {
  clearTimeout(resting);
}

/** A note is about to be opened: calls back once it is there, or after a moment too short to be felt. */
export function askForNote(noteId: NoteId, go: () => void): void {
  clearTimeout(resting);
  ask(noteId, false);
  if (held?.note !== null) { go(); return; }
  let gone = false;
  const once = () => {
    if (gone) return;
    gone = true;
    clearTimeout(late);
    go();
  };
  // A screen that only says that the note is coming, for less than this, is a flicker that costs a frame.
  const late = setTimeout(once, UNFELT_MS);
  held.asked.then(once, once);
}

/** What was asked for of this note; null where nothing was. */
export function aheadOf(noteId: NoteId): Ahead | null {
  return held?.noteId === noteId ? held : null;
}
