// The commands that the menu of the main process sends to the window as the detail of `command:run`.
// Refuses anything that needs an argument.
export const COMMANDS = ['newClient', 'caseload', 'settings', 'backup'] as const;
export type Command = (typeof COMMANDS)[number];
