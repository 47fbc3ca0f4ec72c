// Words of the list of unsigned notes, and of notes that share their time. Refuses blame: a note waits, nobody is late.
export const unsignedText = {
  title: 'Unsigned notes',
  open: (count: number) => (count === 1 ? '1 unsigned note' : `${count} unsigned notes`),
  /** Where no note waits, but drafts were begun and left. */
  openBlank: (count: number) => (count === 1 ? '1 empty draft' : `${count} empty drafts`),
  back: 'Back to the caseload',
  lead: (count: number, late: number, limit: number) => `${count === 1 ? '1 note waits' : `${count} notes wait`} for a signature, the longest wait first.${late === 0 ? '' : ` ${late} of them for more than ${limit} hours.`}`,
  columns: { client: 'Client', kind: 'Note', day: 'Day of service', age: 'Waiting', last: 'Last saved' },
  /** Whole hours since the note was begun. */
  age: (hours: number) => (hours < 1 ? 'less than an hour' : hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.floor(hours / 24)} days`),
  late: (limit: number) => `More than ${limit} hours`,
  legal: (name: string) => `Legal name ${name}`,
  emptyTitle: 'No note is waiting for your signature',
  emptyText: 'Every note of an active client is signed.',
  blank: {
    title: 'Nothing written yet',
    lead: (count: number) => (count === 1 ? 'This draft was opened and left. It waits for no signature and counts as no service.' : 'These drafts were opened and left. They wait for no signature and count as no service.'),
    opened: 'Opened',
    /** Whole hours since the draft was begun. */
    age: (words: string) => `${words} ago`,
    act: 'Draft',
    discard: 'Discard',
    discardOne: (title: string, name: string) => `Discard the empty draft: ${title}, ${name}`,
    discardAll: (count: number) => `Discard ${count} empty drafts`,
  },
  emptied: {
    title: 'Empty again',
    lead: (count: number) => (count === 1 ? 'This draft holds no words now, but did before. Open it to see its versions, or to discard it.' : 'These drafts hold no words now, but did before. Open one to see its versions, or to discard it.'),
    open: 'Open',
    openOne: (title: string, name: string) => `Open the draft that was emptied: ${title}, ${name}`,
  },
  archived: (count: number) => (count === 1 ? '1 more draft belongs to an archived client. Put the client back on the caseload to sign it.' : `${count} more drafts belong to archived clients. Put a client back on the caseload to sign them.`),
  unreadable: (count: number) => (count === 1 ? '1 more unsigned note cannot be read. It may be in your last backup.' : `${count} more unsigned notes cannot be read. They may be in your last backup.`),
  overlap: {
    title: 'Shares its time with another note',
    one: (title: string, day: string, times: string, signed: boolean) => `${title}, ${day}, ${times}${signed ? '' : ' (not signed)'}`,
    advice: 'Check the times of both. Both may be right; nothing is held back.',
    go: (title: string) => `Open: ${title}`,
  },
} as const;
