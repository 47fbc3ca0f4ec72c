// The palette and the sheet of shortcuts as a person without a mouse uses them. Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { commandsText } from '../../shared/text/en/commands.ts';

const t = commandsText.palette;

export class PalettePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  box() {
    return this.page.getByRole('combobox', { name: t.box });
  }

  /** The box of the second step, which asks whom a new note is for. */
  forClient() {
    return this.page.getByRole('combobox', { name: t.forClient.box, exact: true });
  }

  lines() {
    return this.page.getByRole('listbox', { name: t.results }).getByRole('option');
  }

  /** The line that Enter would take. */
  marked() {
    return this.page.getByRole('listbox', { name: t.results }).getByRole('option', { selected: true });
  }

  group(name: string) {
    return this.page.getByRole('group', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await this.box().and(this.page.locator(':focus')).waitFor();
  }

  /** Opens the palette, types, and takes the line that is marked once it reads as expected. */
  async take(words: string, line: string | RegExp): Promise<void> {
    await this.open();
    await this.page.keyboard.type(words);
    await this.marked().filter({ hasText: line }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.box().waitFor({ state: 'detached' });
    // The focus goes back in the next frame, and the command follows in the one after it.
    await this.page.evaluate(() => new Promise<void>((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))); }));
  }

  sheet() {
    return this.page.getByRole('dialog', { name: commandsText.sheet.title });
  }
}
