// A line or several that are taken when the box is left or Enter is pressed. Refuses to lose what was refused: it stays
// in the box, which says that it holds it, and nothing counts as saved meanwhile.
import { useEffect, useState } from 'react';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type LineProps = { readonly name: string; readonly label: string; readonly value: string; readonly maxLength: number; readonly rows?: number; readonly onTake: (value: string) => boolean; readonly onHold: (name: string, on: boolean) => void; readonly onTyped: () => void };

export function LineBox({ name, label, value, maxLength, rows, onTake, onHold, onTyped }: LineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (next: string | null) => { setTyped(next); onHold(name, next !== null); };
  // A box that is taken out of the page holds nothing any more.
  useEffect(() => () => onHold(name, false), [name, onHold]);
  const take = () => { if (typed !== null && (typed === value || onTake(typed))) keep(null); };
  const common = { name, label, value: typed ?? value, maxLength, onChange: (next: string) => { keep(next); onTyped(); }, onBlur: take };
  return (
    <div onKeyDown={(event) => { if (event.key === 'Enter' && rows === undefined) { event.preventDefault(); take(); } }}>
      {rows === undefined ? <TextField {...common} /> : <TextArea {...common} rows={rows} />}
    </div>
  );
}
