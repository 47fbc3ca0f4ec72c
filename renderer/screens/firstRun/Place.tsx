// Where the vault lives: the app's own folder or one that is chosen, with a plain warning for
// folders that something else copies. Paths never reach this page, only a label to read.
import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { firstRunText as t } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioField } from '../../ui/ChoiceFields.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { Question } from '../../ui/Question.tsx';

export type Folder = ChannelOutput<'app:folders'>;

export function Place({ step, onBack, onNext }: { step: string; onBack: () => void; onNext: (folder: Folder) => void }) {
  const [which, setWhich] = useState<'standard' | 'other'>('standard');
  const [standard, setStandard] = useState<Folder>();
  const [chosen, setChosen] = useState<Folder>();
  const [missing, setMissing] = useState(false);
  const { busy, sentence, run } = useAct();
  useEffect(() => run(async () => setStandard(await api.app.folders({}))), [run]);
  const folder = which === 'standard' ? standard : chosen;
  const submit = () => { if (folder && !folder.holdsVault) onNext(folder); else setMissing(true); };
  return (
    <Question appName={frameText.appName} step={step} title={t.place.title} lead={<p>{t.place.hint}</p>} onSubmit={submit} foot={<>
      <Button look="primary" type="submit">{t.next}</Button><Button look="quiet" onClick={onBack}>{frameText.back}</Button>
    </>}>
      <RadioField name="place" legend={t.place.title} legendHidden value={which} onChange={(next) => { setWhich(next); setMissing(false); }}
        choices={[{ value: 'standard', label: t.place.standard, hint: t.place.standardHint }, { value: 'other', label: t.place.other }]} error={missing && !folder ? t.place.nothingChosen : undefined} />
      {which === 'other' ? <div className="row"><Button icon={FolderOpen} busy={busy} onClick={() => run(async () => { setChosen(await api.vault.chooseFolder({})); setMissing(false); })}>{chosen ? t.place.chooseAgain : t.place.choose}</Button></div> : null}
      {folder ? <FolderFacts folder={folder} /> : null}
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
    </Question>
  );
}

function FolderFacts({ folder }: { folder: Folder }) {
  return (
    <>
      <div className="stack-tight"><span className="small quiet">{t.place.chosen}</span><code className="mono small">{folder.label}</code></div>
      {folder.holdsVault ? <Notice tone="error">{t.place.holdsVault}</Notice> : null}
      {folder.warning === 'none' ? null : <Notice tone="warn" title={t.place.warningTitle}>{t.place.warnings[folder.warning]}</Notice>}
    </>
  );
}
