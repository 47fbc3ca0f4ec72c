import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateById } from './loadTemplates.ts';
import { emptyDocument } from './newNote.ts';
import { findInDocument, findLanguage } from './preferredLanguage.ts';

const words = (text: string): string[] => findLanguage(text).map(({ word }) => word);

describe('words the field no longer uses', () => {
  // Every row of the reference's list, left to right: what is written, what is offered first.
  it.each([
    ['He is an addict.', 'addict', 'person with opioid use disorder'], ['Two junkies came', 'junkies', 'people with opioid use disorder'], ['a heroin user', 'heroin user', 'person who uses heroin'], ['a known drug abuser', 'drug abuser', 'person who uses drugs'],
    ['history of substance abuse', 'substance abuse', 'substance use'], ['his heroin habit', 'heroin habit', 'heroin use'], ['a relapse in May', 'relapse', 'return to use'], ['client relapsed', 'relapsed', 'returned to use'], ['fell off the wagon', 'fell off the wagon', 'returned to use'],
    ['gave a clean urine', 'clean urine', 'test negative'], ['a dirty urine', 'dirty urine', 'test positive'], ['tested dirty today', 'tested dirty', 'tested positive'],
    ['has been clean since May', 'been clean', 'not using'], ['wants to get clean', 'get clean', 'stopped using'], ['is sober', 'sober', 'not using'],
    ['on MAT since May', 'MAT', 'medication for opioid use disorder (MOUD)'], ['Medication-assisted treatment began', 'Medication-assisted treatment', 'Medication for opioid use disorder (MOUD)'], ['opioid substitution', 'opioid substitution', 'medication for opioid use disorder'], ['methadone replacement', 'methadone replacement', 'medication for opioid use disorder'],
    ['a former addict', 'former addict', 'person in long-term recovery'], ['an ex-addict', 'ex-addict', 'person in long-term recovery'],
    ['an addicted baby', 'addicted baby', 'newborn with neonatal opioid withdrawal'],
    ['a no-show', 'no-show', 'did not attend'], ['No show today', 'No show', 'Did not attend'], ['was non-compliant', 'non-compliant', 'did not take as prescribed'], ['noncompliant', 'noncompliant', 'did not take as prescribed'], ['client refused the test', 'refused', 'declined'], ['kept refusing the test', 'refusing', 'declining'],
    ['left AMA', 'left AMA', 'left before completion'], ['client was resistant', 'resistant', 'disagreed'], ['is in denial', 'in denial', 'sees it differently'],
    ['a friend committed suicide', 'committed suicide', 'died by suicide'], ['a needle user', 'needle user', 'person who injects drugs'], ["OD'd twice", "OD'd", 'overdosed'], ['OD’d twice', 'OD’d', 'overdosed'],
  ])('%s', (text, word, first) => {
    expect(findLanguage(text)).toMatchObject([{ word, start: text.indexOf(word), end: text.indexOf(word) + word.length }]);
    expect(findLanguage(text)[0]?.suggestions[0]).toBe(first);
  });

  it.each([
    'a clean shirt', 'cleaned the flat', 'a clean needle was used', 'keeps the room clean', 'clean clothes for court', 'the clean version of the form', 'dirty dishes', 'dirty laundry', 'muddy and dirty after work',
    'sleep habits', 'a good habit', 'child abuse', 'a history of abuse by his father', 'sexual abuse', 'verbal abuse', 'a wheelchair user', 'the user name', 'her abuser came back', 'relapse prevention', 'Relapse-prevention plan', 'relapsing-remitting MS',
    'sober living home', 'a sober house', 'yoga mat', 'the Mat by the door', 'doormat', 'detox', 'nicotine replacement therapy', 'hormone replacement therapy', 'knee replacement', 'refusal skills', 'role play of refusing', 'the insurance refused', 'treatment-resistant depression', 'drug-resistant infection', 'water-resistant coat',
    'AMA published it', 'mama', 'an addictive game', 'addiction counselor', 'addictions', 'no_show', 'non_alcoholic', 'a non-alcoholic beer', 'alcoholic drinks', 'denial of the claim', 'show no sign', 'suicidal thoughts', 'used the bus', 'substitution of teachers', 'an odd day', 'the TV show', 'abused as a child', 'heroin use', 'overdosed',
    'National Institute on Drug Abuse',
  ])('leaves "%s" alone', (text) => {
    expect(findLanguage(text)).toEqual([]);
  });

  it('leaves the client’s own words alone', () => {
    expect(words('She said "I am an addict and I relapsed" and wept.')).toEqual([]);
    expect(words('“I got clean in May”')).toEqual([]);
    expect(words('‘I’m a junkie’, he said')).toEqual([]);
    expect(words('«un addict» and „ein addict“ and “he said ‘an addict’ once”')).toEqual([]);
    expect(words('‘em all, "an addict"')).toEqual([]);
    // A quote that never closes hides nothing, nor one that closes in another paragraph.
    expect(words('He said "fine. He is an addict.')).toEqual(['addict']);
    expect(words('said "x\nan addict\n"')).toEqual(['addict']);
    expect(words('the client\'s words: an addict\'s life')).toEqual(['addict']);
    expect(words('"I am an addict" was said of an addict')).toEqual(['addict']);
  });

  it('leaves names alone that it is given, and only those', () => {
    expect(findLanguage('Substance abuse group, drug abuse group', ['Substance Abuse Group'])).toMatchObject([{ word: 'drug abuse' }]);
    expect(findLanguage('an addict', ['', '  '])).toHaveLength(1);
    expect(findLanguage('a.c addict', ['a.c addict'])).toEqual([]);
  });

  it('takes the longest, once, and keeps capitals', () => {
    expect(findLanguage('Former addicts and recovering addicts')).toMatchObject([{ word: 'Former addicts', suggestions: ['People in long-term recovery'] }, { word: 'recovering addicts' }]);
    expect(words('no  show, no‑show, NO-SHOW')).toEqual(['no  show', 'no‑show', 'NO-SHOW']);
    expect(words('no\nshow')).toEqual([]);
  });

  it('never suggests what it would flag', () => {
    const data = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'dictionary', 'preferred-language.json'), 'utf8'));
    for (const entry of data.entries) for (const suggestion of entry.suggestions) expect(findLanguage(suggestion), suggestion).toEqual([]);
    const all = data.entries.flatMap((entry: { words: string[] }) => entry.words);
    expect(new Set(all.map((word: string) => word.toLowerCase())).size).toBe(all.length);
    for (const word of all) expect(findLanguage(`x ${word} y`).map((find) => find.word), word).toEqual([word]);
  });

  it('finds nothing in the words of the templates', () => {
    const folder = join(import.meta.dirname, '..', '..', 'resources', 'templates');
    for (const name of readdirSync(folder)) expect(findLanguage(readFileSync(join(folder, name), 'utf8').replaceAll(/"/g, ' ')).map(({ word }) => word), name).toEqual([]);
  });

  it('gives places that hold exactly the word, in order, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('addict', 'relapse', ' prevention', '"', '“', '”', ' ', '\n', 'MAT', 'é', '😀', 'no', '-', 'show', '’'), { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
      let last = 0;
      for (const { start, end, word } of findLanguage(text)) {
        if (start < last || text.slice(start, end) !== word) return false;
        last = end;
      }
      return true;
    }));
  });

  it('reads a long text in one pass', () => {
    const text = `${'He walked home and talked with his sister about the week. '.repeat(2000)}addict${' "said" '.repeat(5000)}relapsed`;
    expect(words(text)).toEqual(['addict', 'relapsed']);
    // Marks that never close, hundreds of thousands of them: an expression that looked ahead from each would take minutes.
    for (const marks of ['„', '“', '"', '‘a’b', 'addict “ ']) expect(words(`${marks.repeat(100_000)}\nrelapsed`).at(-1)).toBe('relapsed');
  });

  it('spares quote blocks of a note and says where the others are', () => {
    const document = emptyDocument(templateById('narrative')).map((section) => ({
      ...section,
      children: section.children.map((element) => (element.fieldId === 'narrative_notes' && element.type === 'textField' ? { ...element, children: [
        { type: 'quote' as const, children: [{ text: 'I am an addict' }] },
        { type: 'paragraph' as const, children: [{ text: 'Client rel' }, { text: 'apsed', bold: true as const }] },
        { type: 'list' as const, ordered: false, children: [{ type: 'listItem' as const, children: [{ text: 'a no-show' }] }] },
      ] } : element)),
    }));
    expect(findInDocument(document)).toMatchObject([{ fieldId: 'narrative_notes', block: 1, word: 'relapsed', start: 7 }, { block: 2, word: 'no-show' }]);
  });
});
