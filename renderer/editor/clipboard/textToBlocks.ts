// Plain text to paragraphs. Refuses nothing that is text; cuts what is too long and says so.
import type { Block } from '../../../shared/notes/document.ts';
import { cleanText, cutText } from '../../../shared/cleanText.ts';
import { PASTE_MAX_BLOCKS, PASTE_MAX_CHARACTERS } from './pasteLimits.ts';
import type { Pasted } from './pasted.ts';

/** One paragraph a line; runs of empty lines become one break. */
export function textToBlocks(text: string): Pasted {
  // Twice the limit is read, because line ends and control characters fall away.
  const taken = cutText(cleanText(text.length > PASTE_MAX_CHARACTERS * 2 ? cutText(text, PASTE_MAX_CHARACTERS * 2) : text), PASTE_MAX_CHARACTERS);
  const lines = taken.replace(/\n{3,}/g, '\n\n').replace(/\n+$/, '').split('\n', PASTE_MAX_BLOCKS + 1);
  const blocks: Block[] = lines.slice(0, PASTE_MAX_BLOCKS).map((line) => ({ type: 'paragraph', children: [{ text: line }] }));
  const cut = text.length > PASTE_MAX_CHARACTERS || lines.length > PASTE_MAX_BLOCKS;
  return { blocks: taken === '' ? [] : blocks, reduced: false, cut };
}
