// What is looked at before the schema of a channel. Refuses to walk hostile depth with a schema, which recurses.
import { checkDepth } from '../../shared/notes/measureDepth.ts';
import type { Prechecks } from './answer.ts';

function checkDraft(input: object): void {
  if ('document' in input) checkDepth(input.document);
}

/** By channel. */
export const prechecks: Prechecks = {
  'notes:saveDraft': { codes: { depth: 'NOTE_TOO_DEEP', text: 'TEXT_TOO_LONG', nodes: 'TEXT_TOO_LONG', array: 'TEXT_TOO_LONG' }, check: checkDraft },
};
