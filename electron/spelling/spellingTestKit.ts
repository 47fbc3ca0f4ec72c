// Test helper: the dictionaries as they are installed, read without the build tool. Not imported by the product.
import { readFile } from 'node:fs/promises';
import type { SpellingLanguage } from '../../shared/spelling/language.ts';
import type { Dictionary } from './messages.ts';

const FOLDERS = { 'en-US': 'dictionary-en', 'en-GB': 'dictionary-en-gb' } as const;

/** The text of both files of a dictionary. */
export async function readDictionary(language: SpellingLanguage): Promise<Dictionary> {
  const read = (name: string) => readFile(new URL(`../../node_modules/${FOLDERS[language]}/${name}`, import.meta.url), 'utf8');
  const [aff, dic] = await Promise.all([read('index.aff'), read('index.dic')]);
  return { aff, dic };
}
