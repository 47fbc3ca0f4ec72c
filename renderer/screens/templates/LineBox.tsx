// A line or several that are taken when the box is left or Enter is pressed. Refuses to lose what was refused: it stays
// in the box, and the sentence stands above the list.
import { useState } from 'react';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type LineProps = { readonly name: string; readonly label: string; readonly value: string; readonly maxLength: number; readonly rows?: number; readonly onTake: (value: string) => boolean; readonly onTyped: () => void };

export function LineBox({ name, label, value, maxLength, rows, onTake, onTyped }: LineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => { if (typed !== null && (typed === value || onTake(typed))) setTyped(null); };
  const common = { name, label, value: typed ?? value, maxLength, onChange: (next: string) => { setTyped(next); onTyped(); }, onBlur: take };
  return (
    <div onKeyDown={(event) => { if (event.key === 'Enter' && rows === undefined) { event.preventDefault(); take(); } }}>
      {rows === undefined ? <TextField {...common} /> : <TextArea {...common} rows={rows} />}
    </div>
  );
}
