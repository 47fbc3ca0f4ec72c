// Menus: keeps the application menu and answers its key combinations, which Electron's own menu would
// do. Refuses roles it does not know.
import { notImplemented } from './control.ts';
import type { MenuItemConstructorOptions } from 'electron';
import { refuseUnknown } from './refuse.ts';

/** Roles that Chromium performs by itself, or that have no effect in a tab. */
const NATIVE_ROLES = ['undo', 'redo', 'cut', 'copy', 'paste', 'pasteandmatchstyle', 'delete', 'selectall', 'about', 'services', 'hide', 'hideothers', 'unhide', 'minimize', 'zoom', 'front', 'window', 'help',
  'togglefullscreen', 'close', 'quit', 'editmenu', 'windowmenu', 'appmenu', 'filemenu', 'resetzoom', 'zoomin', 'zoomout'];

type Item = MenuItemConstructorOptions;

export class HostMenuItem {
  readonly options: Item;
  readonly submenu: HostMenu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly label: string;
  readonly id: string | undefined;

  constructor(options: Item) {
    const role = options.role?.toLowerCase();
    if (role !== undefined && !NATIVE_ROLES.includes(role)) throw notImplemented(`menu role "${role}" is not implemented`);
    this.options = options;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.label = options.label ?? '';
    this.id = options.id;
    this.submenu = Array.isArray(options.submenu) ? HostMenu.buildFromTemplate(options.submenu) : options.submenu as HostMenu | undefined;
  }
}

let applicationMenu: HostMenu | null = null;
let lastPopup: HostMenu | null = null;

function showPopup(menu: HostMenu): void {
  lastPopup = menu;
}

/** The context menu that was shown last. */
export function shownPopup(): HostMenu | null {
  return lastPopup;
}

export class HostMenu {
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: (Item | HostMenuItem)[]): HostMenu {
    const menu = new HostMenu();
    for (const item of template) menu.append(item instanceof HostMenuItem ? item : new HostMenuItem(item));
    return menu;
  }

  static setApplicationMenu(menu: HostMenu | null): void { applicationMenu = menu; }
  static getApplicationMenu(): HostMenu | null { return applicationMenu; }

  append(item: HostMenuItem): void { this.items.push(item); }
  getMenuItemById(id: string): HostMenuItem | null { return this.all().find((item) => item.id === id) ?? null; }
  popup(): void { showPopup(this); }
  closePopup(): void { /* nothing is open */ }
  all(): HostMenuItem[] { return this.items.flatMap((item) => [item, ...item.submenu?.all() ?? []]); }
}

function normal(accelerator: string): string {
  const mac = process.platform === 'darwin';
  const parts = accelerator.toLowerCase().split('+').map((part) => {
    if (part === 'cmdorctrl' || part === 'commandorcontrol') return mac ? 'meta' : 'ctrl';
    return { control: 'ctrl', cmd: 'meta', command: 'meta', super: 'meta', option: 'alt', plus: '+' }[part] ?? part;
  });
  const order = ['ctrl', 'meta', 'alt', 'shift'];
  return [...order.filter((part) => parts.includes(part)), ...parts.filter((part) => !order.includes(part))].join('+');
}

/** Presses the menu item that belongs to a combination of keys, if there is one. */
export function answerMenuKeys(keys: string): void {
  const item = applicationMenu?.all().find((one) => one.options.accelerator !== undefined && one.options.accelerator !== null && normal(String(one.options.accelerator)) === keys);
  if (item === undefined || !item.enabled || !item.visible) return;
  item.options.click?.(item as never, undefined, {} as never);
}

export const Menu = refuseUnknown(HostMenu, 'Menu');
export const MenuItem = HostMenuItem;
