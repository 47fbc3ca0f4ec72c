// How many decimals a number may have, in words. Refuses to hide what a file brought: a count that is not offered stands
// in the list as long as it is the field's.
import { DECIMALS, decimalsOf } from '../../../shared/notes/decimals.ts';
import { changeDecimals } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;
const ANY = 'any';

export function DecimalsChoice({ field, edits }: { field: Extract<TemplateField, { kind: 'number' }>; edits: TemplateEdits }) {
  const now = decimalsOf(field);
  const offered: readonly number[] = DECIMALS;
  const counts = now === null || offered.includes(now) ? offered : [...offered, now];
  const choices = counts.map((count) => ({ value: String(count), label: t.decimalsNames[count] ?? t.decimalsMore(count) }));
  return <SelectField name={`${field.id}-decimals`} label={t.decimals} value={now === null ? ANY : String(now)} choices={now === null ? [...choices, { value: ANY, label: t.decimalsAny }] : choices}
    onChange={(next) => { if (next !== ANY && next !== String(now)) edits.apply((template) => changeDecimals(template, field, Number(next))); }} />;
}
