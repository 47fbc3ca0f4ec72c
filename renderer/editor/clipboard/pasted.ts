// The result of reading a clipboard: blocks of the note vocabulary and whether anything was left out.
import type { Block } from '../../../shared/notes/document.ts';

export type Pasted = {
  blocks: Block[];
  /** Formatting was dropped (a table, a link, colours, a picture, deeper lists). */
  reduced: boolean;
  /** Text was dropped because there was too much. */
  cut: boolean;
};
