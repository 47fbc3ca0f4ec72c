// Find in this note: type, go from hit to hit, Escape returns to the text at the hit. Refuses to look
// anywhere else; the search of the whole vault is a screen of its own.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { noteAidsText } from '../../../shared/text/en/noteAids.ts';
import { Button } from '../../ui/Button.tsx';
import type { NoteSlate } from '../slateTypes.ts';
import { findHits, scrollToHit, showHits, type Hit } from './findHits.ts';
import { MOST_HITS } from './findText.ts';
import { focusRange } from './focusRange.ts';

const text = noteAidsText.find;
const PAUSE_MS = 150;

/** The bar; `begin` is what was selected when it was opened. */
export function FindBar({ editor, begin, onClose }: { editor: NoteSlate; begin: string; onClose: () => void }) {
  const [query, setQuery] = useState(begin);
  const [found, setFound] = useState<{ hits: readonly Hit[]; at: number }>({ hits: [], at: 0 });
  const box = useRef<HTMLInputElement>(null);
  const go = (hits: readonly Hit[], at: number) => {
    const current = hits[at];
    showHits(hits, current);
    if (current) scrollToHit(current);
    setFound({ hits, at });
  };
  const latest = useRef(go);
  useEffect(() => { latest.current = go; });
  useEffect(() => {
    const timer = setTimeout(() => latest.current(findHits(editor, query), 0), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [editor, query]);
  useEffect(() => {
    box.current?.select();
    return () => showHits([], undefined);
  }, []);
  const step = (by: number) => {
    // Looked for anew: the note may have been changed since.
    const hits = findHits(editor, query);
    if (hits.length > 0) go(hits, (Math.min(found.at, hits.length - 1) + by + hits.length) % hits.length);
    else go(hits, 0);
  };
  const close = () => {
    const hit = findHits(editor, query)[found.at];
    onClose();
    if (hit?.kind === 'box') hit.box.focus();
    else focusRange(editor, hit?.range ?? editor.selection);
  };
  const { hits, at } = found;
  return (
    <search className="note-find" onKeyDown={(event) => {
      if (event.key === 'Escape') close();
      else if (event.key === 'Enter' && event.target === box.current) step(event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }}>
      <input ref={box} className="input note-find__box" type="search" autoFocus aria-label={text.label} placeholder={text.label} value={query} maxLength={200} spellCheck={false} onChange={(event) => setQuery(event.target.value)} />
      <span className="note-find__count" role="status">{query.trim() === '' ? '' : hits.length === 0 ? text.none : text.count(at + 1, hits.length, hits.length >= MOST_HITS)}</span>
      <Button small look="quiet" icon={ChevronUp} aria-label={text.previous} title={text.previousKey} onClick={() => step(-1)}>{''}</Button>
      <Button small look="quiet" icon={ChevronDown} aria-label={text.next} title={text.nextKey} onClick={() => step(1)}>{''}</Button>
      <Button small look="quiet" icon={X} aria-label={text.close} title={text.closeKey} onClick={close}>{''}</Button>
    </search>
  );
}
