// Runs one act at a time and keeps the sentence of its refusal. Refuses to swallow: every failure
// becomes a sentence; a cancelled dialog is not a failure.
import { useCallback, useRef, useState } from 'react';
import { isAppError } from '../../shared/errors.ts';
import { sentenceOf } from './sentenceOf.ts';

export type Act = { readonly busy: boolean; readonly sentence: string | undefined; readonly run: (work: () => Promise<void>) => void; readonly clear: () => void };

/** `run` does nothing while an earlier act is still under way. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false);
  const [sentence, setSentence] = useState<string>();
  const under = useRef(false);
  const run = useCallback((work: () => Promise<void>) => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    setSentence(undefined);
    work().then(undefined, (error: unknown) => {
      if (!isAppError(error, 'CANCELLED')) setSentence(sentenceOf(error));
    }).finally(() => { under.current = false; setBusy(false); });
  }, []);
  const clear = useCallback(() => setSentence(undefined), []);
  return { busy, sentence, run, clear };
}
