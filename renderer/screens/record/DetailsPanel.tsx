// The client's details as read, with the ways to change or archive the record.
import { useState } from 'react';
import { activeEpisode, isOpen } from '../../../shared/continuum/position.ts';
import { ageInYears } from '../../../shared/dates.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { careRoleLabels, livingLabels, naloxoneLabels, payerLabels, pregnancyLabels } from '../../../shared/text/en/clinical.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { useGo } from '../../data/route.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { ComingUpPanel } from './ComingUpPanel.tsx';

const t = clientsText.details;
const f = clientsText.form;

type Fact = readonly [string, string];

function kitText(chart: Chart): string {
  const { state, expires } = chart.client.details.naloxone;
  if (state !== 'on_hand' || expires === null) return naloxoneLabels[state];
  const day = formatDayWithYear(expires);
  return `${naloxoneLabels[state]}, ${expires < chart.today ? t.expired(day) : t.expires(day)}`;
}

function factsOf(chart: Chart): Fact[] {
  const d = chart.client.details;
  const contact = d.emergencyContact;
  const named = [contact.name, contact.relationship, contact.phone].filter((part) => part !== '').join(', ');
  return [
    [f.legalName, d.legalName],
    [f.dateOfBirth, `${formatDayWithYear(d.dateOfBirth)} (${t.age(ageInYears(d.dateOfBirth, chart.today))})`],
    ...(d.phones.length === 0 ? [[f.contactPhone, ''] as const] : []),
    ...d.phones.map((phone): Fact => [phone.label || f.number, `${phone.number} (${phone.messageOk ? t.messageOk : t.noMessage})`]),
    [f.email, d.email], [f.address, d.address],
    [f.emergency, named === '' ? '' : `${named} (${contact.consentOnFile ? t.consent : t.noConsent})`],
    [f.naloxone, kitText(chart)],
    [f.pregnancy, pregnancyLabels[d.pregnancy]],
    [f.living, livingLabels[d.living]],
    [f.payer, [payerLabels[d.payer], d.payerDetail].filter((part) => part !== '').join(', ')],
    ...d.careTeam.map((member): Fact => [careRoleLabels[member.role], [member.name, member.phone].filter((part) => part !== '').join(', ')]),
  ];
}

// What archiving would leave unfinished; said, not forbidden.
function stillOpen(chart: Chart): string[] {
  const a = clientsText.archive;
  const { unsignedNotes } = chart.row;
  const episode = activeEpisode(chart.episodes.map((held) => held.value));
  return [
    ...(unsignedNotes > 0 ? [a.unsigned(unsignedNotes)] : []),
    ...(episode !== null && isOpen(episode) ? [a.episodeOpen] : []),
    ...(chart.plans.some((plan) => plan.status === 'draft') ? [a.planDraft] : []),
  ];
}

function ArchiveAct({ chart }: { chart: Chart }) {
  const a = clientsText.archive;
  const [asking, setAsking] = useState(false);
  const { busy, sentence, run } = useAct();
  const input = { clientId: chart.client.id, revision: chart.clientRevision };
  const archived = chart.client.status === 'archived';
  const perform = () => run(async () => {
    await (archived ? api.clients.restore(input) : api.clients.archive(input));
    setAsking(false);
    announceChange();
  });
  return (
    <>
      <div className="row"><Button small look={archived ? 'primary' : 'plain'} busy={busy} onClick={() => { if (archived) perform(); else setAsking(true); }}>{archived ? a.restore : a.archive}</Button></div>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      {asking ? <ConfirmDialog title={a.title} text={a.text} confirmLabel={a.confirm} cancelLabel={frameText.cancel} look="primary" busy={busy} onCancel={() => setAsking(false)} onConfirm={perform}>{stillOpen(chart).length > 0 ? <ul className="bullets">{stillOpen(chart).map((line) => <li key={line}>{line}</li>)}</ul> : null}</ConfirmDialog> : null}
    </>
  );
}

export function DetailsPanel({ chart, at }: { chart: Chart; /** What a search has led to. */ at: string | null }) {
  const go = useGo();
  const archived = chart.client.status === 'archived';
  return (
    <>
      <ChecksPanel chart={chart} at={at} />
      <ComingUpPanel chart={chart} />
      <Panel title={t.title} acts={archived ? null : <Button small onClick={() => go({ room: 'editClient', clientId: chart.client.id })}>{t.edit}</Button>}>
        <dl className="facts">{factsOf(chart).map(([name, value], index) => <FactRow key={`${name}-${index}`} name={name} value={value} />)}</dl>
        <ArchiveAct chart={chart} />
      </Panel>
    </>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd className="pre">{value === '' ? <span className="quiet">{t.notRecorded}</span> : value}</dd></>;
}
