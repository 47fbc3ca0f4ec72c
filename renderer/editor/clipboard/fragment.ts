// The editor's own clipboard format. Trusts nothing because of its name: any program can write it,
// so a fragment counts only after the schema of the note vocabulary has accepted every part of it.
import { z } from 'zod';
import { Block, type TextRun } from '../../../shared/notes/document.ts';
import { PASTE_MAX_BLOCKS, PASTE_MAX_CHARACTERS, PASTE_MAX_FRAGMENT } from './pasteLimits.ts';

export const FRAGMENT_TYPE = 'application/x-throughline-fragment';
/** Deepest honest nesting in JSON: object, blocks, block, children, item, children, run, with room to spare. */
const MAX_JSON_DEPTH = 24;

const Fragment = z.strictObject({ format: z.literal('throughline-fragment'), version: z.literal(1), blocks: z.array(Block).min(1).max(PASTE_MAX_BLOCKS) });

/** True when brackets nest deeper than `cap`; counts outside strings only, without recursion. */
function nestsDeeper(json: string, cap: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const char = json[index];
    if (inString) {
      if (char === '\\') index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > cap) return true;
  }
  return false;
}

function runsOf(block: Block): readonly TextRun[] {
  return block.type === 'list' ? block.children.flatMap((item) => item.children) : block.children;
}

/** The blocks of a fragment, or null when it is not wholly one of ours. */
export function parseFragment(json: string): Block[] | null {
  if (json.length > PASTE_MAX_FRAGMENT || nestsDeeper(json, MAX_JSON_DEPTH)) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const result = Fragment.safeParse(parsed);
  if (!result.success) return null;
  const characters = result.data.blocks.flatMap(runsOf).reduce((sum, run) => sum + run.text.length, 0);
  return characters <= PASTE_MAX_CHARACTERS ? result.data.blocks : null;
}

/** The text of the private format for some blocks. */
export function writeFragment(blocks: readonly Block[]): string {
  return JSON.stringify({ format: 'throughline-fragment', version: 1, blocks });
}
