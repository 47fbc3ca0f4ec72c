// One question to the index while someone types: the newest answer wins, and it is asked again while more can still
// be found. Refuses to clear the last answer before the next is there.
import { useEffect, useState } from 'react';
import type { SearchAnswer, SearchQuery } from '../../../shared/search/search.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';

const TYPING_MS = 80;
/** How soon to ask again while the index is being filled. */
const AGAIN_MS = 700;

export type Searched = { readonly query: SearchQuery; readonly answer: SearchAnswer } | null;

export function useSearch(query: SearchQuery): { searched: Searched; sentence: string | undefined } {
  const [searched, setSearched] = useState<Searched>(null);
  const [sentence, setSentence] = useState<string>();
  const key = JSON.stringify(query);
  useEffect(() => {
    const asked = JSON.parse(key) as SearchQuery;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let over = false;
    const ask = async (): Promise<void> => {
      try {
        const answer = await api.search.query(asked);
        if (over) return;
        setSearched({ query: asked, answer });
        setSentence(undefined);
        if (answer.indexed < answer.of) timer = setTimeout(() => void ask(), AGAIN_MS);
      } catch (error) {
        if (!over) setSentence(sentenceOf(error));
      }
    };
    timer = setTimeout(() => void ask(), TYPING_MS);
    return () => {
      over = true;
      if (timer !== null) clearTimeout(timer);
    };
  }, [key]);
  return { searched, sentence };
}
