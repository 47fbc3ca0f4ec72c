// Offers text that could not be saved before an earlier lock. Refuses to show it: it is put back, copied or discarded.
import { useState } from 'react';
import type { LeftoverHead } from '../shared/notes/leftover.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { api } from './api.ts';
import { announceChange } from './data/changes.ts';
import { useAct } from './data/useAct.ts';
import { useCall } from './data/useCall.ts';
import { copyText } from './screens/note/copyText.ts';
import { Button } from './ui/Button.tsx';
import { ConfirmDialog } from './ui/Dialog.tsx';
import { formatClock, formatDayWithYear } from './ui/format.ts';
import { Notice } from './ui/Notes.tsx';

const t = notesText.leftover;

function OneLeftover({ head }: { head: LeftoverHead }) {
  const { noteId, at } = head;
  const [asking, setAsking] = useState(false);
  const [copied, setCopied] = useState(false);
  const { busy, sentence, run } = useAct();
  // The text is fetched first: a copy counts only inside the press of a key or button, so it may take a second one.
  const copy = () => run(async () => { setCopied(copyText((await api.notes.leftoverText({ noteId, at })).text)); });
  const act = (work: () => Promise<unknown>) => run(async () => { await work(); announceChange(); });
  return (
    <Notice tone="warn" title={t.title(formatDayWithYear(head.serviceDate), formatClock(head.at))}>
      <div className="stack-tight">
        <p>{sentence ?? t.text}</p>
        <div className="row">
          <Button small look="primary" busy={busy} onClick={() => act(() => api.notes.putBack({ noteId, at }))}>{t.putBack}</Button>
          <Button small onClick={copy}>{copied ? t.copied : t.copy}</Button>
          <Button small onClick={() => setAsking(true)}>{t.discard}</Button>
        </div>
      </div>
      {asking ? <ConfirmDialog title={t.discardTitle} text={t.discardText} cancelLabel={t.keep} confirmLabel={t.discard} onCancel={() => setAsking(false)} onConfirm={() => { setAsking(false); act(() => api.notes.dropLeftover({ noteId, at })); }} /> : null}
    </Notice>
  );
}

/** Nothing where nothing is left over. */
export function LeftoversBanner() {
  const list = useCall('leftovers', () => api.notes.leftovers({}));
  if (list.status !== 'ready' || list.value.length === 0) return null;
  return <div className="frame__banner stack-tight">{list.value.map((head) => <OneLeftover key={`${head.noteId} ${head.at}`} head={head} />)}</div>;
}
