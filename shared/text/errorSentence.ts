// Turns a refusal into the sentence a person reads. Refuses to show a code or an unfilled blank.
import type { ErrorCode, ErrorFacts } from '../errors.ts';
import { errorTexts, errorTextsWithFacts } from './en/errors.ts';

const LONGEST_FACT = 80;

function textFor(code: ErrorCode, facts: ErrorFacts): string {
  const fitting = errorTextsWithFacts[code]?.find((one) => one.facts.every((name) => Boolean(facts[name])) && (one.why === undefined || one.why === facts['why']));
  return fitting?.text ?? errorTexts[code];
}

/** The sentence of a refusal, with its facts filled in. A fact that is missing leaves the plain words around it readable. */
export function errorSentence(code: ErrorCode, facts: ErrorFacts = {}): string {
  return textFor(code, facts)
    .replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => (facts[name] === undefined ? 'a few' : String(facts[name]).slice(0, LONGEST_FACT)))
    .replace(/\b1 seconds\b/, '1 second');
}
