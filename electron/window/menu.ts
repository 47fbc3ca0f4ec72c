// The application menu, built from the table of commands, so that nothing reloads the page or opens developer
// tools. Refuses anything that names a client.
import type { MenuItemConstructorOptions } from 'electron';
import { accelerator } from '../../shared/commandKeys.ts';
import { commandTable, MENUS, type Command, type CommandId, type MenuName } from '../../shared/commands.ts';
import { commandsText } from '../../shared/text/en/commands.ts';

export type MenuActions = { readonly run: (command: CommandId) => void; readonly lock: () => void; readonly quit: () => void };

const LINE: MenuItemConstructorOptions = { type: 'separator' };

// On its own menu only where the system has one; elsewhere the first menu ends with it.
function placeOf({ menu }: Command, isMac: boolean): MenuName | undefined {
  if (menu?.in !== 'app' || isMac) return menu?.in;
  return menu.role === undefined ? 'file' : undefined;
}

function itemOf({ id, label, keys, menu }: Command, actions: MenuActions): MenuItemConstructorOptions {
  const role = menu?.role;
  // The page hears the keys first, so that the editor's own history answers them; the roles serve plain fields.
  if (role === 'undo' || role === 'redo') return { label, role, registerAccelerator: false, ...(keys === undefined ? {} : { accelerator: accelerator(keys) }) };
  if (role !== undefined) return { label, role };
  // A sign without Ctrl belongs to the page: in a box it is a letter.
  const key = keys === undefined || keys === '?' ? {} : { accelerator: accelerator(keys) };
  return { label, ...key, click: id === 'lock' ? actions.lock : id === 'quit' ? actions.quit : () => actions.run(id) };
}

function itemsOf(menu: MenuName, isMac: boolean, actions: MenuActions): MenuItemConstructorOptions[] {
  const rows = commandTable.filter((command) => placeOf(command, isMac) === menu);
  const parts = [...new Set(rows.map((command) => command.menu?.part ?? 0))].toSorted((a, b) => a - b);
  return parts.flatMap((part, index) => [...(index > 0 ? [LINE] : []), ...rows.filter((command) => command.menu?.part === part).map((command) => itemOf(command, actions))]);
}

/** The template for `Menu.buildFromTemplate`. */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  return MENUS.flatMap((menu) => {
    const items = itemsOf(menu, isMac, actions);
    return items.length > 0 ? [{ label: commandsText.menus[menu], submenu: items }] : [];
  });
}
