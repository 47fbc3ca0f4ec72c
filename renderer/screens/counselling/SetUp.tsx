// First use: what is lost without the passphrase, then the passphrase twice. Refuses to judge a passphrase; main does.
import { useState } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { counsellingText } from '../../../shared/text/en/counselling.ts';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';

const t = counsellingText.setUp;
type Name = 'counsellingNew' | 'counsellingAgain';

/** A new passphrase twice; `error` names the first field. */
export type NewPair = { readonly first: string; readonly again: string };

/** What is wrong with the pair before main is asked; null where nothing is. */
export function pairFault({ first, again }: NewPair): { name: Name; text: string } | null {
  if (first === '') return { name: 'counsellingNew', text: firstRunText.passphrase.empty };
  return first === again ? null : { name: 'counsellingAgain', text: firstRunText.passphrase.different };
}

/** True for a refusal that is about the new passphrase. */
export function isAboutPassphrase(error: unknown): boolean {
  return isAppError(error, 'PASSPHRASE_SHORT') || isAppError(error, 'PASSPHRASE_COMMON') || isAppError(error, 'COUNSELLING_SAME_PASSPHRASE');
}

export function PairFields({ label, pair, onChange, fault }: { label: string; pair: NewPair; onChange: (pair: NewPair) => void; fault: { name: Name; text: string } | null }) {
  const shared = { isNew: true, showLabel: frameText.show, hideLabel: frameText.hide } as const;
  return <>
    <PassphraseField {...shared} name="counsellingNew" label={label} hint={t.hint} value={pair.first} onChange={(first) => onChange({ ...pair, first })} error={fault?.name === 'counsellingNew' ? fault.text : undefined} />
    <PassphraseField {...shared} name="counsellingAgain" label={t.again} value={pair.again} onChange={(again) => onChange({ ...pair, again })} error={fault?.name === 'counsellingAgain' ? fault.text : undefined} />
  </>;
}

export function SetUp({ onCode }: { onCode: (code: string) => void }) {
  const [pair, setPair] = useState<NewPair>({ first: '', again: '' });
  const [fault, setFault] = useState<{ name: Name; text: string } | null>(null);
  const { busy, sentence, run } = useAct();
  const refuse = (next: { name: Name; text: string }) => { setFault(next); focusField(next.name); };
  const submit = () => {
    const wrong = pairFault(pair);
    if (wrong) { refuse(wrong); return; }
    run(async () => {
      try {
        onCode((await api.counselling.setUp({ passphrase: pair.first })).recoveryCode);
      } catch (error) {
        if (!isAboutPassphrase(error)) throw error;
        refuse({ name: 'counsellingNew', text: sentenceOf(error) });
      }
    });
  };
  return (
    <Panel title={t.title}>
      <form className="stack counselling__form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <p>{t.lead}</p>
        <Notice tone="warn">{t.loss}</Notice>
        <PairFields label={t.passphrase} pair={pair} onChange={(next) => { setPair(next); setFault(null); }} fault={fault} />
        {sentence ? <Notice tone="error">{sentence}</Notice> : null}
        <div className="row"><Button look="primary" type="submit" busy={busy}>{t.submit}</Button>{busy ? <span className="small quiet" role="status">{t.working}</span> : null}</div>
      </form>
    </Panel>
  );
}
