// The path about medication that the client chose, informed. Refuses to prefer one: it only warns of what falling
// tolerance brings where no agonist protects.
import { PATHWAYS, type PlanContent } from '../../../shared/plans/plan.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { pathwayLabels, planChoicesText as t } from '../../../shared/text/en/planChoices.ts';
import { Notice } from '../../ui/Notes.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type PartProps = { content: PlanContent; change: (part: Partial<PlanContent>) => void };
const CHOICES = choicesOf(['none', ...PATHWAYS] as const, pathwayLabels);

export function PathwayPart({ content, change }: PartProps) {
  const chosen = content.pathway ?? 'none';
  return (
    <div className="stack-tight">
      <SelectField name="pathway" label={t.pathway} hint={t.pathwayHint} value={chosen} choices={CHOICES} onChange={(next) => change({ pathway: next === 'none' ? null : next })} />
      {chosen === 'antagonist' || chosen === 'no_medication' ? <Notice tone="warn">{t.tolerance}</Notice> : null}
      {chosen === 'none' ? null : <TextArea name="pathwayNote" label={t.informed} hint={t.informedHint} optional={frameText.optional} rows={2} value={content.pathwayNote ?? ''} maxLength={2000} onChange={(pathwayNote) => change({ pathwayNote })} />}
    </div>
  );
}

const PARTS = ['medicationChoice', 'behavioural', 'coOccurring', 'followUp'] as const;

/** Reasons why a part of a whole plan is left out on purpose. */
export function NotIndicated({ content, change }: PartProps) {
  const reasons = content.notIndicated ?? {};
  return (
    <details className="prompts">
      <summary>{t.notIndicatedTitle}</summary>
      <p className="small quiet">{t.notIndicatedHint}</p>
      <div className="stack">{PARTS.map((part) => <TextField key={part} name={`not-indicated-${part}`} label={t.because(t.parts[part])} optional={frameText.optional} value={reasons[part] ?? ''} maxLength={400} onChange={(why) => change({ notIndicated: { ...reasons, [part]: why } })} />)}</div>
    </details>
  );
}
