// Tells the status line of one autosave, calmly: while a person types it says one thing, and "saved" once they rest. The
// line is the one place that speaks for a note that is well. Refuses to say "saved" while anything is not, and to hold a failure back.
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { createPause, type Pause } from '../../data/pause.ts';
import { saveState, setSaveState, type SaveState } from '../../data/saveState.ts';
import type { AutosaveState } from './autosave.ts';

/** A save is told once nothing was typed for so long after it: longer than the time between two letters. */
const REST_MS = 500;

export type SaveTeller = {
  readonly tell: (state: AutosaveState) => void;
  /** Tells now what waits, as the person goes elsewhere. */
  readonly settle: () => void;
};

export type SaveTellerParts = {
  readonly show: (state: SaveState) => void;
  readonly shown: () => SaveState;
  readonly pause: (run: () => void) => Pause;
};

/** One for each open draft. */
export function createSaveTeller({ show, shown, pause }: SaveTellerParts): SaveTeller {
  let savedAt = 0;
  const rest = pause(() => show({ kind: 'saved', at: savedAt }));
  return {
    tell(state) {
      rest.stop();
      if (state.kind === 'failed') show({ kind: 'notSaved', sentence: errorSentence(state.code, state.facts) });
      else if (state.kind !== 'clean') {
        if (shown().kind !== 'saving') show({ kind: 'saving' });
      } else if (state.savedAt === null) show({ kind: 'idle' });
      else {
        savedAt = state.savedAt;
        rest.touch();
      }
    },
    settle: () => rest.flush(),
  };
}

/** A teller to the status line of this window. */
export function tellStatusLine(): SaveTeller {
  return createSaveTeller({ show: setSaveState, shown: saveState, pause: (run) => createPause(REST_MS, run) });
}
