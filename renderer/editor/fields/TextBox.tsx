// A box for a few words that grows with what is typed: short text and the text cells of tables. Refuses to correct what
// was typed; characters that no record can hold are left out.
import { useLayoutEffect, useRef } from 'react';
import { cleanText, cutText } from '../../../shared/cleanText.ts';
import { followBox } from '../marks/boxSheets.ts';
import { useDraft } from './useDraft.ts';

type TextBoxProps = { value: string; max: number; placeholder: string | undefined; onChange: (text: string) => void; labelId?: string; name?: string };

/** The box with what its marks need around it. */
export function TextBox({ value, max, placeholder, onChange, labelId, name }: TextBoxProps) {
  const [draft, setDraft] = useDraft(value);
  const box = useRef<HTMLTextAreaElement>(null);
  // Also after undo, of which the box hears nothing.
  useLayoutEffect(() => { if (box.current) followBox(box.current); }, [draft]);
  return (
    <div className="marked-box">
      <textarea ref={box} className="box box--text" rows={1} aria-labelledby={labelId} aria-label={name} data-stop="control" data-phrases value={draft} placeholder={placeholder} maxLength={max} dir="auto" spellCheck={false}
        onChange={(event) => {
          const next = cutText(cleanText(event.target.value), max);
          setDraft(next);
          onChange(next);
        }} />
    </div>
  );
}
