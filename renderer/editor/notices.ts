// What the editor may tell the person about something it did or refused. Refuses wording: the
// sentences are in shared/text/en/notes.ts.
export type EditorNotice =
  /** The note has reached its largest size. */
  | { kind: 'full' }
  /** A paste lost formatting that a note cannot hold. */
  | { kind: 'plain' }
  /** A paste was longer than fits at once; this many characters were taken. */
  | { kind: 'cut'; characters: number }
  /** Files or pictures were pasted or dropped. */
  | { kind: 'file' }
  /** The clipboard held nothing that could be read as text. */
  | { kind: 'nothing' }
  /** The editor was restarted after an error; the text is whole. */
  | { kind: 'restarted' }
  /** The editor failed several times in a row; the note is shown to be read. */
  | { kind: 'stopped' }
  /** A suggested word could not be put in; the text is as it was. */
  | { kind: 'wordNotPut' }
  /** A smart phrase could not be put in; the text is as it was. */
  | { kind: 'phraseNotPut' }
  /** Tab was pressed behind a dot and a name that no phrase has. */
  | { kind: 'phraseUnknown'; name: string };
