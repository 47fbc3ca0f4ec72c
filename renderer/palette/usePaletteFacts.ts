// What main knows that the palette can name, asked when it opens and again where a refusal says that it has changed.
// Refuses to hold anything after the palette is gone.
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import type { PaletteFacts } from './lines.ts';

const NO_FACTS: PaletteFacts = { clients: [], notes: [], templates: [], instruments: [] };

async function ask(clientOpen: boolean): Promise<PaletteFacts> {
  const [items, templates, instruments] = await Promise.all([api.palette.items({}), api.templates.list({}), clientOpen ? api.instruments.list({}) : []]);
  return { ...items, templates, instruments };
}

export type KnownFacts = { readonly facts: PaletteFacts; /** There is an answer, if only a refusal (`trouble`). */ readonly ready: boolean; readonly trouble: string | undefined; readonly askAgain: () => void };

/** Until a new answer is there, the one before stands. */
export function usePaletteFacts(clientOpen: boolean): KnownFacts {
  const [facts, setFacts] = useState<PaletteFacts>();
  const [trouble, setTrouble] = useState<string>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    ask(clientOpen).then((found) => { if (!gone) { setFacts(found); setTrouble(undefined); } }, (error: unknown) => { if (!gone) setTrouble(sentenceOf(error)); });
    return () => { gone = true; };
  }, [clientOpen, turn]);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);
  return { facts: facts ?? NO_FACTS, ready: facts !== undefined || trouble !== undefined, trouble, askAgain };
}
