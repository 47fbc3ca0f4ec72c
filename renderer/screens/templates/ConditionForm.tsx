// Whether a field must be filled in because of another answer of the same template: which field is asked, and which of
// its answers. Refuses a condition without an answer: until one is ticked nothing counts as saved.
import { useEffect, useState } from 'react';
import { changeField } from '../../../shared/notes/ownTemplate.ts';
import { askableBy, withCondition, withoutCondition } from '../../../shared/notes/requiredIf.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { CheckboxGroupField } from '../../ui/ChoiceFields.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor.condition;
/** No field: ids begin with a letter. */
const NONE = '-';

type ConditionProps = { readonly field: TemplateField; readonly edits: TemplateEdits; readonly onTyped: () => void };

export function ConditionForm({ field, edits, onTyped }: ConditionProps) {
  const { template, apply, hold } = edits;
  const name = `${field.id}-requiredIf`;
  /** The field that was chosen, while none of its answers is ticked yet. */
  const [chosen, setChosen] = useState<string | null>(null);
  const askable = askableBy(field, template);
  const asked = askable.find(({ choice }) => choice.id === (chosen ?? field.requiredIf?.field))?.choice;
  const open = chosen !== null && asked !== undefined;
  useEffect(() => {
    hold(name, open);
    return () => hold(name, false);
  }, [name, hold, open]);
  if (askable.length === 0 || (field.required && field.requiredIf === undefined && !open)) return null;
  const change = (next: TemplateField) => apply((now) => changeField(now, next));
  const choose = (id: string) => {
    setChosen(id === NONE || id === field.requiredIf?.field ? null : id);
    if (id !== NONE) onTyped();
    else if (field.requiredIf !== undefined) change(withoutCondition(field));
  };
  const tick = (is: string[]) => {
    if (asked === undefined) return;
    const next = is.length === 0 ? withoutCondition(field) : withCondition(field, { field: asked.id, is });
    if (change(next)) setChosen(is.length === 0 ? asked.id : null);
  };
  return (
    <>
      <SelectField name={name} label={t.ask} value={asked?.id ?? NONE} onChange={choose}
        choices={[{ value: NONE, label: t.none }, ...askable.map(({ choice, section }) => ({ value: choice.id, label: t.field(choice.label, section) }))]} />
      {asked === undefined ? null : <CheckboxGroupField name={`${name}-is`} legend={t.answers(asked.label)} hint={open ? t.tickOne : undefined} choices={asked.options.map(({ id, label }) => ({ value: id, label }))} values={open ? [] : field.requiredIf?.is ?? []} onChange={tick} />}
    </>
  );
}
