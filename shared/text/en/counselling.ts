// Words of the counseling notes, kept apart. Own words of the product: what such a note is, what belongs elsewhere.

export const counsellingText = {
  entry: 'Counseling notes, kept apart',
  title: 'Counseling notes, kept apart',
  back: 'Back to the notes',
  mark: 'Kept apart: not printed, not exported, not in search, not linked to the plan.',
  failed: 'The counseling notes could not be looked up.',

  about: {
    title: 'What belongs here',
    what: 'Your own thinking about a conversation with the client: what was said, what it may mean, what you want to look into. Writing it down is your choice.',
    notHere: 'What belongs in the progress note',
    list: ['Medication prescribed, and how it is followed', 'When the session began and ended', 'The kind of treatment, and how often it is given', 'Results of tests', 'A summary of diagnosis, day-to-day functioning, plan, symptoms, outlook and progress'],
    consent: 'A consent to share the record does not cover these notes. They need one of their own.',
  },

  setUp: {
    title: 'Set up counseling notes',
    lead: 'They get a passphrase of their own. Whoever knows only the passphrase of the vault sees how many there are, and no word of them.',
    loss: 'If you lose both this passphrase and its recovery code, these notes are lost for good. Nobody can bring them back. Nothing else is lost with them.',
    passphrase: 'Passphrase of the counseling notes',
    again: 'The same passphrase again',
    hint: 'Another one than that of the vault: at least 14 characters, or five words.',
    submit: 'Set up',
    working: 'Setting up. This takes a few seconds.',
  },

  open: {
    title: 'Open counseling notes',
    count: (notes: number) => (notes === 0 ? 'There are none of this client yet.' : notes === 1 ? 'There is 1 of this client.' : `There are ${notes} of this client.`),
    passphrase: 'Passphrase of the counseling notes',
    submit: 'Open',
    working: 'Opening',
    empty: 'Type the passphrase of the counseling notes.',
    useCode: 'Use their recovery code',
    usePassphrase: 'Use their passphrase',
    code: 'Recovery code of the counseling notes',
    codeHint: 'From the paper you made when you set them up.',
    codeEmpty: 'Type the recovery code.',
    next: 'New passphrase of the counseling notes',
    damagedTitle: 'The counseling notes cannot be opened',
    damaged: 'Their keys are damaged or missing, so nothing can be read or set up. Get them back from a backup. The rest of the record is fine.',
  },

  list: {
    label: 'Counseling notes of this client',
    none: 'No counseling note yet',
    noneText: 'What you write here is read only by whoever opens these notes with their own passphrase.',
    add: 'New counseling note',
    close: 'Close counseling notes',
    notClosed: 'Not closed: what you typed is not saved yet. See below.',
    putBack: (notes: number) => (notes === 1 ? 'Text that could not be saved before an earlier lock is saved now: in its note, or as a new one if that has changed since.' : `Text of ${notes} notes that could not be saved before an earlier lock is saved now: in its note, or as a new one if that has changed since.`),
    newCode: 'New recovery code',
    change: 'Change passphrase',
    passphraseDone: 'The new passphrase counts from now on. Older backups keep the old one.',
    codeDone: 'The new recovery code counts from now on. Destroy the old paper; older backups still go by it.',
    written: 'Written',
    changed: 'Last changed',
    unreadable: 'This note cannot be read',
    unreadableText: 'It was damaged or altered. It may be whole in a backup.',
    remove: 'Remove',
    removeOf: (moment: string) => `Remove the note of ${moment}`,
    removeUnreadable: 'Remove the note that cannot be read',
    removeTitle: 'Remove this counseling note?',
    removeText: 'It is gone from the vault then, and only an older backup still holds it.',
    removeConfirm: 'Remove',
    keep: 'Keep',
    archived: 'This record is archived: counseling notes can be read, not written.',
  },

  note: {
    label: 'Counseling note',
    newTitle: 'New counseling note',
    title: (moment: string) => `Written ${moment}`,
    all: 'All counseling notes',
  },

  change: {
    title: 'Change the passphrase of the counseling notes',
    current: 'Current passphrase of the counseling notes',
    next: 'New passphrase',
    again: 'New passphrase again',
    submit: 'Change passphrase',
  },

  code: {
    sheetTitle: 'Recovery code of the counseling notes',
    sheetText: 'With this code and the open vault the counseling notes in it can be read. Keep it locked away, apart from the laptop and from the code of the vault.',
    warning: 'Whoever has the file can open the counseling notes once the vault is open. Paper is safer.',
    dialogTitle: 'Recovery code of the counseling notes',
    lead: 'It is shown only now. Print it or copy it by hand, then type it below. If you forget the passphrase, it is the only other way in.',
  },
} as const;
