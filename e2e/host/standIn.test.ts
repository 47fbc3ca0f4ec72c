// Proves the stand-in on a tiny app of its own: what it must carry, and what it must refuse.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCodec } from './codec.ts';
import { launchStandIn, projectRoot, type StandIn } from './launch.ts';

type Api = { call: (channel: string, ...args: unknown[]) => Promise<unknown>; refused: string; nested: { list: number[] }; get: unknown };
type Win = { api: Api; ready: Promise<string>; news?: unknown; inlineRan?: boolean; require?: unknown; process?: unknown };

const codec = makeCodec();
let userData = '';
let host: StandIn;
let browser: Browser;
let page: Page;

async function call(channel: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(([name, values]) => (window as unknown as Win).api.call(name as string, ...values as unknown[]).catch((error: Error) => ({ refused: error.message })), [channel, args] as const);
}

beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'throughline-host-'));
  host = await launchStandIn({ userData, main: join(projectRoot, 'e2e', 'host', 'fixture', 'main.mjs') });
  await host.window();
  browser = await chromium.connectOverCDP(host.endpoint);
  const found = browser.contexts().flatMap((context) => context.pages()).find((one) => one.url().startsWith('https://bundle.app.local/'));
  if (found === undefined) throw new Error(`no page: ${host.logs.join('')}`);
  page = found;
});

afterAll(async () => {
  await browser.close();
  await host.kill();
  rmSync(userData, { recursive: true, force: true });
});

describe('the stand-in carries', () => {
  it('serves the page from the app handler with its own policy', async () => {
    expect(await page.evaluate(() => (window as unknown as Win).ready)).toBe('ready');
    expect(await call('seen')).toContain('app://bundle/index.html');
    expect(await page.evaluate(() => (window as unknown as Win).inlineRan)).toBeUndefined();
  });

  it('clones typed values both ways', async () => {
    const same = await page.evaluate(async () => {
      const value = { bytes: new Uint8Array([1, 255]), at: new Date(7), none: undefined, big: 3n, map: new Map([['a', 1]]), minus: -0 };
      const back = await (window as unknown as Win).api.call('echo', value) as typeof value;
      return [back.bytes instanceof Uint8Array && back.bytes[1] === 255, back.at.getTime() === 7, 'none' in back, back.big === 3n, back.map.get('a') === 1, Object.is(back.minus, -0)];
    });
    expect(same).toEqual([true, true, true, true, true, true]);
  });

  it('delivers the frame a call came from', async () => {
    expect(await call('frame')).toEqual({ url: 'app://bundle/index.html', parent: null, same: true, id: 1 });
  });

  it('lets the harness call as another frame, or none', async () => {
    expect(codec.decode((await host.ask({ op: 'raw', channel: 'frame', args: codec.encode([]), frame: 'null' })).value ?? '')).toMatchObject({ url: null, same: false });
    expect(codec.decode((await host.ask({ op: 'raw', channel: 'frame', args: codec.encode([]), frame: 'other' })).value ?? '')).toMatchObject({ url: 'https://evil.example/' });
  });

  it('answers menu keys, power events and the clipboard', async () => {
    await page.getByLabel('Text').press('Control+l');
    await page.waitForFunction(() => (window as unknown as { news?: { locked?: Date } }).news?.locked instanceof Date);
    host.send({ op: 'power', event: 'suspend' });
    await page.waitForFunction(() => (window as unknown as { news?: { suspended?: boolean } }).news?.suspended === true);
    await call('copy', 'naloxone');
    expect(await host.ask({ op: 'clipboard' })).toMatchObject({ value: '"naloxone"' });
  });

  it('prints to a PDF and answers a prepared dialog', async () => {
    expect(await call('pdf')).toEqual([...Buffer.from('%PDF-')]);
    host.send({ op: 'dialog', kind: 'save', answer: '/somewhere/plan.pdf' });
    expect(await call('ask')).toEqual({ canceled: false, filePath: '/somewhere/plan.pdf' });
  });
});

describe('the stand-in refuses', () => {
  it('what Electron refuses before ready', async () => {
    const early = await call('early') as Record<string, string>;
    expect(early['session']).toContain('when app is ready');
    expect(early['window']).toContain('before app is ready');
    expect(early['dialog']).toContain('after app is ready');
  });

  it('an unknown module in the preload, a change of the bridge, a way to Node', async () => {
    const found = await page.evaluate(() => {
      const world = window as unknown as Win;
      try { (world.api as { get: unknown }).get = null; } catch { /* strict mode throws, sloppy mode ignores */ }
      try { world.api.nested.list.push(3); } catch { /* frozen */ }
      return { refused: world.api.refused, kept: typeof world.api.get, list: world.api.nested.list.length, require: typeof world.require, process: typeof world.process };
    });
    expect(found).toEqual({ refused: 'module not found: fs', kept: 'function', list: 2, require: 'undefined', process: 'undefined' });
  });

  it('uncloneable arguments and results, a second handler, a missing channel', async () => {
    expect(await page.evaluate(async () => {
      // The bridge itself throws, before anything is sent.
      try { return await (window as unknown as Win).api.call('echo', { symbol: Symbol('x') }); } catch (error) { return (error as Error).message; }
    })).toContain('could not be cloned');
    expect(await call('uncloneable')).toMatchObject({ refused: expect.stringContaining('could not be cloned') as string });
    expect(await call('second')).toMatchObject({ refused: expect.stringContaining("second handler for 'echo'") as string });
    expect(await call('nowhere')).toMatchObject({ refused: expect.stringContaining("No handler registered for 'nowhere'") as string });
    expect(await call('fails')).toMatchObject({ refused: "Error invoking remote method 'fails': TypeError: no such thing" });
  });

  it('members, events and dialogs that nobody provided', async () => {
    expect(await call('unknown')).toMatchObject({ refused: expect.stringContaining('app.getFileIcon is not implemented') as string });
    expect(await call('unknownEvent')).toMatchObject({ refused: expect.stringContaining('no event "befor-quit"') as string });
    expect(await call('ask')).toMatchObject({ refused: expect.stringContaining('no answer ready') as string });
  });

  it('the network, a navigation, a new window', async () => {
    await expect.poll(() => host.network).toContain('https://tracker.example/x.png');
    await page.evaluate(() => { window.location.href = 'https://evil.example/'; });
    const opened = await page.evaluate(() => window.open('https://evil.example/') !== null);
    expect(page.url()).toBe('https://bundle.app.local/index.html');
    await expect.poll(() => browser.contexts().flatMap((context) => context.pages()).length, { message: `popup ${String(opened)} is closed` }).toBe(1);
  });
});

describe('the end of the app', () => {
  it('waits for a before-quit that saves, then frees the browser', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-host-'));
    const second = await launchStandIn({ userData: folder, main: join(projectRoot, 'e2e', 'host', 'fixture', 'main.mjs') });
    await second.window();
    await second.close();
    expect(await second.exited).toBe(0);
    expect(readFileSync(join(folder, 'saved.txt'), 'utf8')).toBe('saved before quitting');
    expect(() => process.kill(second.browser.process.pid ?? 0, 0)).toThrow();
    rmSync(folder, { recursive: true, force: true });
  });

  it('can be killed at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-host-'));
    const second = await launchStandIn({ userData: folder, main: join(projectRoot, 'e2e', 'host', 'fixture', 'main.mjs') });
    await second.kill();
    expect(second.child.signalCode).toBe('SIGKILL');
    expect(() => process.kill(second.browser.process.pid ?? 0, 0)).toThrow();
    rmSync(folder, { recursive: true, force: true });
  });
});
