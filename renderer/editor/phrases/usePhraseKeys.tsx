// The menu while a name is typed, Tab to put a phrase in, Tab and Shift+Tab from blank to blank: the same in running
// text and in a box. Refuses keys while there is nothing to offer.
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isAppError } from '../../../shared/errors.ts';
import { expandPhrase, phraseNamed, phrasesFor, type Phrase } from '../../../shared/phrases/phrase.ts';
import type { EditorNotice } from '../notices.ts';
import { PhraseMenu, type OpenMenu } from './PhraseMenu.tsx';

const MOST = 8;

/** Where phrases are put. `T` is a name as it stands there. */
export type PhrasePlace<T extends { readonly name: string }> = {
  /** The name before the caret; null where none is. */
  readonly typed: () => T | null;
  /** True when the whole text stands there; the caret is then on its first blank, or behind it. */
  readonly put: (typed: T, text: string) => boolean;
  /** True when there was a blank to go to. */
  readonly toBlank: (backwards: boolean) => boolean;
  /** What the menu stands under. */
  readonly anchor: () => DOMRect | undefined;
  readonly focus: () => void;
};

export type PhraseHelp = {
  /** The text has changed. */
  readonly changed: () => void;
  /** The caret has moved. */
  readonly moved: () => void;
  readonly close: () => void;
  /** True when the press was used. */
  readonly key: (event: KeyboardEvent<HTMLElement>) => boolean;
  readonly menu: ReactNode;
};

function step(event: KeyboardEvent<HTMLElement>): number {
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
}

/** Offers `phrases` while writing in `place`. */
export function usePhraseKeys<T extends { readonly name: string }>(place: PhrasePlace<T>, phrases: readonly Phrase[], onNotice: (notice: EditorNotice) => void): PhraseHelp {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  /** The name of which it was said that no phrase has it: a second Tab goes on. */
  const unknown = useRef<string | null>(null);
  const isFirstMiss = ({ name }: T): boolean => {
    // A figure with a leading dot is no name.
    if (unknown.current === name || !/\p{L}/u.test(name)) return false;
    unknown.current = name;
    onNotice({ kind: 'phraseUnknown', name });
    return true;
  };
  const put = (typed: T, phrase: Phrase): void => {
    setOpen(null);
    try {
      if (place.put(typed, expandPhrase(phrases, phrase))) return;
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
    onNotice({ kind: 'phraseNotPut' });
  };
  const inMenu = (event: KeyboardEvent<HTMLElement>, menu: OpenMenu): boolean => {
    const typed = place.typed();
    const chosen = menu.found[menu.at];
    if (event.key === 'Escape') {
      setOpen(null);
      return true;
    }
    if (step(event) !== 0) {
      setOpen({ ...menu, at: (menu.at + step(event) + menu.found.length) % menu.found.length, moved: true });
      return true;
    }
    // Enter ends a line as ever, unless a phrase was chosen with the arrows.
    if (typed === null || chosen === undefined || !(event.key === 'Tab' || (event.key === 'Enter' && menu.moved))) return false;
    put(typed, chosen);
    return true;
  };
  return {
    changed: () => {
      unknown.current = null;
      const typed = phrases.length === 0 ? null : place.typed();
      const found = typed === null ? [] : phrasesFor(phrases, typed.name, MOST);
      if (found.length > 0) setOpen({ found, at: 0, moved: false });
      else if (open) setOpen(null);
    },
    moved: () => { if (open && place.typed() === null) setOpen(null); },
    close: () => setOpen(null),
    key: (event) => {
      if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (open && !event.shiftKey && inMenu(event, open)) return true;
      if (event.key !== 'Tab') return false;
      const typed = event.shiftKey ? null : place.typed();
      const exact = typed && phraseNamed(phrases, typed.name);
      if (typed && exact) {
        put(typed, exact);
        return true;
      }
      if (typed && isFirstMiss(typed)) return true;
      return place.toBlank(event.shiftKey);
    },
    menu: open ? <PhraseMenu anchor={place.anchor()} open={open} onPick={(phrase) => { const typed = place.typed(); if (typed) put(typed, phrase); place.focus(); }} /> : null,
  };
}
