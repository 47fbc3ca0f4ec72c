// The treatment plan of a client: the draft to write on, the version in force, earlier ones to read.
import { FilePlus2, Printer } from 'lucide-react';
import { useState } from 'react';
import type { PlanId } from '../../shared/brand.ts';
import { activeEpisode, openPhase } from '../../shared/continuum/position.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../shared/text/en/clients.ts';
import { planStatusLabels } from '../../shared/text/en/clinical.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { planText as t } from '../../shared/text/en/plan.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { useGo } from '../data/route.ts';
import { useAct } from '../data/useAct.ts';
import { useCall } from '../data/useCall.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Notice, Skeleton } from '../ui/Notes.tsx';
import { Unreadable } from './record/Unreadable.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { PlanEditor } from './plan/PlanEditor.tsx';
import { planDates, PlanView } from './plan/PlanView.tsx';

type Head = Chart['plans'][number];

function phaseEndOf(chart: Chart) {
  const episode = activeEpisode(chart.episodes.map((held) => held.value));
  return episode ? openPhase(episode)?.plannedEnd ?? null : null;
}

function OnePlan({ chart, head, before, onDone }: { chart: Chart; head: Head; before: PlanId | null; onDone: () => void }) {
  const plan = useCall(`plan:${head.id}:${head.status}`, async () => ({ held: await api.plans.get({ planId: head.id }), before: before ? (await api.plans.get({ planId: before })).value.content : null, settings: await api.settings.get({}) }));
  if (plan.status === 'loading') return <Skeleton label={frameText.loading} lines={6} />;
  if (plan.status === 'refused') return <Notice tone="error" action={{ label: frameText.tryAgain, perform: plan.reload }}>{plan.sentence}</Notice>;
  const { held, settings } = plan.value;
  if (held.value.status === 'draft' && chart.client.status === 'active') return <div data-place={head.id}><PlanEditor key={head.id} held={held} before={plan.value.before} phaseEnd={phaseEndOf(chart)} settings={settings} onDone={onDone} /></div>;
  return <div className="stack" data-place={head.id}><p className="quiet">{planDates(held.value)}. {t.readOnly}</p><PlanView plan={held.value} today={chart.today} /></div>;
}

function NewPlan({ chart, label, look }: { chart: Chart; label: string; look: 'primary' | 'plain' }) {
  const { busy, sentence, run } = useAct();
  const create = () => run(async () => {
    await api.plans.create({ clientId: chart.client.id });
    announceChange();
  });
  return <><Button look={look} icon={FilePlus2} busy={busy} onClick={create}>{label}</Button>{sentence ? <Notice tone="error">{sentence}</Notice> : null}</>;
}

export function PlanTab({ chart, at }: { chart: Chart; /** The version that a search has led to. */ at: string | null }) {
  const go = useGo();
  const [chosen, setChosen] = useState<PlanId | undefined>(chart.plans.find(({ id }) => id === at)?.id);
  const plans = chart.plans.toSorted((a, b) => b.version - a.version);
  const draft = plans.find((plan) => plan.status === 'draft');
  const active = plans.find((plan) => plan.status === 'active');
  const shown = plans.find((plan) => plan.id === chosen) ?? draft ?? active ?? plans[0];
  const archived = chart.client.status === 'archived';
  if (!shown) {
    return <div className="page">{archived ? <Notice>{clientsText.archive.archivedNotice}</Notice> : null}<Unreadable kind="plans" count={chart.unreadable.plans} /><EmptyState title={t.emptyTitle} text={t.emptyText}>{archived ? null : <NewPlan chart={chart} label={t.start} look="primary" />}</EmptyState></div>;
  }
  return (
    <div className="page">
      {archived ? <Notice>{clientsText.archive.archivedNotice}</Notice> : null}
      <Unreadable kind="plans" count={chart.unreadable.plans} />
      <div className="page__head">
        <div className="plan-version"><SelectField name="planVersion" label={t.versionLabel} labelHidden value={shown.id} choices={plans.map((plan) => ({ value: plan.id, label: t.version(plan.version, planStatusLabels[plan.status]) }))} onChange={setChosen} /></div>
        <div className="page__acts">
          {!draft && !archived ? <NewPlan chart={chart} label={t.newVersion} look="plain" /> : null}
          <Button look={active && !draft ? 'primary' : 'plain'} icon={Printer} onClick={() => go({ room: 'handout', clientId: chart.client.id })}>{t.print}</Button>
        </div>
      </div>
      <OnePlan key={shown.id} chart={chart} head={shown} before={shown.status === 'draft' ? active?.id ?? null : null} onDone={() => setChosen(undefined)} />
    </div>
  );
}
