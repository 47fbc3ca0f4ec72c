// Offers text that could not be saved before an earlier lock: to be read, copied, put back or in a new note. Refuses to
// show it before a press, and to discard it unseen.
import { useEffect, useRef, useState } from 'react';
import type { LeftoverHead } from '../shared/notes/leftover.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { api } from './api.ts';
import { announceChange } from './data/changes.ts';
import { useGo, type Route } from './data/route.ts';
import { useAct } from './data/useAct.ts';
import { useCall } from './data/useCall.ts';
import { copyText } from './screens/note/copyText.ts';
import { Button } from './ui/Button.tsx';
import { ConfirmDialog, Dialog } from './ui/Dialog.tsx';
import { formatClock, formatDayWithYear } from './ui/format.ts';
import { Notice } from './ui/Notes.tsx';

const t = notesText.leftover;

const WORDS: Readonly<Record<LeftoverHead['way'], string>> = { back: t.text, newNote: t.moved, none: t.nowhere };

function OneLeftover({ head, route }: { head: LeftoverHead; route: Route }) {
  const { noteId, at, clientId, way } = head;
  const go = useGo();
  const here = useRef(route);
  useEffect(() => { here.current = route; });
  const [shown, setShown] = useState<{ readonly to: 'read' | 'discard'; readonly text: string } | null>(null);
  const [copied, setCopied] = useState(false);
  const { busy, sentence, run } = useAct();
  const fetch = async () => (await api.notes.leftoverText({ noteId, at })).text;
  // The text is fetched first: a copy counts only inside the press of a key or button, so it may take a second one.
  const copy = () => run(async () => { setCopied(copyText(await fetch())); });
  const show = (to: 'read' | 'discard') => run(async () => { setShown({ to, text: await fetch() }); });
  const act = (work: () => Promise<unknown>) => run(async () => { await work(); announceChange(); });
  const close = () => setShown(null);
  const toNewNote = () => run(async () => {
    const from = here.current;
    const { value } = await api.notes.leftoverAsNote({ noteId, at });
    announceChange();
    // Who has gone elsewhere meanwhile stays there; the new note is among the unsigned ones.
    if (here.current === from) go({ room: 'note', clientId, noteId: value.id });
  });
  return (
    <Notice tone="warn" title={t.title(formatDayWithYear(head.serviceDate), formatClock(head.at))}>
      <div className="stack-tight">
        <p>{sentence ?? WORDS[way]}</p>
        <div className="row">
          {way === 'back' ? <Button small look="primary" busy={busy} onClick={() => act(() => api.notes.putBack({ noteId, at }))}>{t.putBack}</Button> : null}
          {way === 'newNote' ? <Button small look="primary" busy={busy} onClick={toNewNote}>{t.newNote}</Button> : null}
          <Button small onClick={() => show('read')}>{t.read}</Button>
          <Button small onClick={copy}>{copied ? t.copied : t.copy}</Button>
          <Button small onClick={() => show('discard')}>{t.discard}</Button>
        </div>
      </div>
      {shown?.to === 'read' ? <Dialog title={t.readTitle} closeLabel={t.close} onClose={close} foot={<Button onClick={close}>{t.close}</Button>}><p className="pre" dir="auto">{shown.text}</p></Dialog> : null}
      {shown?.to === 'discard' ? <ConfirmDialog title={t.discardTitle} text={t.discardText} cancelLabel={t.keep} confirmLabel={t.discard} onCancel={close} onConfirm={() => { close(); act(() => api.notes.dropLeftover({ noteId, at })); }}><p className="pre" dir="auto">{shown.text}</p></ConfirmDialog> : null}
    </Notice>
  );
}

/** Nothing where nothing is left over. */
export function LeftoversBanner({ route }: { /** Where the window stands. */ route: Route }) {
  const list = useCall('leftovers', () => api.notes.leftovers({}));
  if (list.status !== 'ready' || list.value.length === 0) return null;
  return <div className="frame__banner stack-tight">{list.value.map((head) => <OneLeftover key={`${head.noteId} ${head.at}`} head={head} route={route} />)}</div>;
}
