// The words of the menu and of the system's own dialogs. Refuses names of clients: these texts leave the window.
export const mainText = {
  product: 'Throughline',
  cannotStart: 'Throughline could not start. Your vault was not touched. Start it again; if it goes on, check that its data folder can be written to.',
  /** In place of both names of a client whose card cannot be read. */
  damagedClient: 'Name not readable',
  dialog: {
    chooseVaultFolder: 'Choose where the vault lives',
    openVaultFolder: 'Choose the folder of the vault',
    backupFolder: 'Choose where the backup goes',
    backupToRestore: 'Choose the backup to restore',
    restoreTarget: 'Choose an empty folder for the restored vault',
    savePdf: 'Save the page as a PDF',
    choose: 'Choose this folder',
    save: 'Save',
  },
  textFiles: { templateFile: { name: 'note-template.json', filter: 'Note template', extension: 'json', saveTitle: 'Save the template as a file', openTitle: 'Choose a template file' } },
  pdfNames: { 'my-plan': 'My plan.pdf', 'recovery-code': 'Throughline recovery code.pdf', note: 'Note.pdf' },
} as const;
