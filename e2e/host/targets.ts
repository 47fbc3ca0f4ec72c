// Chromium tabs for windows: takes them, gives them back, and hands over those that a page opened by
// itself. Keeps one tab alive, because Chromium ends with its last one.
import { appEvents } from './appEvents.ts';
import { CdpError } from './cdp.ts';
import { browser } from './ready.ts';

const inUse = new Set<string>();
let watching = false;
let turn: Promise<unknown> = Promise.resolve();

function watch(): void {
  if (watching) return;
  watching = true;
  const root = browser().session('');
  root.listen('Target.targetCreated', (params) => {
    const info = params['targetInfo'] as { targetId: string; type: string; openerId?: string; url: string };
    if (info.type === 'page' && info.openerId !== undefined && inUse.has(info.openerId)) appEvents.emit('popup', info.openerId, info.targetId, info.url);
  });
  root.listen('Target.targetDestroyed', (params) => appEvents.emit('target-gone', String(params['targetId'])));
  void root.send('Target.setDiscoverTargets', { discover: true });
}

async function pages(): Promise<{ targetId: string; url: string }[]> {
  const { targetInfos } = await browser().session('').send('Target.getTargets') as { targetInfos: { targetId: string; type: string; url: string }[] };
  return targetInfos.filter((info) => info.type === 'page');
}

async function newTab(): Promise<string> {
  return String((await browser().session('').send('Target.createTarget', { url: 'about:blank' }))['targetId']);
}

/** A tab for a new window: an empty one that nobody uses, or a new one. One caller at a time. */
export function takeTarget(): Promise<string> {
  watch();
  const mine = turn.then(async () => {
    const free = (await pages()).find((info) => info.url === 'about:blank' && !inUse.has(info.targetId));
    const targetId = free?.targetId ?? await newTab();
    inUse.add(targetId);
    return targetId;
  });
  turn = mine.catch(() => undefined);
  return mine;
}

/** Closes a window's tab; the browser keeps an empty one. */
export async function freeTarget(targetId: string): Promise<void> {
  try {
    if ((await pages()).length === 1) await newTab();
    await browser().session('').send('Target.closeTarget', { targetId });
  } catch (error) {
    // The tab or the browser is already gone, which is what was wanted.
    if (!(error instanceof CdpError)) throw error;
  }
  inUse.delete(targetId);
}
