// A screen that is fetched when it is first opened. Refuses to wait without end: a fetch that fails says so
// and can be tried again.
import { useEffect, useState, type ComponentType } from 'react';
import { frameText } from '../../shared/text/en/frame.ts';
import { Notice, Skeleton } from './Notes.tsx';

/** A screen that can be fetched before it is opened. */
export type LazyScreen<P> = ComponentType<P> & { readonly fetchAhead: () => void };

/** A component that fetches the real one by `load`, once for all its uses. */
export function lazyScreen<P extends object>(load: () => Promise<ComponentType<P>>): LazyScreen<P> {
  let fetched: ComponentType<P> | undefined;
  function fetchAhead(): void {
    // Where it fails, opening the screen tries again and says so.
    if (fetched === undefined) load().then((screen) => { fetched = screen; }, () => undefined);
  }
  return Object.assign(LazyScreen, { fetchAhead });
  function LazyScreen(props: P) {
    const [Screen, setScreen] = useState<ComponentType<P> | undefined>(() => fetched);
    const [failed, setFailed] = useState(false);
    const [turn, setTurn] = useState(0);
    useEffect(() => {
      let gone = false;
      if (fetched === undefined) {
        load().then((screen) => { fetched = screen; if (!gone) setScreen(() => screen); }, () => { if (!gone) setFailed(true); });
      }
      return () => { gone = true; };
    }, [turn]);
    if (Screen) return <Screen {...props} />;
    if (failed) return <div className="page"><Notice tone="error" action={{ label: frameText.tryAgain, perform: () => { setFailed(false); setTurn(turn + 1); } }}>{frameText.notLoaded}</Notice></div>;
    return <div className="page"><Skeleton label={frameText.loading} /></div>;
  }
}
