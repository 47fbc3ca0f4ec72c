// The table of commands: one id, one key, one row; what a key press asks for is what its row says.
import { describe, expect, it } from 'vitest';
import { accelerator, keysLabel, pressed, type KeyPress, type Keys, type Platform } from './commandKeys.ts';
import { COMMAND_GROUPS, commandOfPress, commandTable, MENUS, PLACES } from './commands.ts';

/** The press that types these keys on a US keyboard. */
function pressFor(keys: Keys, platform: Platform): KeyPress {
  const parts = keys.split(/\+(?=.)/);
  const last = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  const code = /^\d$/.test(last) ? `Digit${last}` : /^[A-Z]$/.test(last) ? `Key${last}` : last;
  return { key: /^[A-Z]$/.test(last) && !parts.includes('Shift') ? last.toLowerCase() : last, code, ctrlKey: mod && platform !== 'mac', metaKey: mod && platform === 'mac', shiftKey: parts.includes('Shift') || keys === '?', altKey: parts.includes('Alt') };
}

const every = commandTable.flatMap((command) => [command.keys, command.alsoKeys].flatMap((keys) => (keys === undefined ? [] : [{ id: command.id, keys }])));

describe('the table of commands', () => {
  it('has every id, and every label within its group, once', () => {
    expect(new Set(commandTable.map(({ id }) => id)).size).toBe(commandTable.length);
    expect(new Set(commandTable.map(({ group, label }) => `${group} ${label}`)).size).toBe(commandTable.length);
  });

  it('gives no key to two commands, and none that jumps to a section', () => {
    expect(new Set(every.map(({ keys }) => keys)).size).toBe(every.length);
    expect(every.filter(({ keys }) => /^Alt\+\d$/.test(keys))).toEqual([]);
    // Alt with a letter opens a menu of the window on two of three systems.
    expect(every.filter(({ keys }) => /^Alt\+[A-Z]$/.test(keys))).toEqual([]);
  });

  it.each(['linux', 'windows', 'mac'] as const)('answers each key on %s with its own row, and with no other', (platform) => {
    for (const { id, keys } of every) {
      expect(commandOfPress(pressFor(keys, platform), platform)?.id).toBe(id);
      expect(commandTable.filter((command) => [command.keys, command.alsoKeys].some((one) => one !== undefined && pressed(one, pressFor(keys, platform), platform))).length).toBe(1);
    }
  });

  it('uses every group, place and menu that it declares', () => {
    expect(new Set(commandTable.map(({ group }) => group))).toEqual(new Set(COMMAND_GROUPS));
    expect(new Set(commandTable.map(({ where }) => where))).toEqual(new Set(PLACES));
    expect(new Set(commandTable.flatMap(({ menu }) => menu?.in ?? []))).toEqual(new Set(MENUS));
  });

  it('leaves what the system does to roles of the menu, and nothing else', () => {
    for (const { where, menu } of commandTable) if (where === 'system') expect(menu?.role).toBeDefined();
    for (const { where, menu } of commandTable) if (menu?.role !== undefined) expect(['system', 'text']).toContain(where);
  });
});

describe('keys', () => {
  it('are shown as the platform writes them', () => {
    expect(keysLabel('Mod+Shift+F', 'linux')).toBe('Ctrl+Shift+F');
    expect(keysLabel('Mod+Shift+F', 'windows')).toBe('Ctrl+Shift+F');
    expect(keysLabel('Mod+Shift+F', 'mac')).toBe('⇧⌘F');
    expect(keysLabel('Alt+1', 'mac')).toBe('⌥1');
    expect(keysLabel('Mod++', 'linux')).toBe('Ctrl++');
    expect(keysLabel('Mod++', 'mac')).toBe('⌘+');
    expect(keysLabel('?', 'mac')).toBe('?');
    expect(accelerator('Mod+K')).toBe('CmdOrCtrl+K');
  });

  it('ask for nothing more and nothing less than is held', () => {
    const press = pressFor('Mod+K', 'linux');
    expect(pressed('Mod+K', press, 'linux')).toBe(true);
    for (const more of [{ shiftKey: true }, { altKey: true }, { metaKey: true }, { ctrlKey: false }]) expect(pressed('Mod+K', { ...press, ...more }, 'linux')).toBe(false);
    // On a Mac Ctrl+K cuts to the end of the line.
    expect(pressed('Mod+K', press, 'mac')).toBe(false);
  });

  it('are found by their place where the keyboard types no Latin letters', () => {
    expect(pressed('Mod+K', { ...pressFor('Mod+K', 'linux'), key: 'л' }, 'linux')).toBe(true);
    // A layout that types another Latin letter there means that letter.
    expect(pressed('Mod+K', { ...pressFor('Mod+K', 'linux'), key: 't' }, 'linux')).toBe(false);
  });
});
