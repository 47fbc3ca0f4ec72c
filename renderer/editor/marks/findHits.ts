// The hits of a search as places on the page, in the order of the page. Refuses to move the caret or the
// focus: the search box keeps them while hits are looked at.
import type { Range as NoteRange } from 'slate';
import { ReactEditor } from 'slate-react';
import { scrollSettled } from '../../ui/scrollSettled.ts';
import type { NoteSlate } from '../slateTypes.ts';
import { findInText, holds } from './findText.ts';
import { pageRange, paint } from './paint.ts';

export type Hit = { readonly kind: 'text'; readonly place: Range; readonly range: NoteRange } | { readonly kind: 'box'; readonly box: HTMLElement };

const BOXES = '[data-slate-editor="field"] textarea, [data-slate-editor="field"] input[type="text"]';

function nodeOf(hit: Hit): Node {
  return hit.kind === 'text' ? hit.place.startContainer : hit.box;
}

/** Every hit; a box counts once however often it holds the word. */
export function findHits(editor: NoteSlate, query: string): Hit[] {
  const text = findInText(editor.children, query).flatMap((range): Hit[] => {
    const place = pageRange(editor, range);
    return place ? [{ kind: 'text', place, range }] : [];
  });
  const boxes = [...ReactEditor.toDOMNode(editor, editor).querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(BOXES)].filter((box) => holds(box.value, query)).map((box): Hit => ({ kind: 'box', box }));
  if (boxes.length === 0) return text;
  // Two hits in one run of text are in order already, and sorting keeps them so.
  return [...text, ...boxes].toSorted((a, b) => (nodeOf(a) === nodeOf(b) ? 0 : (nodeOf(a).compareDocumentPosition(nodeOf(b)) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1));
}

/** Paints all hits and the current one stronger. */
export function showHits(hits: readonly Hit[], current: Hit | undefined): void {
  paint('note-found', hits.flatMap((hit) => (hit.kind === 'text' && hit !== current ? hit.place : [])));
  paint('note-found-current', current?.kind === 'text' ? [current.place] : []);
  for (const marked of document.querySelectorAll('[data-found]')) marked.removeAttribute('data-found');
  for (const hit of hits) if (hit.kind === 'box') hit.box.setAttribute('data-found', hit === current ? 'current' : '');
}

/** Brings a hit to the middle of the screen. */
export function scrollToHit(hit: Hit): void {
  const at = hit.kind === 'box' ? hit.box : hit.place.startContainer.parentElement;
  if (at) scrollSettled(at, 'center');
}
