// A form that is saved by its button: while something typed is not saved, leaving the room asks first.
// Refuses to save by itself.
import { useCallback, useEffect, useRef } from 'react';
import { AppError } from '../../shared/errors.ts';
import { registerFlush } from './flush.ts';
import { setSaveState, type SaveState } from './saveState.ts';

/** `typed` marks the form as not saved; `settled` says what came of it. */
export function useUnsavedForm(): { readonly typed: () => void; readonly settled: (state: SaveState) => void } {
  const open = useRef(false);
  useEffect(() => {
    const unregister = registerFlush(async () => { if (open.current) throw new AppError('CANCELLED'); });
    return () => {
      unregister();
      if (open.current) setSaveState({ kind: 'idle' });
    };
  }, []);
  const typed = useCallback(() => {
    if (!open.current) setSaveState({ kind: 'pending' });
    open.current = true;
  }, []);
  const settled = useCallback((state: SaveState) => {
    open.current = false;
    setSaveState(state);
  }, []);
  return { typed, settled };
}
