// The search screen as a person without a mouse uses it. Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { searchText as t } from '../../shared/text/en/search.ts';

export class SearchPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  box() {
    return this.page.getByRole('searchbox', { name: t.box });
  }

  /** By its key, from anywhere; the caret is in the box then. */
  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+F');
    await this.box().and(this.page.locator(':focus')).waitFor();
  }

  /** Types over what is in the box. */
  async ask(words: string): Promise<void> {
    await this.box().focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
  }

  hits() {
    return this.page.getByRole('group', { name: t.results }).getByRole('listitem');
  }

  /** What was found of one client. */
  of(client: string) {
    return this.page.getByRole('region', { name: client, exact: true }).getByRole('listitem');
  }

  /** The found words in their context. */
  marks() {
    return this.page.getByRole('group', { name: t.results }).locator('mark');
  }
}
