// The note that will most likely be opened next: asked for while the hand is still on its way to it. Refuses to
// hold more than one, and to outlive a change, a lock, or half a minute.
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

let held: Ahead | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;

/** Forgets what was asked for, and what was about to be. */
export function forgetAhead(): void {
  clearTimeout(timer);
  clearTimeout(resting);
  held = null;
}

/** The note was saved: what was asked for before is not how it is any more. */
export function forgetSaved(noteId: NoteId): void {
  if (held?.noteId === noteId) forgetAhead();
}

function ask(noteId: NoteId, early: boolean): void {
  if (held?.noteId === noteId) {
    // A press that led nowhere has asked for it (the note was open already, the person stayed): for this one it is early.
    held.early = true;
    return;
  }
  forgetAhead();
  const entry: Ahead = { noteId, asked: api.notes.get({ noteId }), note: null, early };
  held = entry;
  timer = setTimeout(forgetAhead, HELD_MS);
  // Whoever opens the note hears of a refusal; without an opening there is nobody to tell.
  entry.asked.then((note) => { entry.note = note; }, () => { if (held === entry) forgetAhead(); });
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
