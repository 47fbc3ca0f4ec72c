// The words of every command, of the palette and of the sheet of shortcuts. Refuses names of clients: some of
// these stand in the menu of the system.
import { inQuotes } from '../inQuotes.ts';

export const commandsText = {
  menus: { app: 'Throughline', file: 'File', edit: 'Edit', view: 'View', window: 'Window', help: 'Help' },
  groups: { go: 'Go to', client: 'This client', note: 'This note', text: 'Form of the text', app: 'Throughline', edit: 'Clipboard', view: 'Size' },
  labels: {
    palette: 'Find a command, client or note', shortcuts: 'Keyboard shortcuts', search: 'Search everything you wrote',
    newClient: 'Add client', caseload: 'Caseload', unsigned: 'Unsigned notes', templates: 'Note templates', settings: 'Settings', backup: 'Back up now', lock: 'Lock', quit: 'Quit Throughline',
    themeLight: 'Colors: light', themeDark: 'Colors: dark', themeSystem: 'Colors: as the system',
    tabTimeline: 'Timeline', tabNotes: 'Notes', tabPlan: 'Plan', tabMeasures: 'Measures', tabHealth: 'Health', tabRecord: 'Record',
    editClient: 'Edit client details', printPlan: 'Print my plan',
    closeNote: 'Leave this note', noteVersions: 'Earlier versions of this note', printNote: 'Print this note', signNote: 'Review and sign', findInNote: 'Find in this note', changeFormat: 'Change the format', lastNote: 'Last note of this kind', discardDraft: 'Discard draft',
    bold: 'Bold', italic: 'Italic', bulletList: 'List', numberList: 'Numbered list', quote: 'Client’s own words', undo: 'Undo', redo: 'Redo',
    cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all',
    zoomIn: 'Larger', zoomOut: 'Smaller', zoomReset: 'Normal size', fullScreen: 'Full screen', minimise: 'Minimize', hide: 'Hide Throughline',
  },
  /** Other words people look for a command by. */
  words: {
    newClient: 'new client create person', caseload: 'clients list people home', templates: 'own forms edit change kind of note', unsigned: 'drafts waiting signature owed', settings: 'preferences options', backup: 'copy save usb', lock: 'leave away', search: 'find text words',
    theme: 'theme dark light mode colour', shortcuts: 'keys keyboard help', tabMeasures: 'questionnaires scales', tabHealth: 'medication drug tests', tabRecord: 'episodes phases details', tabPlan: 'treatment plan goals', printPlan: 'handout',
    signNote: 'sign lock finish', printNote: 'pdf paper', closeNote: 'back close list', noteVersions: 'history undo restore earlier saves', changeFormat: 'convert soap dap birp', editClient: 'name address emergency contact', quote: 'quotation citation', bulletList: 'bullets', findInNote: 'search', discardDraft: 'delete remove', lastNote: 'previous compare',
  },
  palette: {
    rail: 'Go to',
    title: 'Find a command, client or note', box: 'Command, client or note', placeholder: 'Type a name or what you want to do', results: 'Found',
    clients: 'Clients', notes: 'Recent notes', recent: 'Used last', startNote: 'Start a note', measures: 'Questionnaires', everywhere: 'Everywhere',
    archived: 'archived', draft: 'not signed', ownTemplate: 'your own', kindOfNote: (title: string) => `: ${title}`,
    goToSection: (title: string) => `Go to section: ${title}`, newNote: (title: string) => `New note: ${title}`, measure: (title: string) => `Questionnaire: ${title}`,
    searchFor: (text: string) => `Search everything for ${inQuotes(text)}`,
    nothing: (text: string) => `No command, client or recent note fits ${inQuotes(text)}.`, nothingHint: 'Try the beginning of a name, or two letters of what you want to do, such as “new” or “plan”.',
    counted: (count: number) => (count === 1 ? '1 line' : `${count} lines`), loading: 'Reading names', close: 'Close',
    howTo: 'Up and down choose, Enter opens, Esc closes.',
    /** The second step: a kind of note was chosen where no client is open. */
    forClient: {
      lead: (newNote: string) => `${newNote}. For which client?`, box: 'For which client', placeholder: 'Type the client’s name', born: (day: string) => `born ${day}`,
      active: 'Active clients', someOf: (shown: number, all: number) => `Active clients, ${shown} of ${all}`,
      choose: 'Choose a client first: type a name, or mark one with the down key.',
      nothing: (text: string) => `No active client fits ${inQuotes(text)}.`, nothingHint: 'An archived client must be restored before a note can be begun. Esc goes back.',
      nobody: 'There is no active client yet. Esc goes back; “Add client” makes one.',
      howTo: 'Up and down choose, Enter begins the note, Esc goes back.',
    },
    beginning: 'Beginning the note', notBegun: 'No note was begun.',
  },
  sheet: {
    title: 'Keyboard shortcuts', lead: (keys: string) => `Everything can be done without a mouse. ${keys} finds every command by its name.`, close: 'Close', action: 'What', keys: 'Keys',
    fields: 'Fields of a note', everywhere: 'Lists and pages',
    fieldKeys: [
      { what: 'Next field, field before', keys: ['Tab', 'Shift+Tab'] },
      { what: 'Set a scale from 0 to 10', keys: ['0–9'] },
      { what: 'Raise or lower a scale', keys: ['← →'] },
      { what: 'Choose by the first letter of a word', keys: ['A–Z'] },
      { what: 'Check a choice or line', keys: ['Space'] },
      { what: 'Answer a line of a checklist', keys: ['1–9'] },
      { what: 'Next row of a table, new row after the last', keys: ['Enter'] },
      { what: 'Clear an answer', keys: ['Backspace'] },
      { what: 'Put in a phrase of yours (made in Settings)', keys: ['.name Tab'] },
      { what: 'Section 1 to 9 of the note', keys: ['Alt+1–9'] },
    ],
    everywhereKeys: [
      { what: 'Move within tabs, lists and toolbars', keys: ['← →', '↑ ↓'] },
      { what: 'Open what is marked', keys: ['Enter'] },
      { what: 'Close a dialog or a menu', keys: ['Esc'] },
    ],
  },
} as const;
