// Hostile clipboards, read without a browser: the result is always the note vocabulary, in time,
// with the words kept. The same cases run in a real browser in e2e/hostilePaste.spec.ts.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Block, type TextRun } from '../../../shared/notes/document.ts';
import { HOSTILE_PASTES } from '../__fixtures__/hostilePastes.ts';
import { readClipboard, type ClipboardSource } from '../plugins/withSafeClipboard.ts';
import { FRAGMENT_TYPE, parseFragment, writeFragment } from './fragment.ts';
import { htmlToBlocks } from './htmlToBlocks.ts';
import { PASTE_MAX_BLOCKS, PASTE_MAX_CHARACTERS } from './pasteLimits.ts';
import { textToBlocks } from './textToBlocks.ts';

function clipboard(data: Readonly<Record<string, string>>): ClipboardSource {
  return { getData: (type) => data[type] ?? '', types: Object.keys(data), files: { length: 0 } };
}

function runs(block: Block): readonly TextRun[] {
  return block.type === 'list' ? block.children.flatMap((item) => item.children) : block.children;
}

function words(blocks: readonly Block[]): string {
  return blocks.map((block) => runs(block).map((run) => run.text).join('')).join('\n');
}

it('holds at least 150 cases with names of their own', () => {
  expect(HOSTILE_PASTES.length).toBeGreaterThanOrEqual(150);
  expect(new Set(HOSTILE_PASTES.map((paste) => paste.name)).size).toBe(HOSTILE_PASTES.length);
});

describe('hostile clipboards', () => {
  it.each(HOSTILE_PASTES.map((paste) => [paste.name, paste] as const))('%s', (_name, paste) => {
    const pasted = readClipboard(clipboard(paste.data()));
    const blocks = pasted?.blocks ?? [];
    expect(() => z.array(Block).parse(blocks)).not.toThrow();
    expect(blocks.length).toBeLessThanOrEqual(PASTE_MAX_BLOCKS);
    const text = words(blocks);
    expect(text.length).toBeLessThanOrEqual(PASTE_MAX_CHARACTERS + PASTE_MAX_BLOCKS * 2);
    for (const kept of paste.keeps ?? []) expect(text).toContain(kept);
    for (const dropped of paste.drops ?? []) expect(text).not.toContain(dropped);
  });
});

describe('HTML', () => {
  it('keeps paragraphs, marks, lists, quotes and line breaks', () => {
    expect(htmlToBlocks('<p>One <b>two</b> <i>three</i><br>four</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol><blockquote>said</blockquote>')).toEqual({
      reduced: false, cut: false,
      blocks: [
        { type: 'paragraph', children: [{ text: 'One ' }, { text: 'two', bold: true }, { text: ' ' }, { text: 'three', italic: true }, { text: '\nfour' }] },
        { type: 'list', ordered: false, children: [{ type: 'listItem', children: [{ text: 'a' }] }, { type: 'listItem', children: [{ text: 'b' }] }] },
        { type: 'list', ordered: true, children: [{ type: 'listItem', children: [{ text: 'c' }] }] },
        { type: 'quote', children: [{ text: 'said' }] },
      ],
    });
  });

  it('says when something was reduced', () => {
    expect(htmlToBlocks('<table><tr><td>a</td></tr></table>').reduced).toBe(true);
    expect(htmlToBlocks('<a href="https://example.org">a</a>').reduced).toBe(true);
    expect(htmlToBlocks('<ul><li>a<ul><li>b</li></ul></li></ul>').reduced).toBe(true);
    expect(htmlToBlocks('<p>a</p>').reduced).toBe(false);
  });

  it('says when text was cut', () => {
    expect(htmlToBlocks('<p>x</p>'.repeat(PASTE_MAX_BLOCKS + 1)).cut).toBe(true);
    expect(textToBlocks('x'.repeat(PASTE_MAX_CHARACTERS + 1)).cut).toBe(true);
    expect(textToBlocks('x'.repeat(PASTE_MAX_CHARACTERS)).cut).toBe(false);
  });
});

describe('our own format', () => {
  const blocks: Block[] = [{ type: 'paragraph', children: [{ text: 'a', bold: true }] }, { type: 'list', ordered: true, children: [{ type: 'listItem', children: [{ text: 'b' }] }] }];

  it('comes back as it was written', () => {
    expect(parseFragment(writeFragment(blocks))).toEqual(blocks);
  });

  it('falls back to plain text, with a word about it, when it does not pass the schema', () => {
    const pasted = readClipboard(clipboard({ [FRAGMENT_TYPE]: '{"format":"throughline-fragment"}', 'text/plain': 'words' }));
    expect(pasted).toEqual({ blocks: [{ type: 'paragraph', children: [{ text: 'words' }] }], reduced: true, cut: false });
  });

  it('is never read from Slate attributes', () => {
    const pasted = readClipboard(clipboard({ 'text/html': `<span data-slate-fragment="${btoa(encodeURIComponent(JSON.stringify([{ type: 'section', children: [] }])))}">words</span>`, 'text/plain': 'words' }));
    expect(pasted?.blocks).toEqual([{ type: 'paragraph', children: [{ text: 'words' }] }]);
  });
});
