// One section of a template with its fields, and the way to add a field. Refuses rules of its own: shared/notes decides.
import { moveField, removeField, renameSection } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateField, TemplateSection } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { AddField } from './AddField.tsx';
import { FieldItem } from './FieldItem.tsx';
import { focusPart, neighbourOf } from './focusPart.ts';
import { LineBox } from './LineBox.tsx';
import { PartMoves } from './PartMoves.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;

export function SectionItem({ section, edits, say, onTyped, ...moves }: { section: TemplateSection; edits: TemplateEdits; say: (sentence: string) => void; onTyped: () => void; onUp: (() => void) | null; onDown: (() => void) | null; onRemove: () => void }) {
  const move = (fieldId: string, label: string, to: number) => () => { if (edits.apply((template) => moveField(template, fieldId, section.id, to))) say(t.moved(label, to + 1)); };
  const remove = ({ id, label }: TemplateField, index: number) => () => {
    const next = neighbourOf(section.fields, index);
    if (!edits.apply((template) => removeField(template, id))) return;
    say(t.removed(label));
    if (next) focusPart(`field:${next.id}`);
  };
  return (
    <li className="template-part" data-part={`section:${section.id}`}>
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
            <FieldItem key={field.id} field={field} edits={edits} say={say} onTyped={onTyped} onUp={index === 0 ? null : move(field.id, field.label, index - 1)} onDown={index === section.fields.length - 1 ? null : move(field.id, field.label, index + 1)}
              onRemove={remove(field, index)} />
          ))}
        </ul>
        <AddField section={section} edits={edits} />
      </PartMoves>
    </li>
  );
}
