// A part of a template with its buttons: up, down, take out; Alt and the arrows do the same. Refuses a move that leads nowhere.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { Icon } from '../../ui/Icon.tsx';

const t = ownTemplatesText.editor;
type MovesProps = { readonly name: string; readonly onUp: (() => void) | null; readonly onDown: (() => void) | null; readonly onRemove: () => void; readonly children: ReactNode };

export function PartMoves({ name, onUp, onDown, onRemove, children }: MovesProps) {
  return (
    <div className="template-part__row" onKeyDown={(event) => {
      const move = event.altKey && event.key === 'ArrowUp' ? onUp : event.altKey && event.key === 'ArrowDown' ? onDown : null;
      if (!move) return;
      event.preventDefault();
      event.stopPropagation();
      move();
    }}>
      <div className="template-part__body">{children}</div>
      <div className="template-part__moves">
        <button type="button" className="template-part__move" aria-label={t.up(name)} title={t.up(name)} aria-disabled={!onUp} onClick={() => onUp?.()}><Icon of={ArrowUp} small /></button>
        <button type="button" className="template-part__move" aria-label={t.down(name)} title={t.down(name)} aria-disabled={!onDown} onClick={() => onDown?.()}><Icon of={ArrowDown} small /></button>
        <button type="button" className="template-part__move" data-remove aria-label={t.remove(name)} title={t.remove(name)} onClick={onRemove}><Icon of={X} small /></button>
      </div>
    </div>
  );
}
