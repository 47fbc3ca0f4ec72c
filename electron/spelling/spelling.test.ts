import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLINICAL_WORDS } from '../../shared/spelling/clinicalWords.ts';
import { languageFor } from '../../shared/spelling/language.ts';
import { withoutWord, withWord } from '../../shared/spelling/myWords.ts';
import { wordsOf } from '../../shared/spelling/words.ts';
import { createSpeller } from './speller.ts';
import { readDictionary } from './spellingTestKit.ts';

const american = createSpeller(await readDictionary('en-US'), CLINICAL_WORDS);
const british = createSpeller(await readDictionary('en-GB'), CLINICAL_WORDS);
const words = (text: string): string[] => wordsOf(text).map(({ word }) => word);
const RESOURCES = new URL('../../resources/', import.meta.url);

/** Names of products and keys of the word tables: on the screens, not in notes. */
const NOT_IN_NOTES: ReadonlySet<string> = new Set(['Throughline', 'OneDrive', 'iCloud', 'Esc', 'usb', 'pdf', 'subparts', 'dap', 'birp', 'girp', 'pirp']);

/** Texts that people read: everything with a blank or a capital, as ids and keys have neither. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key !== 'id' && /\s|^\p{Lu}/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, Array.isArray(value) ? key : name));
}

describe('the speller', () => {
  it.each(['templates', 'instruments', 'continuum', 'rules'])('knows every word of resources/%s in one of the two spellings', (folder) => {
    const files = readdirSync(new URL(`${folder}/`, RESOURCES)).filter((file) => file.endsWith('.json'));
    const all = new Set(files.flatMap((file) => textsIn(JSON.parse(readFileSync(new URL(`${folder}/${file}`, RESOURCES), 'utf8'))).flatMap(words)));
    expect(all.size).toBeGreaterThan(10);
    expect(british.unknown(american.unknown([...all]))).toEqual([]);
  });

  it('knows what the screens say', async () => {
    const folder = new URL('../../shared/text/en/', import.meta.url);
    const modules = await Promise.all(readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')).map((file) => import(new URL(file, folder).href) as Promise<unknown>));
    const all = new Set(modules.flatMap((module) => textsIn(module)).flatMap(words).filter((word) => !NOT_IN_NOTES.has(word.replace(/’s$/, ''))));
    expect(all.size).toBeGreaterThan(500);
    expect(british.unknown(american.unknown([...all]))).toEqual([]);
  });

  it('tells the two spellings apart and finds slips in both', () => {
    expect(american.unknown(['behavior', 'color', 'colour', 'clinet'])).toEqual(['colour', 'clinet']);
    expect(british.unknown(['colour', 'color', 'clinet'])).toEqual(['color', 'clinet']);
    expect(american.unknown(words('Buprenorphine and naltrexone; the prescriber’s COWS, psychoeducation, Suboxone.'))).toEqual([]);
    expect(american.suggest('clinet')).toContain('client');
    expect(american.suggest('buprenorfine')).toContain('buprenorphine');
  });
});

describe('the words of a line', () => {
  it('leaves out what no dictionary can judge', () => {
    expect(words('UDS and MOUDs at 10mg, 3rd visit on 2026-11-22, x.y, e.g. at 3 p.m.')).toEqual(['and', 'at', 'visit', 'on', 'at']);
    expect(words('mail a.person@clinic.example or www.clinic.example, C:\\notes, follow_up, .fo')).toEqual(['mail', 'or']);
    expect(words('café’s “well-known” and/or Привет')).toEqual(['café’s', 'well', 'known', 'and', 'or']);
  });

  it('gives places in the line', () => {
    for (const { word, start, end } of wordsOf('He said: “I wasn’t there”, twice.')) expect('He said: “I wasn’t there”, twice.'.slice(start, end)).toBe(word);
  });
});

describe('choices', () => {
  it('goes by the system unless told otherwise', () => {
    expect(['en-US', 'en', 'en-GB', 'en-AU', 'de-DE', 'es'].map((locale) => languageFor('system', locale))).toEqual(['en-US', 'en-US', 'en-GB', 'en-GB', 'en-US', 'en-US']);
    expect(languageFor('en-GB', 'en-US')).toBe('en-GB');
    expect(languageFor('off', 'en-US')).toBeNull();
  });

  it('keeps own words once, in any case of letters', () => {
    expect(withWord(withWord(['Zed'], 'ananda'), 'ZEd')).toEqual(['ananda', 'Zed']);
    expect(withoutWord(['ananda', 'Zed'], 'zed')).toEqual(['ananda']);
  });
});
