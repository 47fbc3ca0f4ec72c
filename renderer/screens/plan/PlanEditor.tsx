// Edits a draft plan; what helps stands at the right: a save that failed, gaps, hints, changes, signing.
// Refuses to block on hints, and to say beside the status line that all is saved.
import { Plus } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { LocalDate } from '../../../shared/dates.ts';
import { planDiff, type PlanChange } from '../../../shared/plans/diff.ts';
import { planHints } from '../../../shared/plans/hints.ts';
import { missingInPlan, wrongDates } from '../../../shared/plans/newPlan.ts';
import type { Plan, PlanContent } from '../../../shared/plans/plan.ts';
import { thresholdValue } from '../../../shared/rules/thresholds.ts';
import type { Settings } from '../../../shared/settings.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { planText as t } from '../../../shared/text/en/plan.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { RefusedFields } from '../../ui/Field.tsx';
import { focusField, focusSoon, Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { BasicsPart } from './BasicsPart.tsx';
import { newProblem, removeById, replaceById } from './planEdits.ts';
import { NotIndicated } from './PathwayPart.tsx';
import { ProblemCard } from './ProblemCard.tsx';
import { usePlanDraft, type Draft } from './usePlanDraft.ts';
import './plan.css';

const MOST_PROBLEMS = 60;

function SaveLine({ draft }: { draft: Draft }) {
  const { save } = draft;
  if (save.kind === 'notSaved') return <Notice tone="error" action={{ label: t.saveRetry, perform: () => { draft.flush().then(undefined, () => undefined); } }}>{save.sentence}</Notice>;
  return <p className="small quiet">{t.savesItself}</p>;
}

function Hints({ content, phaseEnd, longest }: { content: PlanContent; phaseEnd: LocalDate | null; longest: number }) {
  const hints = useMemo(() => planHints(content, phaseEnd, longest), [content, phaseEnd, longest]);
  return (
    <div className="stack-tight">
      <h3>{t.hintsTitle}</h3>
      {hints.length === 0 ? <p className="small quiet">{t.hintsNone}</p> : <ul className="hint-list">{hints.map((hint) => <li key={`${hint.elementId}-${hint.id}`}>{hint.number && !hint.number.startsWith('999') ? <span className="strong nums">{hint.number} </span> : null}{hint.text}</li>)}</ul>}
      <p className="small quiet">{t.hintsQuiet}</p>
    </div>
  );
}

function changeLine(change: PlanChange): string {
  return `${t.elements[change.element]} ${change.number}: ${t.changeKinds[change.kind]}`.replace(/\s+:/, ':');
}

function Changes({ before, content }: { before: PlanContent; content: PlanContent }) {
  const lines = useMemo(() => [...new Set(planDiff(before, content).map(changeLine))], [before, content]);
  return <details className="prompts"><summary>{t.changesTitle}</summary>{lines.length === 0 ? <p className="small quiet">{t.changesNone}</p> : <ul className="hint-list">{lines.map((line) => <li key={line}>{line}</li>)}</ul>}</details>;
}

function Signing({ planId, draft, datesWrong, settings, onDone }: { datesWrong: boolean; planId: Plan['id']; draft: Draft; settings: Settings; onDone: () => void }) {
  const [asking, setAsking] = useState<'activate' | 'discard'>();
  const { busy, sentence, run } = useAct();
  const gaps = [...missingInPlan(draft.content), ...(settings.clinicianName.trim() === '' ? ['clinicianName' as const] : [])];
  const finish = (work: () => Promise<unknown>) => run(async () => {
    try { await work(); } finally { setAsking(undefined); }
    onDone();
    announceChange();
  });
  const activate = () => finish(async () => { await draft.flush(); await api.plans.activate({ planId, revision: draft.revision() }); });
  const discard = () => finish(async () => {
    draft.drop();
    // A save under way may fail; its words are being thrown away, so only its end matters.
    await draft.flush().then(undefined, () => undefined);
    draft.drop();
    await api.plans.discardDraft({ planId, revision: draft.revision() });
  });
  return (
    <div className="stack-tight">
      {gaps.length > 0 ? <div><p className="small strong">{t.gapsTitle}</p><ul className="hint-list">{gaps.map((gap) => <li key={gap}>{t.gaps[gap]}</li>)}</ul></div> : null}
      <div className="row">
        <Button look="primary" busy={busy} disabled={gaps.length > 0 || datesWrong} onClick={() => setAsking('activate')}>{t.activate}</Button>
        <Button look="quiet" onClick={() => setAsking('discard')}>{t.discard}</Button>
      </div>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      {asking === 'activate' ? <ConfirmDialog title={t.activateTitle} text={t.activateText(settings.clinicianName)} confirmLabel={t.activateConfirm} cancelLabel={frameText.cancel} look="primary" busy={busy} onConfirm={activate} onCancel={() => setAsking(undefined)} /> : null}
      {asking === 'discard' ? <ConfirmDialog title={t.discardTitle} text={t.discardText} confirmLabel={t.discardConfirm} cancelLabel={frameText.cancel} busy={busy} onConfirm={discard} onCancel={() => setAsking(undefined)} /> : null}
    </div>
  );
}

type EditorProps = { held: { readonly value: Plan; readonly revision: number }; before: PlanContent | null; phaseEnd: LocalDate | null; settings: Settings; onDone: () => void };

export function PlanEditor({ held, before, phaseEnd, settings, onDone }: EditorProps) {
  const draft = usePlanDraft(held.value.id, held);
  const { content, change } = draft;
  const quiet = useDeferredValue(content);
  const wrong = useMemo(() => wrongDates(content), [content]);
  const marked = { ...(wrong.nextReviewDue ? { nextReviewDue: t.reviewTooEarly } : {}), ...Object.fromEntries(wrong.targets.map((id) => [`target-date-${id}`, t.targetTooEarly])) };
  // The button that began the plan is gone with it: the first field is where one goes on.
  useEffect(() => { if (document.activeElement === document.body) focusField('ownWords'); }, []);
  return (
    <div className="plan">
      <div className="plan__main">
        <RefusedFields value={marked}>
        <BasicsPart content={content} change={change} />
        {content.problems.map((problem) => <ProblemCard key={problem.id} problem={problem} edition={settings.asamEdition} onChange={(next) => change({ problems: replaceById(content.problems, next) })} onRemove={() => change({ problems: removeById(content.problems, problem.id) })} />)}
        </RefusedFields>
        {content.problems.length < MOST_PROBLEMS ? <div className="row"><Button icon={Plus} onClick={() => { const next = newProblem(); change({ problems: [...content.problems, next] }); focusSoon(`problem-${next.id}`); }}>{t.addProblem}</Button></div> : null}
      </div>
      <aside className="plan__side" aria-label={t.hintsTitle}>
        <Panel title={t.version(held.value.version, 'draft')}>
          <SaveLine draft={draft} />
          {Object.keys(marked).length > 0 ? <Notice tone="warn">{t.datesWrong}</Notice> : null}
          <Signing planId={held.value.id} draft={draft} datesWrong={Object.keys(marked).length > 0} settings={settings} onDone={onDone} />
          <Hints content={quiet} phaseEnd={phaseEnd} longest={thresholdValue(settings.rules, 'objectiveMaxDays')} />
          <NotIndicated content={content} change={change} />
          {before ? <Changes before={before} content={quiet} /> : null}
        </Panel>
      </aside>
    </div>
  );
}
