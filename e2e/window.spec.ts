// The window as a cage: what a page in it can and cannot do, and what a second start of the app does.
import { firstRunText } from '../shared/text/en/firstRun.ts';
import { expect, test } from './fixtures.ts';
import { startApp } from './app.ts';
import { firstRun } from './journey.ts';
import { FirstRunPage } from './pages/firstRun.ts';
import { FramePage } from './pages/frame.ts';

test('the page has the bridge and nothing more', async ({ app }) => {
  const found = await app.page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown> & { api: Record<string, unknown> };
    const before = world.api['clients'];
    try { world.api['clients'] = null; } catch { /* frozen */ }
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in world),
      frozen: Object.isFrozen(world.api) && Object.values(world.api).every((part) => Object.isFrozen(part)) && world.api['clients'] === before,
      generic: ['invoke', 'send', 'ipcRenderer', 'sendSync'].filter((name) => name in world.api),
    };
  });
  expect(found).toEqual({ node: [], frozen: true, generic: [] });

  // Nor does it ask, as it starts, for what its own policy refuses.
  const said: string[] = [];
  app.page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  await app.page.reload();
  await new FirstRunPage(app.page).button(firstRunText.welcome.start).waitFor();
  expect(said.filter((line) => /^(?:error|warning)|Trusted|Security Policy/i.test(line))).toEqual([]);
});

test('the page cannot run foreign code, open windows, leave, or reach a network', async ({ app }) => {
  const result = await app.page.evaluate(async () => {
    const tried: Record<string, string> = {};
    const attempt = async (name: string, act: () => unknown): Promise<void> => {
      try {
        await act();
        tried[name] = 'allowed';
      } catch (error) {
        tried[name] = (error as Error).name;
      }
    };
    await attempt('fetch', () => fetch('https://example.com/'));
    await attempt('own fetch', () => fetch('/index.html'));
    await attempt('socket', () => new Promise((resolve, reject) => {
      const socket = new WebSocket('wss://example.com/');
      socket.onopen = resolve;
      socket.onerror = () => reject(new DOMException('', 'SocketError'));
    }));
    await attempt('markup', () => { document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'; });
    await attempt('image', () => new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = resolve;
      image.onerror = () => reject(new DOMException('', 'ImageError'));
      image.src = 'https://example.com/pixel.png';
    }));
    const script = document.createElement('script');
    await attempt('script', () => { script.src = 'https://example.com/x.js'; });
    return tried;
  });
  expect(Object.entries(result).filter(([, outcome]) => outcome === 'allowed')).toEqual([]);

  await app.page.evaluate(() => { window.open('https://example.com/'); });
  await app.page.evaluate(() => { window.location.href = 'https://example.com/'; });
  await app.page.evaluate(() => { window.location.href = 'app://other/index.html'; });
  await expect(new FramePage(app.page).page.getByRole('heading').first()).toBeVisible();
  expect(app.host.network()).toEqual([]);
});

test('a second start on the same data shows the first window and leaves', async ({ app }) => {
  await firstRun(app);
  await expect(startApp({ userData: app.userData, home: app.home })).rejects.toThrow(/ended with 0|closed|exited/);
  await expect(new FramePage(app.page).caseloadHeading()).toBeVisible();
});
