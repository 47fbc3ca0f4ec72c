// What is used of the speller, which comes without types.
declare module 'nspell' {
  type Speller = { correct: (word: string) => boolean; suggest: (word: string) => string[]; add: (word: string, model?: string) => Speller };
  function nspell(dictionary: { aff: string; dic: string }): Speller;
  export default nspell;
}
