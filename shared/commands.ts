// The commands that the menu of the main process sends to the window as the detail of `command:run`.
// Refuses anything that needs an argument.
export const COMMANDS = ['undo', 'redo', 'print', 'newClient', 'caseload', 'settings', 'backup'] as const;
export type Command = (typeof COMMANDS)[number];

/** True for a command of the list. */
export function isCommand(text: string): text is Command {
  return (COMMANDS as readonly string[]).includes(text);
}
