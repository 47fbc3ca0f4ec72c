// The window's own channels, called from outside, for what a test needs to be there before its own point.
import type { Page } from 'playwright-core';
import type { DemoCall } from '../shared/demoSeed.ts';
import type { ErrorCode } from '../shared/errors.ts';

type Envelope = { ok: true; value: unknown } | { ok: false; code: ErrorCode };
type Bridge = Record<string, Record<string, (input: unknown) => Promise<Envelope>>>;

/** Calls the window's own bridge, as the screens do; waits where it is asked to slow down. */
export function callIn(page: Page): DemoCall {
  async function once(channel: string, input: unknown): Promise<Envelope> {
    const [noun = '', verb = ''] = channel.split(':');
    return page.evaluate(async ([n, v, value]) => {
      const call = (globalThis as unknown as { api: Bridge }).api[n as string]?.[v as string];
      if (call === undefined) throw new Error('no such call');
      return call(value);
    }, [noun, verb, input] as const);
  }
  return async (channel, input) => {
    for (;;) {
      const answer = await once(channel, input);
      // The answer was checked against the contract of the channel before it left the main process.
      if (answer.ok) return answer.value as never;
      if (answer.code !== 'RATE_LIMITED') throw new Error(`${channel} was refused: ${answer.code}`);
      await page.waitForTimeout(200);
    }
  };
}
