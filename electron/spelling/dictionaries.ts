// The dictionaries as the build puts them into the app, each read when it is first needed. Refuses any other source.
import type { SpellingLanguage } from '../../shared/spelling/language.ts';
import type { Dictionary } from './messages.ts';

const LOADERS = {
  'en-US': () => Promise.all([import('../../node_modules/dictionary-en/index.aff?raw'), import('../../node_modules/dictionary-en/index.dic?raw')]),
  'en-GB': () => Promise.all([import('../../node_modules/dictionary-en-gb/index.aff?raw'), import('../../node_modules/dictionary-en-gb/index.dic?raw')]),
} as const satisfies Record<SpellingLanguage, () => Promise<readonly [{ readonly default: string }, { readonly default: string }]>>;

/** The text of both files of a dictionary. */
export async function loadDictionary(language: SpellingLanguage): Promise<Dictionary> {
  const [aff, dic] = await LOADERS[language]();
  return { aff: aff.default, dic: dic.default };
}
