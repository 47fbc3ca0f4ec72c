// Name, credentials and clinic: what stands under notes and on handouts. Can be changed in Settings.
import { useState } from 'react';
import { firstRunText } from '../../../shared/text/en/firstRun.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { Question } from '../../ui/Question.tsx';
import { TextField } from '../../ui/TextField.tsx';

const t = firstRunText.you;

export function AboutYou({ step, onDone }: { step: string; onDone: () => void }) {
  const [name, setName] = useState('');
  const [credentials, setCredentials] = useState('');
  const [clinic, setClinic] = useState('');
  const [phone, setPhone] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, sentence, run } = useAct();
  const submit = () => {
    if (name.trim() === '') { setMissing(true); focusField('clinicianName'); return; }
    run(async () => {
      const settings = await api.settings.get({});
      await api.settings.update({ ...settings, clinicianName: name.trim(), credentials: credentials.trim(), clinicName: clinic.trim(), clinicPhone: phone.trim() });
      onDone();
    });
  };
  return (
    <Question appName={frameText.appName} step={step} title={t.title} lead={<p>{t.lead}</p>} onSubmit={submit} foot={<Button look="primary" type="submit" busy={busy}>{t.finish}</Button>}>
      <TextField name="clinicianName" label={t.name} value={name} maxLength={200} onChange={(next) => { setName(next); setMissing(false); }} error={missing ? t.nameEmpty : undefined} />
      <TextField name="credentials" label={t.credentials} hint={t.credentialsHint} optional={frameText.optional} value={credentials} maxLength={120} onChange={setCredentials} />
      <TextField name="clinicName" label={t.clinic} optional={frameText.optional} value={clinic} maxLength={200} onChange={setClinic} />
      <TextField name="clinicPhone" label={t.phone} hint={t.phoneHint} optional={frameText.optional} type="tel" value={phone} maxLength={40} onChange={setPhone} />
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
    </Question>
  );
}
