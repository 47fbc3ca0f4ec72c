// The first page of all: what this is, and the three ways in.
import { Check } from 'lucide-react';
import type { AppState } from '../../../shared/ipc/vaultContract.ts';
import { firstRunText as t } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { Question } from '../../ui/Question.tsx';

export function Welcome({ onStart, onRestore, onOpened }: { onStart: () => void; onRestore: () => void; onOpened: (state: AppState) => void }) {
  const { busy, sentence, run } = useAct();
  return (
    <Question appName={frameText.appName} title={t.welcome.title} lead={<p>{t.welcome.lead}</p>} aside={<>
      <Button look="quiet" busy={busy} onClick={() => run(async () => onOpened(await api.vault.openOther({})))}>{t.welcome.openOther}</Button>
      <Button look="quiet" onClick={onRestore}>{t.welcome.restore}</Button>
    </>}>
      <ul className="points">{t.welcome.points.map((point) => <li key={point}><Icon of={Check} /><span>{point}</span></li>)}</ul>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      <div className="question__foot"><Button look="primary" onClick={onStart}>{t.welcome.start}</Button></div>
    </Question>
  );
}
