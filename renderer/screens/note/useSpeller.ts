// The speller of a note's client in the language of the settings. Refuses to exist before the settings are known.
import { useMemo } from 'react';
import type { ClientId } from '../../../shared/brand.ts';
import type { Settings } from '../../../shared/settings.ts';
import { languageFor } from '../../../shared/spelling/language.ts';
import { api } from '../../api.ts';
import type { Speller } from '../../editor/marks/spellingMarks.ts';

/** Null while unknown or switched off. */
export function useSpeller(settings: Settings | undefined, clientId: ClientId): Speller | null {
  const language = settings ? languageFor(settings.spelling ?? 'system', navigator.language) : null;
  return useMemo(() => (language === null ? null : {
    check: async (words) => (await api.spelling.check({ language, clientId, words: [...words] })).unknown,
    suggest: async (word) => (await api.spelling.suggest({ language, word })).suggestions,
    add: async (word) => { await api.spelling.addWord({ word }); },
  }), [language, clientId]);
}
