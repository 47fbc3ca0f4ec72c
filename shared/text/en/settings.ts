// Words of the settings, backup and "what is protected". Refuses to promise more than the product does.
export const settingsText = {
  title: 'Settings',
  saved: 'Saved.',
  save: 'Save',

  you: { title: 'You and the clinic', lead: 'Your name and credentials are put under each note you sign. Notes that are already signed do not change.', name: 'Your name', credentials: 'Credentials', clinic: 'Clinic', phone: 'Clinic phone', crisis: 'Crisis line', crisisHint: 'Printed at the foot of handouts' },

  window: {
    title: 'Screen, lock and paper',
    idle: 'Lock after this many minutes without a key or the mouse',
    idleHint: 'From 1 to 30. It cannot be switched off.',
    idleError: 'Enter a whole number from 1 to 30.',
    theme: 'Colours',
    themes: { system: 'Like this computer', light: 'Light', dark: 'Dark' },
    paper: 'Paper for printing',
    papers: { letter: 'US Letter', a4: 'A4' },
    asam: 'ASAM Criteria edition',
    asams: { '3': '3rd edition', '4': '4th edition' },
    week: 'Week begins on',
    languageHints: 'Underline wording in notes and suggest other words',
    languageHintsHint: 'Nothing is changed by itself. Words in quotation marks are the client\'s own and are left alone.',
    weeks: { '1': 'Monday', '7': 'Sunday', '6': 'Saturday' },
  },

  backup: {
    title: 'Backup',
    lead: 'The backup is a full copy of the vault, encrypted with the same passphrase. Keep it on another disk, away from this laptop.',
    now: 'Back up now',
    working: 'Copying the vault, then reading the whole copy back',
    never: 'There is no backup yet.',
    last: (moment: string, records: string) => `Last proven backup: ${moment}, ${records} ${records === '1' ? 'record' : 'records'}.`,
    done: (records: string, size: string, label: string) => `Done and proven: ${records} ${records === '1' ? 'record' : 'records'}, ${size}, in ${label}. The copy was opened again from its disk and every part of it was read.`,
    restore: 'Restore from a backup',
    restoreHint: 'A backup is restored into a new folder. Throughline locks first; the vault you have now is not touched.',
    restoreAct: 'Lock and restore',
  },

  code: {
    title: 'Recovery code',
    lead: 'The code on paper is the only way in without the passphrase. Make a new one when the paper is lost or someone else has seen it. The old code stops working.',
    make: 'Make a new recovery code',
    dialogTitle: 'New recovery code',
    passphrase: 'Your passphrase',
    continue: 'Continue',
    typed: 'Type the new code from your paper',
    mistyped: 'That is not the code above. Compare it with your paper, group by group.',
    finish: 'The paper is right',
    done: 'The new recovery code is in force. Destroy the old paper.',
    warning: 'The old code no longer works. Print this one now: it is shown once.',
  },

  about: {
    title: 'What is protected, and what is not',
    version: (version: string) => `Throughline ${version}`,
    vaultAt: 'Vault',
    protectedTitle: 'Protected',
    protected: [
      'Everything you type is encrypted on the disk before it is shown as saved: names, notes, plans, settings.',
      'A lost or stolen laptop gives away nothing without the passphrase or the recovery code, as long as Throughline is locked or closed.',
      'Any change to a file of the vault from outside is noticed when it is opened.',
      'The window cannot reach any network, and nothing is sent anywhere.',
    ],
    notTitle: 'Not protected',
    not: [
      'While it is unlocked, whoever sits at this laptop can read it. Lock it when you leave the room.',
      'A virus or spyware on this laptop can see what you see and type.',
      'What you print or save as PDF is no longer encrypted.',
      'The computer may write parts of its memory to disk when it sleeps. Switch on full-disk encryption.',
      'If both the passphrase and the recovery code are lost, nobody can open the vault.',
    ],
  },
} as const;
