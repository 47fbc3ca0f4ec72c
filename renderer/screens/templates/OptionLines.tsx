// Choices, one on each line; a choice whose words stay keeps its id, so that answers stay comparable.
import { optionsFromLines } from '../../../shared/notes/newParts.ts';
import type { TemplateOption } from '../../../shared/notes/template.ts';
import { LineBox } from './LineBox.tsx';
import type { TemplateEdits } from './useTemplateEdits.ts';

export function OptionLines({ name, label, options, edits, onTyped, onTake }: { name: string; label: string; options: readonly TemplateOption[]; edits: TemplateEdits; onTyped: () => void; onTake: (options: TemplateOption[]) => boolean }) {
  return <LineBox name={name} label={label} rows={3} value={options.map((option) => option.label).join('\n')} maxLength={4000} onHold={edits.hold} onTyped={onTyped} onTake={(lines) => onTake(optionsFromLines(lines, options))} />;
}
