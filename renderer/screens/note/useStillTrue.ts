// Asks again for a note that was asked for before it was opened, once it stands on the page. Refuses to put
// another state in place of one in which a key or the mouse has been pressed: a save tells of the change then.
import { useEffect, useRef } from 'react';
import type { NoteId } from '../../../shared/brand.ts';
import { api } from '../../api.ts';
import { afterPaint } from '../../data/afterPaint.ts';
import type { OpenNote } from './useDraft.ts';

const PRESSES = ['keydown', 'pointerdown', 'beforeinput'] as const;

/** `shown`: the revision on the page; null where it was asked for by its opening. `onOther` gets the note as it is, `onTrouble` why it cannot be read any more. */
export function useStillTrue({ noteId, shown, onOther, onTrouble }: { noteId: NoteId; shown: number | null; onOther: (note: OpenNote) => void; onTrouble: (error: unknown) => void }): void {
  const latest = useRef({ onOther, onTrouble });
  useEffect(() => { latest.current = { onOther, onTrouble }; });
  useEffect(() => {
    if (shown === null) return undefined;
    let touched = false;
    const touch = () => { touched = true; };
    const stop = () => { for (const press of PRESSES) globalThis.removeEventListener(press, touch, { capture: true }); };
    for (const press of PRESSES) globalThis.addEventListener(press, touch, { capture: true });
    const settle = (tell: () => void) => { stop(); if (!touched) tell(); };
    const cancel = afterPaint(() => {
      if (touched) { stop(); return; }
      api.notes.get({ noteId }).then(
        (note) => settle(() => { if (note.revision !== shown) latest.current.onOther(note); }),
        (error: unknown) => settle(() => latest.current.onTrouble(error)),
      );
    });
    return () => { touched = true; cancel(); stop(); };
  }, [noteId, shown]);
}
