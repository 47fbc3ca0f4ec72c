// Blanks of phrases in the running text: where they are and the way from one to the next. Refuses to remember them:
// a blank is its brackets, so it survives saving, undo and another day.
import { Node, Path, Point, type Range } from 'slate';
import { blanksOf } from '../../../shared/phrases/phrase.ts';
import { currentTextField } from '../blockCommands.ts';
import { blockText, rangeInBlock, textBlocks } from '../marks/blockTexts.ts';
import type { NoteSlate } from '../slateTypes.ts';

/** Every blank of one text field, in order. */
function blanksIn(editor: NoteSlate, field: Path): Range[] {
  const [section = -1, at = -1] = field;
  const element = Node.get(editor, field);
  // The same reading as for the marks, over this field alone.
  const only = Array.from({ length: section + 1 }, (_, s) => ({ type: 'section' as const, sectionId: '', children: s === section ? [...Array.from({ length: at }, () => ({ text: '' })), element as never] : [] }));
  return [...textBlocks(only)].flatMap((block) => blanksOf(blockText(block.node)).flatMap(({ start, end }) => rangeInBlock(block, start, end) ?? []));
}

/** The next blank of the field behind the caret, or the one before it; null where there is none. */
export function blankFrom(editor: NoteSlate, backwards: boolean): Range | null {
  const field = currentTextField(editor);
  const { selection } = editor;
  if (!field || !selection) return null;
  const [from, to] = Point.isBefore(selection.anchor, selection.focus) ? [selection.anchor, selection.focus] : [selection.focus, selection.anchor];
  const blanks = blanksIn(editor, field);
  if (backwards) return blanks.findLast(({ focus }) => !Point.isAfter(focus, from)) ?? null;
  return blanks.find(({ anchor }) => !Point.isBefore(anchor, to)) ?? null;
}
