// The objectives of the plan in force beside the note: mark those the session worked on and rate
// progress (CLINICAL F.3). Refuses to link by itself.
import { useEffect } from 'react';
import type { ClientId, PlanId } from '../../../shared/brand.ts';
import { ratingControl } from '../../../shared/notes/headerControls.ts';
import { PROGRESS_RATINGS, type NoteHeader, type PlanLink } from '../../../shared/notes/note.ts';
import type { Objective } from '../../../shared/plans/plan.ts';
import { progressRatingLabels } from '../../../shared/text/en/clinical.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { Skeleton } from '../../ui/Notes.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { currentPlan, openObjectives } from './currentPlan.ts';

type PanelProps = { clientId: ClientId; header: NoteHeader; onChange: (change: Partial<NoteHeader>) => void; /** What stands below may be drawn without being pushed down later. */ onReady: () => void };
const text = notesText.links;

function Rating({ link, onChange }: { link: PlanLink; onChange: (part: Partial<PlanLink>) => void }) {
  return (
    <div className="note-links__rating" role="radiogroup" aria-label={`${text.rating}, ${link.number}`} data-field={ratingControl(link.objectiveId)}>
      {PROGRESS_RATINGS.map((rating) => (
        <button key={rating} type="button" role="radio" className="scale__step" aria-checked={link.rating === rating} aria-label={progressRatingLabels[rating]} title={progressRatingLabels[rating]} tabIndex={(link.rating ?? '0') === rating ? 0 : -1}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            const next = PROGRESS_RATINGS[PROGRESS_RATINGS.indexOf(rating) + step];
            if (step === 0 || next === undefined) return;
            event.preventDefault();
            onChange({ rating: next });
            const sibling = step > 0 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling;
            if (sibling instanceof HTMLElement) sibling.focus();
          }}
          onClick={() => onChange({ rating: link.rating === rating ? null : rating })}>{text.shorts[rating]}</button>
      ))}
      <span className="quiet">{link.rating === null ? '' : progressRatingLabels[link.rating]}</span>
    </div>
  );
}

/** Objectives with a mark, a rating and a comment each. */
export function ObjectivesPanel({ clientId, header, onChange, onReady }: PanelProps) {
  const call = useCall(`plan ${clientId}`, () => currentPlan(clientId));
  const ready = call.status !== 'loading';
  useEffect(() => { if (ready) onReady(); }, [ready, onReady]);
  const change = (objectiveId: string, part: Partial<PlanLink>) => onChange({ planLinks: header.planLinks.map((link) => (link.objectiveId === objectiveId ? { ...link, ...part } : link)) });
  const toggle = (planId: PlanId, objective: Objective, on: boolean) => onChange({
    planLinks: on ? [...header.planLinks, { planId, objectiveId: objective.id, number: objective.number, rating: null, comment: '' }] : header.planLinks.filter((link) => link.objectiveId !== objective.id),
  });
  if (call.status === 'loading') return <Skeleton label={notesText.loading} lines={3} />;
  if (call.status === 'refused') return <div className="stack"><p>{text.failed} {call.sentence}</p><Button small onClick={call.reload}>{text.retry}</Button></div>;
  const plan = call.value;
  const objectives = plan ? openObjectives(plan) : [];
  return (
    <section className="note-links" aria-label={text.title}>
      <h2 className="note-panel__title">{text.title}</h2>
      <p className="note-section__help">{objectives.length > 0 ? text.hint : text.none}</p>
      {header.planLinks.length > 0 ? <p className="note-section__help">{text.rating}: {text.legend}</p> : null}
      {plan ? objectives.map((objective) => {
        const link = header.planLinks.find((each) => each.objectiveId === objective.id);
        return (
          <div key={objective.id} className="note-links__objective">
            <CheckboxField name={`link-${objective.id}`} label={`${objective.number} ${objective.text}`} checked={link !== undefined} onChange={(on) => toggle(plan.id, objective, on)} />
            {link ? <Rating link={link} onChange={(part) => change(objective.id, part)} /> : null}
            {link ? <TextArea name={`comment-${objective.id}`} label={text.comment} rows={1} value={link.comment} maxLength={1000} onChange={(comment) => change(objective.id, { comment })} /> : null}
          </div>
        );
      }) : null}
      {header.planLinks.length === 0 ? <TextArea name="noPlanLinkReason" label={text.noneBecause} hint={text.noneHint} rows={2} value={header.noPlanLinkReason} maxLength={400} onChange={(reason) => onChange({ noPlanLinkReason: reason.replaceAll('\n', ' ') })} /> : null}
    </section>
  );
}
