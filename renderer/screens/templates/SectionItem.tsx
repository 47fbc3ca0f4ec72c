// One section of a template with its fields, and the way to add a field. Refuses rules of its own: shared/notes decides.
import { useState } from 'react';
import { ADDABLE_KINDS, newField, type AddableKind } from '../../../shared/notes/newParts.ts';
import { addField, moveField, removeField, renameSection } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateSection } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { fieldKindLabels } from '../../../shared/text/en/templates.ts';
import { Button } from '../../ui/Button.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { FieldItem } from './FieldItem.tsx';
import { LineBox } from './LineBox.tsx';
import { PartMoves } from './PartMoves.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;

export function SectionItem({ section, edits, say, onTyped, ...moves }: { section: TemplateSection; edits: TemplateEdits; say: (sentence: string) => void; onTyped: () => void; onUp: (() => void) | null; onDown: (() => void) | null; onRemove: () => void }) {
  const [kind, setKind] = useState<AddableKind>('text');
  const move = (fieldId: string, label: string, to: number) => () => { if (edits.apply((template) => moveField(template, fieldId, section.id, to))) say(t.moved(label, to + 1)); };
  return (
    <li className="template-part">
      <PartMoves name={section.title} {...moves}>
        <h3 className="template-part__title">{section.title}</h3>
        <details>
          <summary className="small">{t.sectionName}</summary>
          <div className="stack template-part__form">
            <LineBox name={`${section.id}-title`} label={t.sectionName} value={section.title} maxLength={120} onHold={edits.hold} onTyped={onTyped} onTake={(title) => edits.apply((template) => renameSection(template, section.id, { title, help: section.help }))} />
            <LineBox name={`${section.id}-help`} label={t.help} value={section.help} maxLength={400} onHold={edits.hold} onTyped={onTyped} onTake={(help) => edits.apply((template) => renameSection(template, section.id, { title: section.title, help }))} />
          </div>
        </details>
        <ul className="template-parts template-parts--fields">
          {section.fields.map((field, index) => (
            <FieldItem key={field.id} field={field} edits={edits} onTyped={onTyped} onUp={index === 0 ? null : move(field.id, field.label, index - 1)} onDown={index === section.fields.length - 1 ? null : move(field.id, field.label, index + 1)}
              onRemove={() => { if (edits.apply((template) => removeField(template, field.id))) say(t.removed(field.label)); }} />
          ))}
        </ul>
        <div className="template-part__add">
          <SelectField name={`${section.id}-kind`} label={t.addFieldKind} value={kind} choices={choicesOf(ADDABLE_KINDS, fieldKindLabels)} onChange={setKind} />
          <Button small onClick={() => edits.apply((template) => addField(template, section.id, newField(template, kind), section.fields.length))}>{t.addField}</Button>
        </div>
      </PartMoves>
    </li>
  );
}
