// The row under a section that adds a field of a chosen kind; for a score, of a chosen measure too, which stays: another
// measure would be another question.
import { useState } from 'react';
import { ADDABLE_KINDS, newField, scoredInstruments, type AddableKind } from '../../../shared/notes/newParts.ts';
import { addField } from '../../../shared/notes/ownTemplate.ts';
import type { NoteTemplate, TemplateSection } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { fieldKindLabels } from '../../../shared/text/en/templates.ts';
import { Button } from '../../ui/Button.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { namePart } from './focusPart.ts';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;

export function AddField({ section, edits }: { section: TemplateSection; edits: TemplateEdits }) {
  const [kind, setKind] = useState<AddableKind>('text');
  const instruments = scoredInstruments();
  const [instrumentId, setInstrument] = useState(instruments[0]?.id ?? '');
  // What is put in comes after it: so far is what has to be seen.
  const last = section.fields.at(-1);
  const add = () => {
    let added = '';
    const edit = (template: NoteTemplate) => {
      const field = newField(template, kind, instruments.find(({ id }) => id === instrumentId));
      added = field.id;
      return addField(template, section.id, field, section.fields.length);
    };
    if (edits.apply(edit)) namePart(`field:${added}`);
  };
  return (
    <div className="template-part__add" data-shows={last === undefined ? undefined : `field:${last.id}`}>
      <SelectField name={`${section.id}-kind`} label={t.addFieldKind} value={kind} choices={choicesOf(ADDABLE_KINDS, fieldKindLabels)} onChange={setKind} />
      {kind === 'instrumentScore' ? <SelectField name={`${section.id}-instrument`} label={t.instrument} value={instrumentId} choices={instruments.map(({ id, shortTitle }) => ({ value: id, label: shortTitle }))} onChange={setInstrument} /> : null}
      <Button small onClick={add}>{t.addField}</Button>
    </div>
  );
}
