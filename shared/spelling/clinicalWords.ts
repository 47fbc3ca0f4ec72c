// Words of this field that no general dictionary has. Refuses a list that holds one twice or one that could never be asked for.
import { z } from 'zod';
import file from '../../resources/dictionary/clinical-words.json' with { type: 'json' };
import { wordsOf } from './words.ts';

const ClinicalWords = z.strictObject({ source: z.string(), groups: z.array(z.strictObject({ title: z.string().max(80), words: z.array(z.string().max(45)).max(1000) })).max(40) });

function load(): readonly string[] {
  const words = ClinicalWords.parse(file).groups.flatMap((group) => group.words);
  if (new Set(words).size !== words.length) throw new TypeError(`the clinical words hold one twice: ${words.filter((word, at) => words.indexOf(word) !== at).join(', ')}`);
  for (const word of words) if (wordsOf(word)[0]?.word !== word) throw new TypeError(`${word} is not a single word that is ever spelled`);
  return words;
}

/** Medicines, instruments, methods and terms, as they are written in the middle of a sentence. */
export const CLINICAL_WORDS: readonly string[] = load();
