// Words of the panel with earlier versions of a note. Reviewed by people who do not read TSX.
const saves = (count: string, one: boolean): string => (one ? '1 save' : `${count} saves`);

export const versionsText = {
  open: 'Versions',
  title: 'Versions of this note',
  description: 'Every save is kept. Choose one to see what it said and how it differs from the note as it is now.',
  close: 'Close',
  loading: 'Looking for earlier versions',
  list: 'Versions, newest first',
  now: 'As it is now',
  only: 'There is only one version so far. More appear as you write.',
  incomplete: 'A damaged place in the vault hides at least one save of this note. All that can be read is listed.',
  sitting: (day: string, from: string, to: string) => (from === to ? `${day}, ${from}` : `${day}, ${from} – ${to}`),
  saves, signed: 'signed', draft: 'draft',
  showSaves: (when: string) => `Show each save of ${when}`, hideSaves: (when: string) => `Hide the saves of ${when}`,
  inside: (time: string) => `Shown: saved ${time}`,
  save: (time: string) => `Saved ${time}`,
  choose: 'Choose a version in the list.',
  view: 'What to show', changes: 'What differs', whole: 'The whole version',
  same: 'This version says the same as the note as it is now.',
  legend: 'In this version only: struck through. Only now: underlined.',
  removed: 'In this version only', added: 'Only in the note as it is now', end: 'end',
  long: 'Too much has changed here to mark single words. First the text of this version, then the text as it is now.',
  restore: 'Put this version back', restoreHint: 'The note gets the words of this version as a new save. What it says now stays in this list.',
  asNew: 'New note from this version', asNewHint: 'The signed note stays as it is. A new draft begins with the words of this version.',
  failed: 'The versions could not be read.', retry: 'Try again',
  unsaved: 'Not opened: the latest words are not saved yet. Try again when “Saved” is shown.',
} as const;
