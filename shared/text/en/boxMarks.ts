// What the marks in a box of a note say to a screen reader.
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');

export const boxMarksText = {
  /** `key`: as the keyboard has it. */
  described: (spelling: readonly string[], wording: readonly string[], key: string) => [
    spelling.length > 0 ? `Not in the dictionary: ${quoted(spelling)}.` : '',
    wording.length > 0 ? `Other wording is suggested for: ${quoted(wording)}.` : '',
    `${key} shows what else could stand there.`,
  ].filter((part) => part !== '').join(' '),
} as const;
