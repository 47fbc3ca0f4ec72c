// Words of what helps while a note is written: wording, finding, likeness, the last note, other formats.
export const noteAidsText = {
  wording: {
    instead: (word: string) => `Instead of "${word}"`,
    leave: 'Leave it in this note',
  },
} as const;
