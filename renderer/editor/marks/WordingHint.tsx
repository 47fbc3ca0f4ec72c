// The suggestion for one word, opened by a click on the underline or by Ctrl+. at the caret. Refuses to
// change a word without a press.
import { Popover } from '@base-ui/react/popover';
import { useRef } from 'react';
import { noteAidsText } from '../../../shared/text/en/noteAids.ts';
import { Button } from '../../ui/Button.tsx';
import { focusNow } from '../../ui/focusNow.ts';
import type { EditorNotice } from '../notices.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { spotOf } from './spots.ts';
import type { BoxWording, WordingFind } from './wording.ts';

const text = noteAidsText.wording;
export type OpenHint = { readonly find: WordingFind | BoxWording; readonly byKey: boolean };

/** The list of suggestions beside the word. */
export function WordingHint({ editor, hint, onLeave, onNotice, onClose }: { editor: NoteSlate; hint: OpenHint; onLeave: (word: string) => void; onNotice: (notice: EditorNotice) => void; onClose: () => void }) {
  const { find, byKey } = hint;
  const popup = useRef<HTMLDivElement>(null);
  const spot = spotOf(editor, find);
  const place = spot.place();
  if (!place) return null;
  return (
    <Popover.Root open onOpenChange={(open, { reason }) => { if (!open) { onClose(); if (reason === 'escape-key') spot.back(); } }}>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" anchor={{ getBoundingClientRect: () => place.getBoundingClientRect() }} sideOffset={6} align="start">
          <Popover.Popup ref={popup} className="popup wording" initialFocus={byKey ? () => focusNow(popup.current?.querySelector('button')) : false} finalFocus={false}>
            <Popover.Title className="wording__title">{text.instead(find.word)}</Popover.Title>
            {find.note ? <Popover.Description className="wording__note">{find.note}</Popover.Description> : null}
            <div className="wording__choices">
              {find.suggestions.map((suggestion) => <Button key={suggestion} small onClick={() => { if (!spot.replace(suggestion)) onNotice({ kind: 'wordNotPut' }); onClose(); }}>{suggestion}</Button>)}
            </div>
            <Button small look="quiet" onClick={() => { onLeave(find.word); spot.back(); onClose(); }}>{text.leave}</Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
