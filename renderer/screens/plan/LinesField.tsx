// A list of short lines typed one a line. Keeps what is typed as typed; empty lines are not items.
import { useState } from 'react';
import { TextArea } from '../../ui/TextField.tsx';

export function LinesField({ name, label, hint, optional, values, most, onChange }: { name: string; label: string; hint: string; optional?: string; values: readonly string[]; most: number; onChange: (values: string[]) => void }) {
  const [text, setText] = useState(() => values.join('\n'));
  const take = (next: string) => {
    setText(next);
    onChange(next.split('\n').map((line) => line.trim().slice(0, 300)).filter((line) => line !== '').slice(0, most));
  };
  return <TextArea name={name} label={label} hint={hint} optional={optional} rows={3} value={text} maxLength={9000} onChange={take} />;
}
