// One field of a template: its label, prompt, required mark and choices. Refuses to change its kind or id: answers must
// stay comparable.
import { optionsFromLines } from '../../../shared/notes/newParts.ts';
import { changeField } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { fieldKindLabels } from '../../../shared/text/en/templates.ts';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { LineBox } from './LineBox.tsx';
import { PartMoves } from './PartMoves.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;

export function FieldItem({ field, edits, onTyped, ...moves }: { field: TemplateField; edits: TemplateEdits; onTyped: () => void; onUp: (() => void) | null; onDown: (() => void) | null; onRemove: () => void }) {
  const change = (next: TemplateField) => edits.apply((template) => changeField(template, next));
  return (
    <li className="template-part template-part--field">
      <PartMoves name={field.label} {...moves}>
        <details>
          <summary className="template-part__summary"><span>{field.label}{field.required ? ' *' : ''}</span> <span className="quiet small">{fieldKindLabels[field.kind]}</span></summary>
          <div className="stack template-part__form" role="group" aria-label={t.field(field.label)}>
            <LineBox name={`${field.id}-label`} label={t.label} value={field.label} maxLength={160} onHold={edits.hold} onTyped={onTyped} onTake={(label) => change({ ...field, label: label.trim() })} />
            <LineBox name={`${field.id}-prompt`} label={t.prompt} value={field.prompt} maxLength={400} onHold={edits.hold} onTyped={onTyped} onTake={(prompt) => change({ ...field, prompt: prompt.trim() })} />
            {field.kind === 'choice' || field.kind === 'multiChoice' ? <LineBox name={`${field.id}-options`} label={t.options} rows={4} value={field.options.map(({ label }) => label).join('\n')} maxLength={4000} onHold={edits.hold} onTyped={onTyped} onTake={(lines) => change({ ...field, options: optionsFromLines(lines, field.options) })} /> : null}
            <CheckboxField name={`${field.id}-required`} label={t.required} checked={field.required} onChange={(required) => { change({ ...field, required }); }} />
          </div>
        </details>
      </PartMoves>
    </li>
  );
}
