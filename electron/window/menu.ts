// The application menu: our own, so that nothing reloads the page or opens developer tools. Refuses
// anything that names a client.
import type { MenuItemConstructorOptions } from 'electron';
import type { Command } from '../../shared/commands.ts';
import { mainText } from '../../shared/text/en/main.ts';

export type MenuActions = { readonly run: (command: Command) => void; readonly lock: () => void; readonly quit: () => void };

/** The template for `Menu.buildFromTemplate`. */
export function menuTemplate(platform: NodeJS.Platform, actions: MenuActions): MenuItemConstructorOptions[] {
  const { menu } = mainText;
  const command = (label: string, name: Command, accelerator?: string): MenuItemConstructorOptions => ({ label, click: () => actions.run(name), ...(accelerator === undefined ? {} : { accelerator }) });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const quit: MenuItemConstructorOptions = { label: menu.quit, accelerator: 'CmdOrCtrl+Q', click: actions.quit };
  const lock: MenuItemConstructorOptions = { label: menu.lock, accelerator: 'CmdOrCtrl+L', click: actions.lock };
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [{ label: mainText.product, submenu: [{ label: menu.hide, role: 'hide' as const }, line, quit] }] : []),
    { label: menu.file, submenu: [
      command(menu.newClient, 'newClient'), command(menu.caseload, 'caseload'), line, command(menu.backup, 'backup'), command(menu.settings, 'settings', 'CmdOrCtrl+,'), line, lock,
      ...(isMac ? [] : [quit]),
    ] },
    { label: menu.edit, submenu: [
      // The page hears the keys first, so that the editor's own history answers them; the roles serve plain fields.
      { label: menu.undo, role: 'undo', registerAccelerator: false }, { label: menu.redo, role: 'redo', registerAccelerator: false },
      line, { label: menu.cut, role: 'cut' }, { label: menu.copy, role: 'copy' }, { label: menu.paste, role: 'paste' }, { label: menu.selectAll, role: 'selectAll' },
    ] },
    { label: menu.view, submenu: [{ label: menu.zoomIn, role: 'zoomIn' }, { label: menu.zoomOut, role: 'zoomOut' }, { label: menu.zoomReset, role: 'resetZoom' }, line, { label: menu.fullScreen, role: 'togglefullscreen' }] },
    { label: menu.window, submenu: [{ label: menu.minimise, role: 'minimize' }] },
  ];
}
