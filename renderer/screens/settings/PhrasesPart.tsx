// The list of smart phrases: added, changed, removed. Refuses to overwrite a list that was changed elsewhere.
import { useState } from 'react';
import type { Phrase } from '../../../shared/phrases/phrase.ts';
import { phrasesText as t } from '../../../shared/text/en/phrases.ts';
import { api } from '../../api.ts';
import { newLocalId } from '../../data/today.ts';
import { useAct } from '../../data/useAct.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Notice, Skeleton } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { PhraseDialog } from './PhraseDialog.tsx';
import { savePhrases, type PhraseList } from './savePhrases.ts';
import './phrases.css';

function Rows({ list, onEdit, onRemove }: { list: PhraseList; onEdit: (phrase: Phrase) => void; onRemove: (phrase: Phrase) => void }) {
  return (
    <ul className="phrase-list" aria-label={t.list}>
      {list.phrases.toSorted((a, b) => a.name.localeCompare(b.name)).map((phrase) => (
        <li key={phrase.id} className="phrase-list__row">
          <span className="phrase-list__name">.{phrase.name}</span>
          <span className="phrase-list__text" dir="auto">{phrase.text}</span>
          <span className="phrase-list__acts">
            <Button small look="quiet" aria-label={t.edit(phrase.name)} onClick={() => onEdit(phrase)}>{t.editShort}</Button>
            <Button small look="quiet" aria-label={t.remove(phrase.name)} onClick={() => onRemove(phrase)}>{t.removeShort}</Button>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function PhrasesPart() {
  const call = useCall('phrases', () => api.phrases.list({}));
  const [editing, setEditing] = useState<Phrase | 'new' | null>(null);
  const [removing, setRemoving] = useState<Phrase | null>(null);
  const act = useAct();
  if (call.status === 'loading') return <Panel title={t.title}><Skeleton label={t.title} lines={3} /></Panel>;
  if (call.status === 'refused') return <Panel title={t.title}><Notice tone="error" title={t.failed} action={{ label: t.retry, perform: call.reload }}>{call.sentence}</Notice></Panel>;
  const list = call.value;
  return (
    <Panel title={t.title}>
      <div className="stack">
        <p className="quiet small">{t.lead}</p>
        {list.damaged ? <Notice tone="warn">{t.damaged}</Notice> : null}
        {act.sentence ? <Notice tone="error">{act.sentence}</Notice> : null}
        {list.phrases.length === 0 ? <p>{t.none}</p> : <Rows list={list} onEdit={setEditing} onRemove={setRemoving} />}
        <div className="row">
          <Button onClick={() => setEditing('new')}>{t.add}</Button>
          {list.phrases.length === 0 ? <Button look="quiet" busy={act.busy} onClick={() => act.run(async () => { await savePhrases(list, t.examples.map((example) => ({ id: newLocalId(), ...example }))); })}>{t.addExamples}</Button> : null}
        </div>
      </div>
      {editing ? <PhraseDialog list={list} phrase={editing === 'new' ? null : editing} onClose={() => setEditing(null)} /> : null}
      {removing ? <ConfirmDialog title={t.removeTitle(removing.name)} text={t.removeText} confirmLabel={t.removeConfirm} cancelLabel={t.keep} busy={act.busy} onCancel={() => setRemoving(null)} onConfirm={() => { setRemoving(null); act.run(async () => { await savePhrases(list, list.phrases.filter(({ id }) => id !== removing.id)); }); }} /> : null}
    </Panel>
  );
}
