// One field of a template: its label, prompt, required mark, and what its kind has beside. Refuses to change its kind or id: answers must
// stay comparable.
import { useState } from 'react';
import { changeField } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { fieldKindLabels } from '../../../shared/text/en/templates.ts';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { ConditionForm } from './ConditionForm.tsx';
import { DecimalsChoice } from './DecimalsChoice.tsx';
import { LineBox } from './LineBox.tsx';
import { OptionLines } from './OptionLines.tsx';
import { PartMoves } from './PartMoves.tsx';
import { RangeBoxes } from './RangeBoxes.tsx';
import { TableForm } from './TableForm.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;

/** What a kind of field has beyond its label. */
function KindForm({ field, edits, say, onTyped }: { field: TemplateField; edits: TemplateEdits; say: (sentence: string) => void; onTyped: () => void }) {
  const change = (next: TemplateField) => edits.apply((template) => changeField(template, next));
  const lines = { edits, onTyped };
  switch (field.kind) {
    case 'choice':
    case 'multiChoice': return <OptionLines {...lines} name={`${field.id}-options`} label={t.options} options={field.options} onTake={(options) => change({ ...field, options })} />;
    case 'checklist': return (
      <>
        <OptionLines {...lines} name={`${field.id}-items`} label={t.items} options={field.items} onTake={(items) => change({ ...field, items })} />
        <OptionLines {...lines} name={`${field.id}-states`} label={t.states} options={field.states} onTake={(states) => change({ ...field, states })} />
      </>
    );
    case 'scale': return (
      <div className="template-part__pair">
        <LineBox name={`${field.id}-low`} label={t.low} value={field.low} maxLength={60} onHold={edits.hold} onTyped={onTyped} onTake={(low) => change({ ...field, low: low.trim() })} />
        <LineBox name={`${field.id}-high`} label={t.high} value={field.high} maxLength={60} onHold={edits.hold} onTyped={onTyped} onTake={(high) => change({ ...field, high: high.trim() })} />
      </div>
    );
    case 'number': return (
      <>
        <RangeBoxes field={field} edits={edits} onTyped={onTyped} />
        <LineBox name={`${field.id}-unit`} label={t.unit} value={field.unit} maxLength={40} onHold={edits.hold} onTyped={onTyped} onTake={(unit) => change({ ...field, unit: unit.trim() })} />
        <DecimalsChoice field={field} edits={edits} />
      </>
    );
    case 'table': return <TableForm field={field} edits={edits} say={say} onTyped={onTyped} />;
    default: return null;
  }
}

export function FieldItem({ field, edits, say, onTyped, ...moves }: { field: TemplateField; edits: TemplateEdits; say: (sentence: string) => void; onTyped: () => void; onUp: (() => void) | null; onDown: (() => void) | null; onRemove: () => void }) {
  const change = (next: TemplateField) => edits.apply((template) => changeField(template, next));
  // Lists are drawn once a field has been opened: a long template would draw hundreds that nobody sees.
  const [opened, setOpened] = useState(false);
  return (
    <li className="template-part template-part--field" data-part={`field:${field.id}`}>
      <PartMoves name={field.label} {...moves}>
        <details onToggle={() => setOpened(true)}>
          <summary className="template-part__summary"><span>{field.label}{field.required ? ' *' : ''}</span> <span className="quiet small template-part__kind">{fieldKindLabels[field.kind]}</span></summary>
          <div className="stack template-part__form" role="group" aria-label={t.field(field.label)}>
            <LineBox name={`${field.id}-label`} label={t.label} value={field.label} maxLength={160} onHold={edits.hold} onTyped={onTyped} onTake={(label) => change({ ...field, label: label.trim() })} />
            <LineBox name={`${field.id}-prompt`} label={t.prompt} value={field.prompt} maxLength={400} onHold={edits.hold} onTyped={onTyped} onTake={(prompt) => change({ ...field, prompt: prompt.trim() })} />
            <KindForm field={field} edits={edits} say={say} onTyped={onTyped} />
            <CheckboxField name={`${field.id}-required`} label={t.required} checked={field.required} onChange={(required) => { change({ ...field, required }); }} />
            {opened ? <ConditionForm field={field} edits={edits} onTyped={onTyped} /> : null}
          </div>
        </details>
      </PartMoves>
    </li>
  );
}
