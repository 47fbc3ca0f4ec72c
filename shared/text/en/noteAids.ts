// Words of what helps while a note is written: wording, finding, likeness, the last note, other formats.
export const noteAidsText = {
  wording: {
    instead: (word: string) => `Instead of “${word}”`,
    leave: 'Leave it in this note',
  },
  find: {
    label: 'Find in this note', none: 'Not in this note',
    count: (at: number, all: number, more: boolean) => `${at} of ${all}${more ? ' or more' : ''}`,
    next: 'Next hit', previous: 'Previous hit', close: 'Close the search', nextKey: 'Next hit (Enter)', previousKey: 'Previous hit (Shift+Enter)', closeKey: 'Close the search (Esc)',
  },
  likeness: {
    comparing: 'Comparing with earlier notes of this client', failed: 'The comparison with earlier notes did not work.',
    tooShort: 'Too few words to compare with earlier notes.',
    which: (title: string, day: string) => `${title} of ${day}`,
    plain: (percent: number, which: string) => `At most ${percent}% of this text stands in an earlier note (${which}).`,
    none: 'Hardly anything in this text stands in an earlier note.',
    warn: (percent: number, which: string) => `${percent}% of this text stands in an earlier note: ${which}`,
    advice: 'Say what was different today. A note that reads like the one before says little about this session.',
  },
  last: {
    title: 'Last note of this kind', loading: 'Opening the last note', failed: 'The last note could not be read.', retry: 'Try again',
    none: 'This is the first note of this kind for this client.',
    of: (day: string, draft: boolean) => (draft ? `${day}, not signed yet` : day),
    structure: 'Start from its structure', structureHint: 'Takes over the number of rows, kind of service, place and open objectives. No word, number or rating is copied.',
  },
  convert: {
    menu: 'Change the format', title: (format: string) => `Change to: ${format}`, preview: 'The note as it will stand', cancel: 'Keep the format', confirm: (format: string) => `Change to: ${format}`,
    explain: 'Nothing is lost. See where each part goes before you change it. Changing back later keeps the words, not their old places.',
    nothingMoves: 'Every answer stays where it is.', stays: (n: number) => (n === 1 ? '1 answer stays where it is. These move:' : `${n} answers stay where they are. These move:`),
    move: (from: string, to: string) => `${from} → ${to}`, homeless: 'kept under its old label',
    formats: { soap: 'SOAP note', dap: 'DAP note', birp: 'BIRP note', girp: 'GIRP note', pirp: 'PIRP note', narrative: 'Narrative note' },
  },
} as const;
