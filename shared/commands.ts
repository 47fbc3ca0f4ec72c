// The one table of commands: palette, menu, toolbar, keys and the sheet of shortcuts read these rows. Refuses
// what a command does: the place named by `where` binds that (renderer/data/commands.ts), and a place that forgets
// one of its commands does not compile.
import type { Keys, KeyPress, Platform } from './commandKeys.ts';
import { pressed } from './commandKeys.ts';
import { commandsText } from './text/en/commands.ts';

/**
 * Where a command applies, and with it who performs it: `always` and `client` (a client is open) the frame, `note` (any
 * note is open) the screen of a note, `draft` (a note is being written) the screen of a draft, `editor` (a text can be
 * written) and `text` (the caret is in it) the editor, `main` the main process, `system` the role of that name in the menu.
 */
export const PLACES = ['always', 'client', 'note', 'draft', 'editor', 'text', 'main', 'system'] as const;
export type Place = (typeof PLACES)[number];
export const COMMAND_GROUPS = ['go', 'client', 'note', 'text', 'app', 'edit', 'view'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];
/** `app` is the application's own menu on a Mac; elsewhere its items end the first menu. */
export const MENUS = ['app', 'file', 'edit', 'view', 'window', 'help'] as const;
export type MenuName = (typeof MENUS)[number];
export type MenuRole = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen' | 'minimize' | 'hide';

type Row = {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  readonly where: Place;
  readonly keys?: Keys;
  /** Keys that other systems use for it; listed nowhere. */
  readonly alsoKeys?: Keys;
  /** `part`: items of one part stand between two lines. */
  readonly menu?: { readonly in: MenuName; readonly part: number; readonly role?: MenuRole };
  /** Has a button in the toolbar of the editor. */
  readonly toolbar?: true;
  /** More words to find it by. */
  readonly words?: string;
};

const { labels, words } = commandsText;

