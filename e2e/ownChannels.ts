// The app's own channels as its window calls them, for what a spec needs but is not about. Refuses to go past the preload.
import type { Page } from 'playwright-core';

/** Asks one channel and gives its value; throws what it refused with. */
export async function ask(page: Page, noun: string, verb: string, input: unknown): Promise<unknown> {
  return await page.evaluate(async ([n, v, what]) => {
    type Call = (given: unknown) => Promise<{ ok: boolean; value?: unknown }>;
    const answer = await (globalThis as unknown as { api: Record<string, Record<string, Call>> }).api[String(n)]?.[String(v)]?.(what);
    if (answer?.ok !== true) throw new Error(`${String(n)}:${String(v)} refused: ${JSON.stringify(answer)}`);
    return answer.value;
  }, [noun, verb, input] as const);
}
