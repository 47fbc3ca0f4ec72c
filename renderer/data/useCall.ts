// One question to main with its states: waiting, answered, refused. Refuses to cache beyond the
// screen that asks: what is on the screen is what is in memory.
import { useCallback, useEffect, useRef, useState } from 'react';
import { onChange } from './changes.ts';
import { sentenceOf } from './sentenceOf.ts';

export type Call<T> =
  | { readonly status: 'loading'; readonly value: undefined }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'refused'; readonly value: undefined; readonly sentence: string };

/** Asks once for each `key`, again after every change, and keeps the last answer on screen meanwhile. */
export function useCall<T>(key: string, ask: () => Promise<T>): Call<T> & { readonly reload: () => void } {
  const [answer, setAnswer] = useState<{ key: string; call: Call<T> }>();
  const latest = useRef(ask);
  const turn = useRef(0);
  useEffect(() => { latest.current = ask; });
  const reload = useCallback(() => {
    const mine = ++turn.current;
    latest.current().then(
      (value) => { if (mine === turn.current) setAnswer({ key, call: { status: 'ready', value } }); },
      // A question that fails when asked again leaves what is on the screen: someone may be writing there.
      (error: unknown) => { if (mine === turn.current) setAnswer((before) => (before?.key === key && before.call.status === 'ready' ? before : { key, call: { status: 'refused', value: undefined, sentence: sentenceOf(error) } })); },
    );
  }, [key]);
  useEffect(() => {
    reload();
    const stop = onChange(reload);
    return () => { turn.current += 1; stop(); };
  }, [reload]);
  const call: Call<T> = answer?.key === key ? answer.call : { status: 'loading', value: undefined };
  return { ...call, reload };
}
