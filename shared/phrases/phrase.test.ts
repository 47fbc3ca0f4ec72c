import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { blanksOf, checkPhrases, expandPhrase, Phrase, phrasesFor, typedName } from './phrase.ts';

const phrase = (name: string, text: string): Phrase => Phrase.parse({ id: LocalId.parse('abcdefghij'), name, text });
const refusal = (work: () => unknown): string => {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('expansion', () => {
  it('puts in the phrases that are called, whatever the case, and keeps blanks', () => {
    const list = [phrase('open', 'Came [[on time]]. {{.Mood}}'), phrase('mood', 'Mood [[ ]] of 10.')];
    expect(expandPhrase(list, phrase('open', 'Came [[on time]]. {{.Mood}}'))).toBe('Came [[on time]]. Mood [[ ]] of 10.');
  });

  it('refuses itself, a circle, a stranger, and what grows without measure', () => {
    const self = [phrase('a', 'x {{.a}}')];
    expect(refusal(() => checkPhrases(self))).toBe('PHRASE_CYCLE');
    expect(refusal(() => checkPhrases([phrase('a', '{{.b}}'), phrase('b', '{{.c}}'), phrase('c', '{{ .A }}')]))).toBe('PHRASE_CYCLE');
    expect(refusal(() => checkPhrases([phrase('a', '{{.nobody}}')]))).toBe('PHRASE_UNKNOWN');
    expect(refusal(() => checkPhrases([phrase('a', 'x'), phrase('A', 'y')]))).toBe('PHRASE_NAME_TAKEN');
    const doubling = Array.from({ length: 8 }, (_, index) => phrase(`d${String(index)}`, index === 7 ? 'word '.repeat(700) : `{{.d${String(index + 1)}}}`.repeat(20)));
    expect(refusal(() => checkPhrases(doubling))).toBe('PHRASE_TOO_LONG');
    const deep = Array.from({ length: 12 }, (_, index) => phrase(`p${String(index)}`, index === 11 ? 'end' : `{{.p${String(index + 1)}}}`));
    expect(refusal(() => checkPhrases(deep))).toBe('PHRASE_TOO_LONG');
  });

  it('looks each phrase up and writes it out once, however often it is called', () => {
    let looks = 0;
    const counted = (name: string, text: string): Phrase => {
      const one = phrase(name, text);
      return { id: one.id, text: one.text, get name() { looks += 1; return one.name; } };
    };
    const callers = Array.from({ length: 400 }, (_none, at) => counted(`caller${String(at)}`, '{{.b}}'.repeat(33)));
    checkPhrases([...callers, ...Array.from({ length: 98 }, (_none, at) => counted(`other${String(at)}`, 'x')), counted('b', '{{.a}}'.repeat(600)), counted('a', 'x')]);
    expect(looks).toBeLessThan(20_000);
  });

  it('counts calls within calls by the longest way, in whatever order the list stands', () => {
    const chain = Array.from({ length: 9 }, (_none, at) => phrase(`p${String(at)}`, at === 8 ? 'end' : `{{.p${String(at + 1)}}}`));
    for (const list of [chain, chain.toReversed()]) expect(refusal(() => checkPhrases(list))).toBe('PHRASE_TOO_LONG');
    for (const list of [chain.slice(1), chain.slice(1).toReversed()]) expect(refusal(() => checkPhrases(list))).toBe('accepted');
  });

  it('takes a dot and letters as a name only where a word begins', () => {
    expect(['.fo', 'Came late. .fo', '(.fo', '“.follow-up'].map(typedName)).toEqual(['fo', 'fo', 'fo', 'follow-up']);
    expect(['3.5', 'e.g', 'late.Then', '...so', '. fo', 'a.b', '.', '.fo '].map(typedName)).toEqual([null, null, null, null, null, null, null, null]);
  });

  it('offers the shortest name first', () => {
    expect(phrasesFor([phrase('follow-up', 'x'), phrase('fo', 'y'), phrase('mood', 'z')], 'FO', 5).map(({ name }) => name)).toEqual(['fo', 'follow-up']);
  });

  it('finds what is still open', () => {
    expect(blanksOf('Came [[on time]], mood [[]].').map(({ start, end, what }) => [start, end, what])).toEqual([[5, 16, 'on time'], [23, 27, '']]);
    expect(blanksOf('no [single] and no [[broken')).toEqual([]);
  });
});
