// One kind of quotation mark and apostrophe in everything a person reads: the curly one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inQuotes } from './inQuotes.ts';

/** A straight one can only stand in a text escaped, between other marks, or between letters of a template. */
const STRAIGHT = /"|\\'|\p{L}'\p{L}/u;

function faults(source: string): string[] {
  const code = source.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\/\/.*$/gm, '');
  return code.split('\n').filter((line) => STRAIGHT.test(line));
}

describe('quotation marks in the texts', () => {
  const folder = join(import.meta.dirname, 'en');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

  it('are seen where they are straight', () => {
    expect(faults('a: \'Fill in "Mood".\',\nb: "the client’s",\nc: \'the client\\\'s\',\nd: `${who}\'s: the client\'s`,')).toHaveLength(4);
    expect(faults("// the client's\na: `${one ? 'yes' : 'no'}`, /** the \"other\" */ b: 'x',")).toEqual([]);
    expect(files.length).toBeGreaterThan(25);
  });

  it.each(files)('%s has none that is straight', (name) => {
    expect(faults(readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  });
});

describe('what a person typed, named in a sentence', () => {
  it.each([
    ['harbour walk', '“harbour walk”'], ['"in hand"', '“in hand”'], ['“in hand”', '“in hand”'], ['harbour "in hand"', 'harbour “in hand”'],
    ['"in han', '“in han”'], ['«in hand»', '“in hand”'], ["client's", "“client's”"],
  ])('%s', (typed, named) => {
    expect(inQuotes(typed)).toBe(named);
  });
});
