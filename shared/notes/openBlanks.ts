// Where blanks of smart phrases still stand in the text of a note. Refuses to fill them in or to judge them.
import { blanksOf } from '../phrases/phrase.ts';
import type { NoteDocument } from './document.ts';
import { writtenText } from './plainText.ts';

/** A place in which at least one blank is open; `blanks` says what belongs there, in order, and may be empty words. */
export type OpenBlanks = { readonly fieldId: string; readonly blanks: readonly string[] };

/** The places with open blanks, in the order of the note. */
export function openBlanks(document: NoteDocument): OpenBlanks[] {
  return document.flatMap(({ children }) => children).flatMap((element) => {
    const blanks = blanksOf(writtenText(element)).map(({ what }) => what);
    return blanks.length === 0 ? [] : [{ fieldId: element.fieldId, blanks }];
  });
}
