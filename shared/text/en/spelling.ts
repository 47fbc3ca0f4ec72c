// Words of the spelling check: in the note and in the settings.
export const spellingText = {
  unknown: (word: string) => `“${word}” is not in the dictionary`,
  looking: 'Looking for words like it',
  none: 'No word like it was found.',
  add: 'Add to my words',
  ignore: 'Ignore in this note',
  failed: 'Spelling could not be checked just now. Writing and saving are not affected.',
  settings: {
    title: 'Spelling',
    lead: 'The dictionary is part of Throughline and nothing is ever downloaded. Words of this field and the names in the client’s record are known.',
    language: 'Check spelling in notes',
    languages: { system: 'Like this computer', 'en-US': 'American English', 'en-GB': 'British English', off: 'Do not check' },
    mine: 'My words',
    mineLead: 'These are never underlined. They are kept in the vault.',
    none: 'No words yet. Add one here, or from an underlined word in a note.',
    newWord: 'New word',
    addWord: 'Add word',
    oneWord: 'Enter a single word of at least two letters, without digits.',
    remove: (word: string) => `Remove “${word}”`,
    removed: (word: string) => `“${word}” was removed.`,
    added: (word: string) => `“${word}” was added.`,
  },
} as const;
