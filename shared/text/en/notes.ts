// Words of the note: the editor, its fields, saving, signing. Reviewed by people who do not read TSX.
import { phrasesText } from './phrases.ts';
import { decimalsText, progressRatingLabels, riskKindLabels, riskLevelLabels } from './clinical.ts';

const RATING_SHORTS = { '-2': '−2', '-1': '−1', '0': '0', '1': '+1', '2': '+2', M: 'M' } as const;

// Keys that look like numbers come first in an object: the order is written out.
const PROGRESS_ORDER = ['-2', '-1', '0', '1', '2', 'M'] as const;

export const notesText = {
  loading: 'Opening the note',
  beside: 'Beside the note',
  editorLabel: (title: string) => `${title}: text of the note`,

  sections: { title: 'Sections', filled: 'everything needed is there', partly: 'begun, something needed is missing', begun: 'begun', empty: 'nothing yet', jump: (index: number) => `Alt ${index}` },

  header: {
    title: 'About this session',
    date: 'Date', start: 'Start', end: 'Stop', duration: 'Duration', minutes: (n: number) => `${n} min`, breakMinutes: 'Break (min)',
    noDuration: 'No duration yet', endBeforeStart: 'The stop time is not after the start time. Correct one of them; a session over midnight is written as two notes.',
    service: 'Service', modality: 'How', modalityReason: 'Why audio only', place: 'Where', interpreter: 'Interpreter or language', next: 'Next appointment',
    more: 'People present, interpreter, next appointment', impossibleDate: 'That day does not exist. Type another.',
    people: 'People present besides the client', alsoPresent: 'Also present', personName: 'Name', personRelation: 'Relationship', personConsent: 'Consent on file', consentYes: 'consent on file', consentNo: 'no consent on file', diagnosis: 'Diagnosis', addPerson: 'Add a person', removePerson: (name: string) => `Remove ${name || 'this person'}`,
  },
  risk: {
    title: 'Risk check', hint: 'Ask about each, and say what was done about anything but “none”.', action: 'What was done',
    kinds: riskKindLabels, levels: riskLevelLabels,
  },
  links: {
    title: 'Plan objectives', none: 'There is no treatment plan yet. Give the reason below, or write the plan first.', hint: 'Mark those this session worked on.',
    rating: 'Progress', comment: 'Comment', noneBecause: 'None, because', noneHint: 'Needed only when no objective is linked.',
    ratings: progressRatingLabels,
    shorts: RATING_SHORTS,
    rated: (rating: keyof typeof RATING_SHORTS) => (rating === 'M' ? progressRatingLabels.M : `${progressRatingLabels[rating]} (${RATING_SHORTS[rating]})`),
    legend: PROGRESS_ORDER.map((rating) => `${RATING_SHORTS[rating]} ${progressRatingLabels[rating].toLowerCase()}`).join(', '),
    failed: 'The plan could not be read.', retry: 'Try again',
  },
  hints: { title: 'Before signing', nothing: 'Nothing is missing.' },

  save: {
    notSaved: (sentence: string) => (sentence.startsWith('Not saved') ? sentence : `Not saved: ${sentence}`),
    retry: 'Retry', nextTry: (seconds: number) => `Next try in ${seconds} s.`,
    conflictTitle: 'This note was changed somewhere else',
    conflictText: 'Another window saved this note after you opened it. Your text is still here. Copy it, then open the note again and put in what is missing.',
    removedTitle: 'This note was removed somewhere else',
    removedText: 'Your text is still here. Copy it; if the vault is locked first, it is kept and offered after the next unlock.',
    copyText: 'Copy my text', copied: 'Copied.', notCopied: 'Not copied. Select the text and copy it by hand.', openAgain: 'Open the note again',
  },
  foot: {
    codes: (codes: readonly { readonly code: string; readonly label: string; readonly units: number; readonly verified: boolean }[]) => `Suggested code: ${codes.map(({ code, label, units }) => `${code}${units === 1 ? '' : ` × ${String(units)}`} (${label})`).join(', ')}${codes.every(({ verified }) => verified) ? '' : '; time rule unverified'}`,
    codeHint: 'Worked out from the minutes and the kind of service. You decide which code is billed.',
    words: (n: number) => (n === 1 ? '1 word' : `${n} words`),
  },

  notices: {
    full: 'The note is full. Begin a second note for what follows.',
    plain: 'Some of what was pasted cannot stand in a note, such as links, tables or pictures. The words are all there.',
    cut: (count: string) => `Only the first ${count} characters were pasted. Paste the rest in a second step, or into another note.`,
    file: 'Files and pictures cannot be put into a note. Describe what matters in words.',
    nothing: 'There was no text to paste.',
    restarted: 'The editor was restarted after an error. Your text is whole; the place of the cursor is not.',
    stopped: 'The editor had to stop after several errors. Everything you wrote is saved and stands here. Close the note and open it again to go on.',
    wordNotPut: 'The word could not be put in: it is too long for what is left of this box, or the text has changed. Your text is as it was.',
    phraseNotPut: phrasesText.notPut, phraseUnknown: phrasesText.unknown,
    close: 'Close this message',
  },

  toolbar: 'Form of the text',

  field: {
    notAnswered: 'not answered', clear: 'Clear', required: 'needed for signing', choose: 'Choose',
    scale: (label: string) => `${label}, 0 to 10`, scaleKeys: 'Press a number, or use the arrow keys. Backspace clears.',
    numberRange: (min: number, max: number) => `Between ${min} and ${max}.`, numberWhole: (min: number, max: number) => `A whole number from ${min} to ${max}.`, numberDecimals: (most: number) => `At most ${decimalsText(most)}. It stays as you typed it.`, numberUnread: 'This is not a number. It stays as you typed it.', typed: (text: string) => `“${text}”.`, ofTen: '/ 10',
    checklistKeys: 'Up and down move between lines, left and right change the answer.',
    addRow: (row: string) => `Add ${row}`, removeRow: (row: string, n: number) => `Remove ${row} ${n}`, row: (row: string, n: number) => `${row} ${n}`,
    cell: (column: string, row: string, n: number) => `${column}, ${row} ${n}`, percent: '%',
  },

  sign: {
    review: 'Review and sign', title: 'Sign this note', asItStands: 'The note as it will stand', blocking: 'Needed before signing', hints: 'Worth a look', goBack: 'Go on writing',
    name: 'Your name', credentials: 'Credentials', passphrase: 'Passphrase of this vault', passphraseHint: 'Asked once for each signature.', show: 'Show', hide: 'Hide',
    sign: 'Sign note', signing: 'Signing', explain: 'After signing, the note cannot be changed. Corrections are added below it, with your name and the time.', nameMissing: 'Give the name that stands under the note.', passphraseMissing: 'Type the passphrase to sign.',
    signedBy: (name: string, credentials: string) => (credentials ? `Signed by ${name}, ${credentials}` : `Signed by ${name}`), late: 'Late entry: signed more than 24 hours after the session.', close: 'Close',
    notFilled: 'Not filled in', unanswered: 'Not answered',
  },
  addenda: {
    title: 'Additions', add: 'Add to this note', text: 'What is added or corrected', reason: 'Why', save: 'Add, with my name', cancel: 'Cancel', textMissing: 'Write what is added.', reasonMissing: 'Say why it is added.',
    by: (name: string, credentials: string, when: string) => `${credentials ? `${name}, ${credentials}` : name}, ${when}`, because: (reason: string) => `Reason: ${reason}`, final: 'An addition cannot be changed or removed.',
  },
  leftover: {
    title: (day: string, time: string) => `Text of the note of ${day} could not be saved at ${time}. It is here.`, text: 'It was kept sealed on this computer when the vault was locked.',
    moved: 'Its note has been changed, signed or removed since. The text can be put in a new note of the same client.', nowhere: 'Its note cannot be read any more. Copy the text to where it belongs.',
    putBack: 'Put it back', newNote: 'Put it in a new note', read: 'Read it', readTitle: 'Text that could not be saved', close: 'Close', copy: 'Copy it', discard: 'Discard it', copied: 'Copied.',
    discardTitle: 'Discard this text?', discardText: 'It is the only copy, and cannot be brought back.', keep: 'Keep it',
  },
  discard: { action: 'Discard draft', title: 'Discard this draft?', text: 'The note has not been signed. It is removed and cannot be brought back.', confirm: 'Discard draft', keep: 'Keep it' },
} as const;
