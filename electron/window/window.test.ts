// The parts of the window that need no window: files of the app, idle lock, menu.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accelerator, keysLabel } from '../../shared/commandKeys.ts';
import { commandTable } from '../../shared/commands.ts';
import { tempFolder } from '../vault/keysTestKit.ts';
import { CONTENT_SECURITY_POLICY, createAppFileHandler, listAppFiles } from './appFiles.ts';
import { createAutoLock } from './autoLock.ts';
import { menuTemplate } from './menu.ts';

describe('the files of the app', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'out', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(folder, 'out', 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'out', 'assets', 'index-1.js'), 'script');
  writeFileSync(join(folder, 'out', 'index.js.map'), '{}');
  symlinkSync(join(folder, 'secret.js'), join(folder, 'out', 'link.js'));
  const handler = createAppFileHandler(listAppFiles(join(folder, 'out')));
  const ask = (url: string, init?: RequestInit): Promise<Response> => handler(new Request(url, init));

  it('are served with the policy on every answer', async () => {
    const page = await ask('app://bundle/index.html');
    expect(await page.text()).toBe('<p>page</p>');
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect((await ask('app://bundle/assets/index-1.js?v=1')).status).toBe(200);
    for (const response of [page, await ask('app://bundle/none')]) {
      expect(response.headers.get('Content-Security-Policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
  });

  it('have the policy of SECURITY 2.3, with nothing inline and nothing evaluated', () => {
    expect(CONTENT_SECURITY_POLICY).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; worker-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
  });

  it.each([
    ['app://bundle/../secret.js', 404], ['app://bundle/%2e%2e/secret.js', 404], ['app://bundle/..%2fsecret.js', 404], ['app://bundle/..%5csecret.js', 404], ['app://bundle/link.js', 404], ['app://bundle/index.js.map', 404],
    ['app://bundle/', 404], ['app://bundle/assets', 404], ['app://bundle/index.html%00.js', 404], ['app://bundle//index.html', 404], ['app://other/index.html', 403], ['https://bundle/index.html', 403],
  ])('are all there is: %s is refused', async (url, status) => {
    expect((await ask(url)).status).toBe(status);
  });

  it('are read only', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) expect((await ask('app://bundle/index.html', { method })).status).toBe(405);
  });
});

describe('the idle lock', () => {
  function watch(over: { idleMinutes?: number; systemIdle?: () => number } = {}) {
    let now = 0;
    let open = true;
    let locked = 0;
    let check = (): void => undefined;
    const lock = createAutoLock({
      monotonicMs: () => now, systemIdleSeconds: over.systemIdle ?? (() => 0), idleMinutes: () => over.idleMinutes ?? 5, isOpen: () => open,
      lock: () => { locked += 1; open = false; }, every: (work) => { check = work; return () => undefined; },
    });
    const pass = (ms: number): void => {
      for (let at = 0; at < ms; at += 1000) { now += 1000; check(); }
    };
    return { lock, pass, locked: () => locked, open: () => { open = true; } };
  }

  it('locks after the set minutes without activity, and not before', () => {
    const { pass, locked } = watch();
    pass(299_000);
    expect(locked()).toBe(0);
    pass(2000);
    expect(locked()).toBe(1);
  });

  it('begins again with every activity', () => {
    const { lock, pass, locked } = watch();
    for (let minute = 0; minute < 20; minute += 1) { pass(60_000); lock.activity(); }
    expect(locked()).toBe(0);
    pass(301_000);
    expect(locked()).toBe(1);
  });

  it('does not count the time before the vault was opened', () => {
    let idle = 100_000;
    const { pass, locked, open } = watch({ systemIdle: () => (idle += 1) });
    pass(299_000);
    expect(locked()).toBe(0);
    pass(3000);
    expect(locked()).toBe(1);
    pass(3_000_000);
    open();
    pass(299_000);
    expect(locked()).toBe(1);
  });

  it('locks at once when the system says that nobody was there, as after a sleep that nobody announced', () => {
    let idle = 0;
    const { pass, locked } = watch({ systemIdle: () => idle });
    pass(1000);
    idle = 301;
    pass(1000);
    expect(locked()).toBe(1);
  });

  it('is not held open by a page that claims activity while nobody touches the computer', () => {
    let idle = 0;
    const { lock, pass, locked } = watch({ systemIdle: () => idle });
    for (let second = 0; second < 305 && locked() === 0; second += 1) { idle += 1; lock.activity(); pass(1000); }
    expect(locked()).toBe(1);
  });

  it('follows the setting', () => {
    const { pass, locked } = watch({ idleMinutes: 1 });
    pass(61_000);
    expect(locked()).toBe(1);
  });
});

describe('the menu', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('on %s locks, quits, and can neither reload the page nor open tools', (platform) => {
    const done: string[] = [];
    const template = menuTemplate(platform, { run: (command) => done.push(command), lock: () => done.push('lock'), quit: () => done.push('quit') });
    const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
    const roles = items.map((item) => String(item.role ?? '').toLowerCase());
    for (const role of ['reload', 'forcereload', 'toggledevtools', 'recentdocuments', 'sharemenu']) expect(roles).not.toContain(role);
    for (const item of items) if (item.click !== undefined) Reflect.apply(item.click, undefined, []);
    const rows = commandTable.filter((command) => command.menu !== undefined && (platform === 'darwin' || command.id !== 'hide'));
    expect(done.toSorted()).toEqual(rows.filter((command) => command.menu?.role === undefined).map((command) => command.id).toSorted());
    // Nothing stands in the menu that is not in the table, under its own words and keys.
    expect(items.filter((item) => item.type !== 'separator').map((item) => item.label).toSorted()).toEqual(rows.map((command) => command.label).toSorted());
    for (const item of items.filter((one) => one.accelerator !== undefined)) expect(rows.find((command) => command.label === item.label)?.keys).toSatisfy((keys: Parameters<typeof accelerator>[0] | undefined) => keys !== undefined && accelerator(keys) === item.accelerator && keysLabel(keys, 'linux') !== '');
    expect(items.find((item) => item.accelerator === 'CmdOrCtrl+L')?.label).toBe('Lock');
    expect(items.every((item) => item.type === 'separator' || (item.label ?? '') !== '')).toBe(true);
  });
});
