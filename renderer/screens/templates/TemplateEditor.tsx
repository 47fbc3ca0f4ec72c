// An own template being edited: its parts at the left, the note as it will look at the right. Refuses to touch notes.
import { useRef, useState } from 'react';
import { newSection, stillNamed } from '../../../shared/notes/newParts.ts';
import { addSection, moveSection, removeSection, renameTemplate } from '../../../shared/notes/ownTemplate.ts';
import type { KeptTemplate } from '../../../shared/notes/ownTemplateRecord.ts';
import type { NoteTemplate, TemplateSection } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { useAct } from '../../data/useAct.ts';
import { useUnsavedForm } from '../../data/useUnsavedForm.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { focusPart, namePart, neighbourOf } from './focusPart.ts';
import { LineBox } from './LineBox.tsx';
import { SectionItem } from './SectionItem.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { useTemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;

export function TemplateEditor({ held, onSaved, onClose }: { held: KeptTemplate; onSaved: (next: KeptTemplate) => void; onClose: () => void }) {
  const [said, setSaid] = useState('');
  const parts = useRef<HTMLElement>(null);
  const act = useAct();
  const send = async (): Promise<void> => {
    const sent = edits.ready();
    if (sent === null) return;
    const next = await api.ownTemplates.save({ recordId: held.recordId, revision: held.revision, template: sent, archived: held.archived });
    form.settled({ kind: 'saved', at: Date.parse(next.updatedAt) });
    // What was changed while the save was under way is not in it.
    if (edits.ready() !== sent) form.typed();
    const places = stillNamed(next.template);
    setSaid([t.saved(next.template.version), ...(places.length === 0 ? [] : [t.stillNamed(places)])].join(' '));
    announceChange();
    onSaved(next);
  };
  const form = useUnsavedForm(t.unnamed, async () => {
    // A line that is still in its box is taken as if the box had been left; one that was refused is to be mended, not left out.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (edits.ready() === null) return false;
    await send();
    return form.unsaved() === null;
  });
  const edits = useTemplateEdits(held.template, form.typed);
  const { template, refusal, apply, undo } = edits;
  const typed = () => { form.typed(); edits.clear(); };
  const rename = (title: string) => apply((now) => renameTemplate(now, { title, shortTitle: title.slice(0, 40) }));
  const move = (id: string, title: string, to: number) => () => { if (apply((now) => moveSection(now, id, to))) setSaid(t.moved(title, to + 1)); };
  const remove = ({ id, title }: TemplateSection, index: number) => () => {
    const next = neighbourOf(template.sections, index);
    if (!apply((now) => removeSection(now, id))) return;
    setSaid(t.removed(title));
    if (next) focusPart(`section:${next.id}`);
  };
  const add = () => {
    let added = '';
    const edit = (now: NoteTemplate) => {
      const section = newSection(now);
      added = section.id;
      return addSection(now, section, now.sections.length);
    };
    if (apply(edit)) namePart(`section:${added}`);
  };
  const wrong = act.sentence ?? refusal;
  return (
    <div className="template-editor">
      <div className="template-editor__head">
        <Button small look="quiet" onClick={onClose}>{t.back}</Button>
        <p role="status" className="small quiet template-editor__said">{said}</p>
        <Button small look="quiet" disabled={undo === null} onClick={() => { undo?.(); setSaid(t.undone); }}>{t.undo}</Button>
        <Button look="primary" busy={act.busy} onClick={() => { if (edits.ready() !== null) act.run(send); }}>{t.save}</Button>
        {wrong ? <div className="template-editor__wrong"><Notice tone="error">{wrong}</Notice></div> : null}
      </div>
      <section className="template-editor__parts" aria-label={t.parts} ref={parts}>
        <LineBox name="templateTitle" label={t.name} value={template.title} maxLength={120} onHold={edits.hold} onTyped={typed} onTake={rename} />
        <ol className="template-parts">
          {template.sections.map((section, index) => (
            <SectionItem key={section.id} section={section} edits={edits} say={setSaid} onTyped={typed} onUp={index === 0 ? null : move(section.id, section.title, index - 1)} onDown={index === template.sections.length - 1 ? null : move(section.id, section.title, index + 1)}
              onRemove={remove(section, index)} />
          ))}
        </ol>
        <Button onClick={add}>{t.addSection}</Button>
      </section>
      <TemplatePreview template={template} parts={parts} />
    </div>
  );
}
