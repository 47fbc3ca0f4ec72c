// The main job from an empty folder to a printed plan, with every screen on the way held against the
// accessibility rules in light and dark, and the printed page read back.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from './fixtures.ts';
import { readPdf } from './pdf.ts';
import { type TourFacts, TOUR_STEPS } from './tourSteps.ts';

/** Breaches of WCAG 2.2 AA on what is shown now, short enough to read. In the dark only colours can differ. */
async function breaches(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // The rule for landmarks is a best practice of pages, not of dialogs; only the standard itself is held here.
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])).analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`);
}

test('the main job works from first run to handout, and every screen of it is accessible', async ({ app }) => {
  test.setTimeout(400_000);
  const facts: TourFacts = { recoveryCode: '' };
  const pdf = join(app.exports, 'my-plan.pdf');
  for (const step of TOUR_STEPS) {
    await test.step(step.name, async () => {
      await step.act(app.host, facts, pdf);
      for (const colorScheme of ['light', 'dark'] as const) {
        await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await breaches(app.page, colorScheme), `${step.name}, ${colorScheme}`).toEqual([]);
      }
      await app.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    });
  }

  const page = await readPdf(pdf);
  expect(page.tagged).toBe(true);
  expect(page.pages).toBeLessThanOrEqual(2);
  expect(page.title).toBe('My plan');
  expect(page.text).toContain('I want mornings that are mine again.');
  expect(page.text).toContain('Go to the morning group four days a week');
  expect(page.text).toContain('We look at this plan again');
  expect(page.text).toContain('988');
  expect(page.text).toContain('J. V.');
  for (const private_ of ['F11', 'Opioid', 'disorder', 'Juniper', 'Vale', '1991']) expect(page.text).not.toContain(private_);

  expect(app.host.network()).toEqual([]);
  expect(app.host.logs()).not.toMatch(/Juniper|Vale|mornings/);
  const shown = app.host.shownDialogs().map((dialog) => dialog.options?.['properties']);
  for (const properties of shown) expect(properties).toContain('dontAddToRecent');
});
