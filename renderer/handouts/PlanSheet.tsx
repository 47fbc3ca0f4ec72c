// "My plan" as it will stand on paper. Draws what the model holds and nothing else; the choice of
// what may be on paper is made in shared/handouts.
import type { HandoutModel, HandoutStep } from '../../shared/handouts/handout.ts';
import { planSheetText } from '../../shared/text/en/planSheet.ts';
import './sheet.css';
import { Paper, Words } from './Words.tsx';

const t = planSheetText.sheet;

function Step({ step }: { step: HandoutStep }) {
  return (
    <li className="sheet-step">
      <p className="sheet-step-text"><Words text={step.text} /></p>
      {step.howIKnow ? <p><span className="sheet-label">{t.howIKnow}:</span> <Words text={step.howIKnow} /></p> : null}
      {step.help.length > 0 ? <p><span className="sheet-label">{t.help}:</span> <Words text={step.help.join('; ')} /></p> : null}
      {step.by ? <p><span className="sheet-label">{t.by}:</span> <Words text={step.by} /></p> : null}
    </li>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return <section className="sheet-part"><h2>{title}</h2><ul>{lines.map((line) => <li key={line}><Words text={line} /></li>)}</ul></section>;
}

/** The sheet in the size of its options; the same element is shown as a preview and printed. */
export function PlanSheet({ model }: { model: HandoutModel }) {
  return (
    <Paper><article className="sheet" lang="en" data-large={model.options.largePrint}>
      <header className="sheet-head">
        <h1>{model.title}</h1>
        <p className="sheet-meta">{[model.nameLine, model.dateLine].filter((line) => line !== '').map((line) => <span key={line}><Words text={line} /></span>)}</p>
      </header>
      {model.ownWords ? <section className="sheet-part"><h2>{t.ownWords}</h2><blockquote className="sheet-own-words"><Words text={model.ownWords} /></blockquote></section> : null}
      {model.goals.map((goal, index) => (
        <section className="sheet-part" key={`${goal.ownWords}-${index}`}>
          <h2>{t.goal(index + 1)}</h2>
          <blockquote className="sheet-own-words"><Words text={goal.ownWords} /></blockquote>
          {goal.steps.length > 0 ? <ol className="sheet-steps">{goal.steps.map((step) => <Step key={step.text} step={step} />)}</ol> : null}
        </section>
      ))}
      <Lines title={t.strengths} lines={model.strengths} />
      <Lines title={t.whoHelps} lines={model.whoHelps} />
      {model.nextReview ? <section className="sheet-part sheet-next"><h2>{t.nextReview}</h2><p className="sheet-big"><Words text={model.nextReview} /></p></section> : null}
      <section className="sheet-part"><h2>{t.stuck}</h2><p>{t.stuckText}</p>{model.clinicLine ? <p><Words text={model.clinicLine} /></p> : null}<p><Words text={model.crisisLine} /></p></section>
    </article></Paper>
  );
}
