// The rules that can be read without a browser: flags, switches, session answers, network of the main process.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { App, Protocol, Session } from 'electron';
import { hardenBeforeReady, hardenSession, hasDebugFlag } from './hardening.ts';
import { createLog } from './log.ts';
import { chooseUserData, makeSessionFolder } from './paths.ts';

describe('flags', () => {
  it.each(['--remote-debugging-port=9222', '--remote-debugging-pipe', '--inspect', '--inspect-brk=0', '--no-sandbox', '--js-flags=--expose-gc', '--disable-web-security', '--load-extension=/x'])('%s is a reason not to start', (flag) => {
    expect(hasDebugFlag(['throughline', flag])).toBe(true);
  });

  it('leaves ordinary ones alone', () => {
    expect(hasDebugFlag(['throughline', '--user-data-dir=/tmp/x', '--inspector', '--lang=de'])).toBe(false);
  });
});

describe('switches', () => {
  it('keep the features that were switched off before', () => {
    const switches = new Map([['disable-features', 'Before,Other']]);
    let schemes: unknown;
    const commandLine = { appendSwitch: (name: string, value = '') => { switches.set(name, value); }, getSwitchValue: (name: string) => switches.get(name) ?? '' };
    let sandboxed = false;
    hardenBeforeReady({ commandLine, enableSandbox: () => { sandboxed = true; } } as unknown as App, { registerSchemesAsPrivileged: (list: unknown) => { schemes = list; } } as unknown as Protocol);
    expect(sandboxed).toBe(true);
    expect(switches.get('disable-features')).toMatch(/^Before,Other,/);
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });
});

describe('the session', () => {
  it('allows no permission, no download and no request that leaves the app', async () => {
    const rules: Record<string, (...args: unknown[]) => unknown> = {};
    const set = (name: string) => (...args: unknown[]) => { rules[name] = args.at(-1) as never; };
    const values: Record<string, unknown> = {};
    const note = (name: string) => (value: unknown) => { values[name] = value; };
    const session = {
      protocol: { handle: set('protocol') }, setPermissionRequestHandler: set('request'), setPermissionCheckHandler: set('check'), setDevicePermissionHandler: set('device'), setDisplayMediaRequestHandler: set('media'),
      on: set('download'), webRequest: { onBeforeRequest: set('before') }, setSpellCheckerEnabled: note('spell'), setSpellCheckerDictionaryDownloadURL: note('dictionary'), setProxy: async (value: unknown) => { values['proxy'] = value; },
    };
    await hardenSession(session as unknown as Session, async () => new Response(null), null);
    const allowed: unknown[] = [];
    rules['request']?.(null, 'media', (answer: unknown) => allowed.push(answer));
    expect([...allowed, rules['check']?.(), rules['device']?.()]).toEqual([false, false, false]);
    let prevented = false;
    rules['download']?.({ preventDefault: () => { prevented = true; } });
    expect(prevented).toBe(true);
    const cancelled = (url: string): unknown => {
      let answer: unknown;
      rules['before']?.({ url }, (decision: { cancel: boolean }) => { answer = decision.cancel; });
      return answer;
    };
    for (const url of ['https://a.example/', 'http://127.0.0.1/', 'ws://x/', 'file:///etc/passwd', 'ftp://x/', 'not a url']) expect([url, cancelled(url)]).toEqual([url, true]);
    for (const url of ['app://bundle/index.html', 'blob:app://bundle/1', 'data:image/png;base64,AA']) expect([url, cancelled(url)]).toEqual([url, false]);
    expect(values).toMatchObject({ spell: false, dictionary: 'https://dictionary.invalid/', proxy: { mode: 'fixed_servers' } });
  });
});

describe('the network of the main process', () => {
  it('is gone for every module that could reach it', () => {
    // In a process of its own: the block cannot be taken back.
    const script = `
      const { blockMainNetwork } = await import(${JSON.stringify(new URL('hardening.ts', import.meta.url).href)});
      const tries = { http: async () => (await import('node:http')).get('http://127.0.0.1:1/'), https: async () => (await import('node:https')).get('https://127.0.0.1:1/'), net: async () => (await import('node:net')).connect(1, '127.0.0.1'),
        tls: async () => (await import('node:tls')).connect(1, '127.0.0.1'), listen: async () => (await import('node:net')).createServer().listen(0), dgram: async () => (await import('node:dgram')).createSocket('udp4').send('x', 1, '127.0.0.1'),
        fetch: () => fetch('http://127.0.0.1:8123/'), lookup: async () => (await import('node:dns')).lookup('localhost', () => undefined) };
      blockMainNetwork();
      for (const [name, attempt] of Object.entries(tries)) {
        const message = await attempt().then(() => 'went through', (error) => String(error.cause?.message ?? error.message));
        console.log(name + ': ' + message);
      }
      process.exit(0);`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(stdout.trim().split('\n').map((line) => line.replace(/: .*no network$/, ': refused'))).toEqual(['http', 'https', 'net', 'tls', 'listen', 'dgram', 'fetch', 'lookup'].map((name) => `${name}: refused`));
  });
});

describe('where data lives', () => {
  const app = (over: { packaged?: boolean; switched?: boolean }) => {
    const paths = new Map([['appData', '/data']]);
    return { paths, isPackaged: over.packaged === true, commandLine: { hasSwitch: () => over.switched === true }, getPath: (name: string) => paths.get(name) ?? '', setPath: (name: string, path: string) => { paths.set(name, path); } } as unknown as App & { paths: Map<string, string> };
  };

  it('is the real folder for the installed app only', () => {
    const [installed, fromSource, underTest] = [app({ packaged: true }), app({}), app({ switched: true })];
    for (const one of [installed, fromSource, underTest]) chooseUserData(one);
    expect(installed.paths.has('userData')).toBe(false);
    expect(fromSource.paths.get('userData')).toBe(join('/data', 'Throughline from source'));
    expect(underTest.paths.has('userData')).toBe(false);
  });

  it('is a folder of this run for the browser, gone afterwards', () => {
    const lines: string[] = [];
    const { folder, wipe } = makeSessionFolder(createLog((line) => lines.push(line), () => 0));
    expect(dirname(folder)).toBe(tmpdir());
    expect(basename(folder)).toMatch(new RegExp(`^throughline-session-${process.pid}-`));
    wipe();
    expect(() => mkdtempSync(join(folder, 'x'))).toThrow(/ENOENT/);
    expect(lines).toEqual([]);
  });
});

describe('the log', () => {
  it('writes codes, channels, ids and counts, and withholds everything else', () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), () => 0);
    log('INTERNAL', { channel: 'notes:sign', error: 'TypeError', count: 3, id: 'a'.repeat(26), at: 'header.risk.suicide.level' });
    log('INTERNAL', { name: 'Marisol Quintero', text: 'she said', path: '/home/ana', mail: 'a@b.c', accent: 'Zoë' });
    log('she said', {});
    expect(lines[0]).toBe(`1970-01-01T00:00:00.000Z INTERNAL channel=notes:sign error=TypeError count=3 id=${'a'.repeat(26)} at=header.risk.suicide.level`);
    expect(lines.slice(1).join('\n')).not.toMatch(/Marisol|she|ana|@|Zo/);
  });
});
