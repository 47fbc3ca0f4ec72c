// The panel with earlier versions of a note: the list at the left, the chosen one at the right, and the way to put it
// back. Refuses to change anything by looking.
import './versions.css';
import { useState } from 'react';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { NoteState } from '../../../shared/notes/versions.ts';
import { versionsText as t } from '../../../shared/text/en/versions.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { useAct } from '../../data/useAct.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice, Skeleton } from '../../ui/Notes.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { NoteReading } from './NoteReading.tsx';
import type { OpenNote } from './useDraft.ts';
import { VersionChanges } from './VersionChanges.tsx';
import { VersionList } from './VersionList.tsx';

type Version = ChannelOutput<'notes:version'>;
type View = 'changes' | 'whole';
export type VersionsProps = { noteId: OpenNote['value']['id']; /** The note as it is now; null where it cannot be read. */ now: OpenNote | null; archived: boolean; onRestored: (note: OpenNote) => void; onClose: () => void };

function stateOf({ value, template }: Pick<OpenNote, 'value' | 'template'>): NoteState {
  return { header: value.header, document: value.document, template };
}

function Chosen({ noteId, version, now }: { noteId: VersionsProps['noteId']; version: number; now: OpenNote | null }) {
  const [view, setView] = useState<View>('changes');
  const call = useCall(`version ${noteId} ${String(version)}`, () => api.notes.version({ noteId, version }));
  if (call.status === 'loading') return <Skeleton label={t.loading} lines={6} />;
  if (call.status === 'refused') return <Notice tone="error" action={{ label: t.retry, perform: call.reload }}>{call.sentence}</Notice>;
  const shown: Version = call.value;
  return (
    <div className="stack">
      {now === null ? null : <div className="row"><Segments<View> label={t.view} choices={[{ value: 'changes', label: t.changes }, { value: 'whole', label: t.whole }]} value={view} onChange={setView} /></div>}
      {now !== null && view === 'changes' ? <VersionChanges before={stateOf(shown)} now={stateOf(now)} /> : <NoteReading header={shown.value.header} document={shown.value.document} template={shown.template} />}
    </div>
  );
}

/** The dialog; give it the note as it is saved now. */
export function VersionsDialog({ noteId, now, archived, onRestored, onClose }: VersionsProps) {
  const call = useCall(`versions ${noteId}`, () => api.notes.versions({ noteId }));
  const [chosen, setChosen] = useState<number | null>(null);
  const act = useAct();
  const versions = call.value?.versions ?? [];
  const current = versions[0]?.revision ?? 0;
  const picked = chosen ?? versions[1]?.revision ?? null;
  const signed = now?.value.status === 'signed';
  const restore = () => act.run(async () => {
    if (picked === null) return;
    const note = await api.notes.restoreVersion({ noteId, revision: current, version: picked });
    announceChange();
    onRestored(note);
  });
  // A draft that is being replaced must not be written in meanwhile: the words would be lost.
  const close = () => { if (!act.busy) onClose(); };
  const possible = !archived && picked !== null && (picked !== current || signed || now === null);
  return (
    <Dialog title={t.title} description={t.description} closeLabel={t.close} wide onClose={close} notice={act.sentence ? <Notice tone="error">{act.sentence}</Notice> : undefined} foot={(
      <>
        {possible ? <span className="versions__hint">{signed ? t.asNewHint : t.restoreHint}</span> : null}
        <Button disabled={act.busy} onClick={close}>{t.close}</Button>
        {archived ? null : <Button look="primary" busy={act.busy} disabled={!possible} onClick={restore}>{signed ? t.asNew : t.restore}</Button>}
      </>
    )}>
      {call.status === 'loading' ? <Skeleton label={t.loading} lines={6} /> : null}
      {call.status === 'refused' ? <Notice tone="error" title={t.failed} action={{ label: t.retry, perform: call.reload }}>{call.sentence}</Notice> : null}
      {call.value?.complete === false ? <Notice tone="warn">{t.incomplete}</Notice> : null}
      {versions.length > 0 ? (
        <div className="versions">
          <VersionList versions={versions} chosen={picked} onChoose={setChosen} />
          <div className="versions__shown" tabIndex={0} role="region" aria-label={t.view} aria-live="polite">
            {picked === null ? <p className="quiet">{versions.length === 1 ? t.only : t.choose}</p> : <Chosen key={picked} noteId={noteId} version={picked} now={now} />}
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
