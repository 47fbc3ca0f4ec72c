// Adding and editing a client. Refuses to lose what was typed: a refusal leaves the form as it is,
// says why and moves to the first field to mend.
import { useEffect, useRef, useState } from 'react';
import type { ClientId } from '../../shared/brand.ts';
import { emptyClientDetails, type ClientDetailsDraft } from '../../shared/clients/clientRules.ts';
import type { ClientDetails } from '../../shared/clients/client.ts';
import { clientsText } from '../../shared/text/en/clients.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { useGo } from '../data/route.ts';
import { useStillHere } from '../data/useStillHere.ts';
import { useUnsavedForm } from '../data/useUnsavedForm.ts';
import { todayHere } from '../data/today.ts';
import { useAct } from '../data/useAct.ts';
import { brokenDates } from '../ui/brokenDates.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorSummary, Notice, Skeleton, stillWrong, type FieldErrors } from '../ui/Notes.tsx';
import { Page } from '../ui/Page.tsx';
import { readForm } from './clientForm/formErrors.ts';
import { EmergencyPart, LifePart, SafetyPart, WhoPart } from './clientForm/parts.tsx';
import { CareTeamPart, ReachPart } from './clientForm/rows.tsx';

const t = clientsText.form;

type FormProps = { start: ClientDetailsDraft; title: string; submitLabel: string; onSubmit: (details: ClientDetails) => Promise<void>; onDone: () => void; onCancel: () => void };

function ClientForm({ start, title, submitLabel, onSubmit, onDone, onCancel }: FormProps) {
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<FieldErrors>({});
  const { busy, sentence, run } = useAct();
  const stillHere = useStillHere();
  const today = todayHere();
  const form = useRef<HTMLFormElement>(null);
  const checked = (): ClientDetails | null => {
    const read = readForm(draft, today);
    // The summary says of a day that does not exist what its field says.
    const broken = Object.fromEntries(brokenDates(form.current).map((name) => [name, frameText.impossibleDay]));
    const found = { ...('errors' in read ? read.errors : {}), ...broken };
    setErrors(found);
    return 'errors' in read || Object.keys(broken).length > 0 ? null : read.details;
  };
  // Who saves again on the way out, while the first save is still on its way, waits for that one: a client is not made twice.
  const sending = useRef<Promise<void>>(undefined);
  const send = (details: ClientDetails): Promise<void> => {
    const holdsAll = unsaved.mark();
    sending.current ??= onSubmit(details).then(() => {
      // What was changed meanwhile is not in it, and is still asked about.
      if (holdsAll()) unsaved.settled({ kind: 'saved', at: Date.now() });
    }).finally(() => { sending.current = undefined; });
    return sending.current;
  };
  const unsaved = useUnsavedForm(title, async () => {
    const details = checked();
    if (details === null) return false;
    await send(details);
    return unsaved.unsaved() === null;
  });
  const change = (part: Partial<ClientDetailsDraft>) => { setDraft((before) => ({ ...before, ...part })); unsaved.typed(); };
  const submit = () => {
    const details = checked();
    if (details !== null) run(async () => { await send(details); if (stillHere()) onDone(); });
  };
  const now = Object.keys(errors).length === 0 ? null : readForm(draft, today);
  const shown = now === null || !('errors' in now) ? {} : stillWrong(errors, now.errors);
  const props = { draft, errors: shown, change };
  return (
    <Page title={title} form>
      <form className="stack-loose" noValidate ref={form} onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ErrorSummary title={frameText.mend} errors={errors} shown={shown} />
        <WhoPart {...props} today={today} />
        <ReachPart {...props} />
        <EmergencyPart {...props} />
        <SafetyPart {...props} />
        <CareTeamPart {...props} />
        <LifePart {...props} />
        {sentence ? <Notice tone="error">{sentence}</Notice> : null}
        <div className="form-foot"><Button look="primary" type="submit" busy={busy}>{submitLabel}</Button><Button look="quiet" onClick={onCancel}>{frameText.cancel}</Button></div>
      </form>
    </Page>
  );
}

export function NewClientScreen() {
  const go = useGo();
  const made = useRef<{ readonly id: ClientId; readonly revision: number }>(undefined);
  const create = async (details: ClientDetails) => {
    // Saved again with what was changed meanwhile: the client is there already.
    const { value, revision } = made.current ? await api.clients.update({ clientId: made.current.id, revision: made.current.revision, details }) : await api.clients.create({ details });
    made.current = { id: value.id, revision };
    announceChange();
  };
  const done = () => go(made.current ? { room: 'client', clientId: made.current.id, tab: 'record' } : { room: 'caseload' });
  return <ClientForm start={emptyClientDetails()} title={t.newTitle} submitLabel={t.create} onSubmit={create} onDone={done} onCancel={() => go({ room: 'caseload' })} />;
}

export function EditClientScreen({ clientId }: { clientId: ClientId }) {
  const go = useGo();
  const [loaded, setLoaded] = useState<{ details: ClientDetails; revision: number }>();
  const saved = useRef<number>(undefined);
  const { sentence, run } = useAct();
  useEffect(() => run(async () => {
    const { value, revision } = await api.clients.get({ clientId });
    setLoaded({ details: value.details, revision });
  }), [run, clientId]);
  const back = () => go({ room: 'client', clientId, tab: 'record' });
  if (sentence) return <Page title={t.editTitle} form><Notice tone="error" action={{ label: frameText.back, perform: back }}>{sentence}</Notice></Page>;
  if (!loaded) return <Page title={t.editTitle} form><Skeleton label={frameText.loading} lines={8} /></Page>;
  const save = async (details: ClientDetails) => {
    const { revision } = await api.clients.update({ clientId, revision: saved.current ?? loaded.revision, details });
    saved.current = revision;
    announceChange();
  };
  return <ClientForm start={loaded.details} title={t.editTitle} submitLabel={t.save} onSubmit={save} onDone={back} onCancel={back} />;
}
