// Words of smart phrases: the list in the settings and the menu while writing. Reviewed by people who do not read TSX.
export const phrasesText = {
  title: 'Phrases',
  lead: 'Short names for text you write often. In a note, also in its boxes and tables, type a dot and the name, then Tab: “.open” becomes its text. Phrases are kept in this vault.',
  none: 'You have no phrases yet.',
  addExamples: 'Start with three examples',
  add: 'Add a phrase', edit: (name: string) => `Edit the phrase ${name}`, remove: (name: string) => `Remove the phrase ${name}`, editShort: 'Edit', removeShort: 'Remove',
  list: 'Your phrases', nameColumn: 'Name', textColumn: 'Text', actsColumn: 'Change',
  formAdd: 'Add a phrase', formEdit: 'Edit phrase',
  name: 'Name', nameHint: 'Letters, digits and dashes. You type it behind a dot.', nameWrong: 'Use letters, digits and dashes, beginning with a letter or digit, at most 30.', nameTaken: 'There is already a phrase of this name.',
  text: 'Text', textHint: 'Put a blank where something must be filled in: [[how the week went]]. Tab goes from blank to blank. To put in another phrase, write {{.name}}.', textMissing: 'Write the text that the name stands for.',
  preview: 'What it becomes', blanks: (count: number) => (count === 0 ? 'No blanks.' : count === 1 ? '1 blank to fill in.' : `${String(count)} blanks to fill in.`),
  save: 'Save phrase', cancel: 'Cancel', close: 'Close',
  removeTitle: (name: string) => `Remove “.${name}”?`, removeText: 'Notes already written keep their text.', removeConfirm: 'Remove phrase', keep: 'Keep it',
  damaged: 'Your phrases are damaged and cannot be read. Notes keep what was put in. A phrase you add now begins a new list.',
  failed: 'Your phrases could not be read.', retry: 'Try again',
  menu: 'Phrases', menuCount: (count: number, first: string) => `${count === 1 ? '1 phrase' : `${String(count)} phrases`}. ${first}. Tab puts it in.`,
  notPut: 'This phrase could not be put in: it calls itself or one that is gone, or the note is full. Your text is as it was. Mend the phrase under Settings.',
  unknown: (name: string) => `You have no phrase “.${name}”. Phrases are made under Settings. Press Tab again to go on.`,
  openBlanks: (place: string, blanks: readonly string[]) => {
    const named = [...new Set(blanks.filter((what) => what !== ''))];
    const shown = named.slice(0, 3).join(', ');
    return `Fill in ${blanks.length === 1 ? 'the blank' : `${String(blanks.length)} blanks`} in “${place}”${named.length === 0 ? '' : `: ${shown}${named.length > 3 ? ' and more' : ''}`}.`;
  },
  examples: [
    { name: 'open', text: 'Came [[on time or late]], in [[mood in their own words]]. Since last time: [[what happened]].' },
    { name: 'homework', text: 'Homework agreed: [[what, when, where]]. What could get in the way: [[obstacle]]. What to do then: [[plan]].' },
    { name: 'next', text: 'Next session on [[day and time]]. Until then the client will [[step]]; I will [[step]].' },
  ],
} as const;
