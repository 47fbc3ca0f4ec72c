// Words that may turn bold where they stand among others: they take the width of the bold ones from the start, so that
// nothing beside them moves. Refuses to make them bold: whoever marks the choice does.

/** The words; whoever reads the page aloud hears them once. */
export function Steady({ words }: { words: string }) {
  return <span className="steady" data-words={words}>{words}</span>;
}
