// What passes between main and the spelling worker, both of one build. Refuses anything but plain data.
import type { SpellingLanguage } from '../../shared/spelling/language.ts';

export type Dictionary = { readonly aff: string; readonly dic: string };

export type ToSpeller =
  | { readonly op: 'load'; readonly language: SpellingLanguage; readonly dictionary: Dictionary; readonly words: readonly string[] }
  | { readonly op: 'check'; readonly id: number; readonly language: SpellingLanguage; readonly words: readonly string[] }
  | { readonly op: 'suggest'; readonly id: number; readonly language: SpellingLanguage; readonly words: readonly [string] };

export type FromSpeller = { readonly id: number; readonly words: readonly string[] } | { readonly id: number; readonly failed: true };
