// A form that is saved by its button: while something typed is not saved, leaving the room, closing its
// dialog, locking and closing the window ask first. Refuses to save by itself.
import { useCallback, useEffect, useRef } from 'react';
import { frameText } from '../../shared/text/en/frame.ts';
import { api } from '../api.ts';
import { registerForm, unsavedForm, type UnsavedForm } from './flush.ts';
import { setSaveState, type SaveState } from './saveState.ts';

export type FormHold = { readonly typed: () => void; /** Call it as a save begins: the answer says whether the save holds all that was typed by then. */ readonly mark: () => () => boolean; readonly settled: (state: SaveState) => void; /** What there is to ask about now. */ readonly unsaved: () => UnsavedForm | null };

// Main must know the name of the form before the window closes or a lock comes that nobody asked for.
function tellMain(): void {
  api.app.unfinished({ form: unsavedForm()?.name ?? null }).then(undefined, () => undefined);
}

/** `typed` marks the form as not saved; `settled` says what came of it. `save` answers false when answers must be mended first. */
export function useUnsavedForm(name: string = frameText.leave.someForm, save?: () => Promise<boolean>): FormHold {
  const open = useRef(false);
  const how = useRef({ name, save });
  useEffect(() => { how.current = { name, save }; });
  const settled = useCallback((state: SaveState) => {
    const was = open.current;
    open.current = false;
    setSaveState(state);
    if (was) tellMain();
  }, []);
  const unsaved = useCallback((): UnsavedForm | null => {
    const { name: called, save: keep } = how.current;
    return open.current ? { name: called, save: keep ? () => keep() : null, drop: () => settled({ kind: 'idle' }) } : null;
  }, [settled]);
  useEffect(() => {
    const unregister = registerForm(unsaved);
    return () => {
      unregister();
      if (!open.current) return;
      setSaveState({ kind: 'idle' });
      tellMain();
    };
  }, [unsaved]);
  const changes = useRef(0);
  const mark = useCallback(() => {
    const at = changes.current;
    return () => at === changes.current;
  }, []);
  const typed = useCallback(() => {
    changes.current += 1;
    if (open.current) return;
    open.current = true;
    setSaveState({ kind: 'pending' });
    tellMain();
  }, []);
  return { typed, mark, settled, unsaved };
}
