// What may stand in place of one word, opened by a click on the underline or by Ctrl+. at the caret. Refuses to
// change a word without a press.
import { Popover } from '@base-ui/react/popover';
import { useEffect, useRef, useState } from 'react';
import { spellingText as text } from '../../../shared/text/en/spelling.ts';
import { Button } from '../../ui/Button.tsx';
import { focusNow } from '../../ui/focusNow.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import type { InBox } from './boxTexts.ts';
import type { SpellingFind } from './spelling.ts';
import type { Speller } from './spellingMarks.ts';
import { spotOf } from './spots.ts';

export type OpenSpelling = { readonly find: SpellingFind | InBox; readonly byKey: boolean };
type Suggested = readonly string[] | 'looking' | 'failed';

type HintProps = { editor: NoteSlate; hint: OpenSpelling; speller: Speller; onAccept: (word: string) => void; onNotice: (notice: EditorNotice) => void; onClose: () => void };

/** The words like it, and the two ways to keep it. */
export function SpellingHint({ editor, hint: { find, byKey }, speller, onAccept, onNotice, onClose }: HintProps) {
  const [suggested, setSuggested] = useState<Suggested>('looking');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    speller.suggest(find.word).then((words) => { if (!gone) setSuggested(words); }, () => { if (!gone) setSuggested('failed'); });
    return () => { gone = true; };
  }, [speller, find.word]);
  const choices = useRef<HTMLDivElement>(null);
  // The words come a moment after the box: Enter takes the first of them, and until then it does nothing, so that a slip is never kept by haste.
  useEffect(() => {
    if (byKey && suggested !== 'looking' && document.activeElement === choices.current) (choices.current?.querySelector('button') ?? choices.current?.nextElementSibling?.querySelector('button'))?.focus();
  }, [byKey, suggested]);
  const spot = spotOf(editor, find);
  const place = spot.place();
  const keep = () => { onAccept(find.word); spot.back(); onClose(); };
  const add = () => { speller.add(find.word).then(keep, () => setFailed(true)); };
  if (!place) return null;
  return (
    <Popover.Root open onOpenChange={(open, { reason }) => { if (!open) { onClose(); if (reason === 'escape-key') spot.back(); } }}>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" anchor={{ getBoundingClientRect: () => place.getBoundingClientRect() }} sideOffset={6} align="start">
          <Popover.Popup className="popup wording" initialFocus={byKey ? () => focusNow(choices.current) : false} finalFocus={false}>
            <Popover.Title className="wording__title">{text.unknown(find.word)}</Popover.Title>
            <div ref={choices} tabIndex={-1} className="wording__choices" role="status">
              {suggested === 'looking' ? <span className="wording__note">{text.looking}</span> : null}
              {suggested === 'failed' || failed ? <span className="wording__note">{text.failed}</span> : null}
              {Array.isArray(suggested) && suggested.length === 0 ? <span className="wording__note">{text.none}</span> : null}
              {Array.isArray(suggested) ? suggested.map((word: string) => <Button key={word} small onClick={() => { if (!spot.replace(word)) onNotice({ kind: 'wordNotPut' }); onClose(); }}>{word}</Button>) : null}
            </div>
            <div className="wording__choices">
              <Button small look="quiet" onClick={add}>{text.add}</Button>
              <Button small look="quiet" onClick={keep}>{text.ignore}</Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
