// The phrases of the boxes in a note: short text and the cells of tables. Refuses any box that does not say it takes
// them (`data-phrases`).
import { useRef, type FocusEvent, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Phrase } from '../../../shared/phrases/phrase.ts';
import type { EditorNotice } from '../notices.ts';
import { phraseBox, putInBox, selectBlank, typedInBox, type TypedInBox } from './boxText.ts';
import { usePhraseKeys, type PhrasePlace } from './usePhraseKeys.tsx';

/** Keys that take the caret away from the name. */
const LEAVING: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);

export type BoxPhrases = {
  readonly input: (event: FormEvent<HTMLElement>) => void;
  /** True when the press was used. */
  readonly key: (event: KeyboardEvent<HTMLElement>) => boolean;
  readonly left: (event: FocusEvent<HTMLElement>) => void;
  readonly close: () => void;
  readonly menu: ReactNode;
};

/** Offers `phrases` in every box of the note around. */
export function useBoxPhrases(phrases: readonly Phrase[], onNotice: (notice: EditorNotice) => void): BoxPhrases {
  const box = useRef<HTMLTextAreaElement | null>(null);
  const place: PhrasePlace<TypedInBox> = {
    typed: () => (box.current === null ? null : typedInBox(box.current)),
    put: (typed, text) => box.current !== null && putInBox(box.current, typed, text),
    toBlank: (backwards) => box.current !== null && selectBlank(box.current, backwards),
    anchor: () => box.current?.getBoundingClientRect(),
    focus: () => box.current?.focus(),
  };
  const help = usePhraseKeys(place, phrases, onNotice);
  return {
    input: ({ target }) => {
      const written = phraseBox(target);
      if (written === null) return;
      box.current = written;
      help.changed();
    },
    key: (event) => {
      const pressed = phraseBox(event.target);
      if (pressed === null) return false;
      box.current = pressed;
      if (LEAVING.has(event.key)) help.close();
      return help.key(event);
    },
    left: ({ target }) => { if (phraseBox(target) !== null) help.close(); },
    close: help.close,
    menu: help.menu,
  };
}