export const commands = [
  { id: 'palette', label: labels.palette, group: 'go', where: 'always', keys: 'Mod+K', menu: { in: 'view', part: 0 } },
  { id: 'caseload', label: labels.caseload, group: 'go', where: 'always', menu: { in: 'file', part: 0 }, words: words.caseload },
  { id: 'unsigned', label: labels.unsigned, group: 'go', where: 'always', menu: { in: 'file', part: 0 }, words: words.unsigned },
  { id: 'templates', label: labels.templates, group: 'go', where: 'always', menu: { in: 'file', part: 1 }, words: words.templates },
  { id: 'search', label: labels.search, group: 'go', where: 'always', keys: 'Mod+Shift+F', menu: { in: 'edit', part: 2 }, words: words.search },
  { id: 'newClient', label: labels.newClient, group: 'go', where: 'always', menu: { in: 'file', part: 0 }, words: words.newClient },
  { id: 'settings', label: labels.settings, group: 'go', where: 'always', keys: 'Mod+,', menu: { in: 'file', part: 1 }, words: words.settings },

  { id: 'tabTimeline', label: labels.tabTimeline, group: 'client', where: 'client', keys: 'Mod+1' },
  { id: 'tabNotes', label: labels.tabNotes, group: 'client', where: 'client', keys: 'Mod+2' },
  { id: 'tabPlan', label: labels.tabPlan, group: 'client', where: 'client', keys: 'Mod+3', words: words.tabPlan },
  { id: 'tabMeasures', label: labels.tabMeasures, group: 'client', where: 'client', keys: 'Mod+4', words: words.tabMeasures },
  { id: 'tabHealth', label: labels.tabHealth, group: 'client', where: 'client', keys: 'Mod+5', words: words.tabHealth },
  { id: 'tabRecord', label: labels.tabRecord, group: 'client', where: 'client', keys: 'Mod+6', words: words.tabRecord },
  { id: 'editClient', label: labels.editClient, group: 'client', where: 'client', words: words.editClient },
  { id: 'printPlan', label: labels.printPlan, group: 'client', where: 'client', words: words.printPlan },

  { id: 'closeNote', label: labels.closeNote, group: 'note', where: 'note', words: words.closeNote },
  { id: 'printNote', label: labels.printNote, group: 'note', where: 'note', words: words.printNote },
  { id: 'noteVersions', label: labels.noteVersions, group: 'note', where: 'note', words: words.noteVersions },
  { id: 'signNote', label: labels.signNote, group: 'note', where: 'draft', keys: 'Mod+Enter', words: words.signNote },
  { id: 'changeFormat', label: labels.changeFormat, group: 'note', where: 'draft', words: words.changeFormat },
  { id: 'lastNote', label: labels.lastNote, group: 'note', where: 'draft', words: words.lastNote },
  { id: 'discardDraft', label: labels.discardDraft, group: 'note', where: 'draft', words: words.discardDraft },

  { id: 'bold', label: labels.bold, group: 'text', where: 'text', keys: 'Mod+B', toolbar: true },
  { id: 'italic', label: labels.italic, group: 'text', where: 'text', keys: 'Mod+I', toolbar: true },
  { id: 'bulletList', label: labels.bulletList, group: 'text', where: 'text', keys: 'Mod+Shift+8', toolbar: true, words: words.bulletList },
  { id: 'numberList', label: labels.numberList, group: 'text', where: 'text', keys: 'Mod+Shift+7', toolbar: true },
  { id: 'quote', label: labels.quote, group: 'text', where: 'text', keys: 'Mod+Shift+9', toolbar: true, words: words.quote },
  // Ctrl+Y is redo to people who come from Windows.
  { id: 'undo', label: labels.undo, group: 'text', where: 'text', keys: 'Mod+Z', toolbar: true, menu: { in: 'edit', part: 0, role: 'undo' } },
  { id: 'redo', label: labels.redo, group: 'text', where: 'text', keys: 'Mod+Shift+Z', alsoKeys: 'Mod+Y', toolbar: true, menu: { in: 'edit', part: 0, role: 'redo' } },
  { id: 'findInNote', label: labels.findInNote, group: 'note', where: 'editor', keys: 'Mod+F', toolbar: true, words: words.findInNote },

  { id: 'backup', label: labels.backup, group: 'app', where: 'always', menu: { in: 'file', part: 1 }, words: words.backup },
  { id: 'lock', label: labels.lock, group: 'app', where: 'always', keys: 'Mod+L', menu: { in: 'file', part: 2 }, words: words.lock },
  { id: 'themeLight', label: labels.themeLight, group: 'app', where: 'always', words: words.theme },
  { id: 'themeDark', label: labels.themeDark, group: 'app', where: 'always', words: words.theme },
  { id: 'themeSystem', label: labels.themeSystem, group: 'app', where: 'always', words: words.theme },
  { id: 'shortcuts', label: labels.shortcuts, group: 'app', where: 'always', keys: '?', menu: { in: 'help', part: 0 }, words: words.shortcuts },
  { id: 'quit', label: labels.quit, group: 'app', where: 'main', keys: 'Mod+Q', menu: { in: 'app', part: 2 } },
  { id: 'hide', label: labels.hide, group: 'app', where: 'system', menu: { in: 'app', part: 0, role: 'hide' } },

  { id: 'cut', label: labels.cut, group: 'edit', where: 'system', keys: 'Mod+X', menu: { in: 'edit', part: 1, role: 'cut' } },
  { id: 'copy', label: labels.copy, group: 'edit', where: 'system', keys: 'Mod+C', menu: { in: 'edit', part: 1, role: 'copy' } },
  { id: 'paste', label: labels.paste, group: 'edit', where: 'system', keys: 'Mod+V', menu: { in: 'edit', part: 1, role: 'paste' } },
  { id: 'selectAll', label: labels.selectAll, group: 'edit', where: 'system', keys: 'Mod+A', menu: { in: 'edit', part: 1, role: 'selectAll' } },
  { id: 'zoomIn', label: labels.zoomIn, group: 'view', where: 'system', keys: 'Mod++', menu: { in: 'view', part: 1, role: 'zoomIn' } },
  { id: 'zoomOut', label: labels.zoomOut, group: 'view', where: 'system', keys: 'Mod+-', menu: { in: 'view', part: 1, role: 'zoomOut' } },
  { id: 'zoomReset', label: labels.zoomReset, group: 'view', where: 'system', keys: 'Mod+0', menu: { in: 'view', part: 1, role: 'resetZoom' } },
  { id: 'fullScreen', label: labels.fullScreen, group: 'view', where: 'system', menu: { in: 'view', part: 2, role: 'togglefullscreen' } },
  { id: 'minimise', label: labels.minimise, group: 'view', where: 'system', menu: { in: 'window', part: 0, role: 'minimize' } },
] as const satisfies readonly Row[];

export type CommandId = (typeof commands)[number]['id'];
/** The commands that one place performs. */
export type CommandsOf<P extends Place> = Extract<(typeof commands)[number], { where: P }>['id'];
export type ToolbarId = Extract<(typeof commands)[number], { toolbar: true }>['id'];
export type Command = Row & { readonly id: CommandId };

/** The rows as plain commands, in the order in which they are shown. */
export const commandTable: readonly Command[] = commands;

/** The row of a command. */
export function commandOf(id: CommandId): Command {
  return commandTable.find((command) => command.id === id) ?? commands[0];
}

/** The command that a key press asks for, if any. */
export function commandOfPress(press: KeyPress, platform: Platform): Command | undefined {
  return commandTable.find(({ keys, alsoKeys }) => (keys !== undefined && pressed(keys, press, platform)) || (alsoKeys !== undefined && pressed(alsoKeys, press, platform)));
}
