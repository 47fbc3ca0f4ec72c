// The lowest and the highest number of a field, taken together once both boxes are left or Enter is pressed: one of them
// alone may not fit the other as it was. Refuses to lose what was refused, as LineBox does.
import { useEffect, useState } from 'react';
import { withRange } from '../../../shared/notes/newParts.ts';
import { changeField } from '../../../shared/notes/ownTemplate.ts';
import type { TemplateField } from '../../../shared/notes/template.ts';
import { readNumber } from '../../../shared/notes/typedNumber.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

const t = ownTemplatesText.editor;
const MOST = 20;
type RangeProps = { readonly field: Extract<TemplateField, { kind: 'number' }>; readonly edits: TemplateEdits; readonly onTyped: () => void };

export function RangeBoxes({ field, edits, onTyped }: RangeProps) {
  const { hold } = edits;
  const name = `${field.id}-range`;
  const [typed, setTyped] = useState<{ readonly min: string; readonly max: string } | null>(null);
  const now = typed ?? { min: String(field.min), max: String(field.max) };
  const keep = (next: typeof typed) => { setTyped(next); hold(name, next !== null); };
  // Boxes that are taken out of the page hold nothing any more.
  useEffect(() => () => hold(name, false), [name, hold]);
  // What is no number becomes NaN, which no template takes.
  const read = (text: string): number => readNumber(text) ?? Number.NaN;
  const take = () => { if (typed !== null && edits.apply((template) => changeField(template, withRange(field, { min: read(typed.min), max: read(typed.max) })))) keep(null); };
  const box = (end: 'min' | 'max') => <TextField name={`${field.id}-${end}`} label={t[end]} value={now[end]} maxLength={MOST} onChange={(text) => { keep({ ...now, [end]: text }); onTyped(); }} />;
  return (
    <div className="template-part__pair" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) take(); }} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); take(); } }}>
      {box('min')}
      {box('max')}
    </div>
  );
}
