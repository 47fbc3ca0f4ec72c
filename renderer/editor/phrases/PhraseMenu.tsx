// The phrases that fit what is being typed, under the caret. Refuses the focus: it stays in the text.
import { createPortal } from 'react-dom';
import type { Phrase } from '../../../shared/phrases/phrase.ts';
import { phrasesText as t } from '../../../shared/text/en/phrases.ts';

export type OpenMenu = { readonly found: readonly Phrase[]; readonly at: number; /** The arrows were used. */ readonly moved: boolean };

const WIDTH = 340;
const HEIGHT = 260;

/** Drawn beside the page's content, so that it is never cut off. */
export function PhraseMenu({ anchor: box, open, onPick }: { anchor: DOMRect | undefined; open: OpenMenu; onPick: (phrase: Phrase) => void }) {
  const chosen = open.found[open.at];
  if (!box || !chosen) return null;
  const above = box.bottom + HEIGHT > window.innerHeight;
  const place = { insetInlineStart: Math.max(0, Math.min(box.left, window.innerWidth - WIDTH)), ...(above ? { insetBlockEnd: window.innerHeight - box.top + 4 } : { insetBlockStart: box.bottom + 4 }) };
  return createPortal(
    <div className="phrase-menu popup" style={place}>
      <ul className="phrase-menu__list" role="listbox" aria-label={t.menu}>
        {open.found.map((phrase, index) => (
          <li key={phrase.id} role="option" aria-selected={index === open.at} className="phrase-menu__item" onMouseDown={(event) => { event.preventDefault(); onPick(phrase); }}>
            <span className="phrase-menu__name">.{phrase.name}</span><span className="phrase-menu__text">{phrase.text.slice(0, 120)}</span>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">{t.menuCount(open.found.length, `.${chosen.name}`)}</p>
    </div>,
    document.body,
  );
}
