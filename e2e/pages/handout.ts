// The preview of "My plan". Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { planSheetText as t } from '../../shared/text/en/planSheet.ts';

export class HandoutPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  preview() {
    return this.page.getByRole('region', { name: t.preview });
  }

  async ready(): Promise<void> {
    await this.preview().getByRole('heading').first().waitFor();
  }

  /** Saves the PDF where the prepared dialog says. */
  async savePdf(): Promise<void> {
    await this.page.getByRole('button', { name: t.savePdf, exact: true }).click();
    await this.page.getByText(t.saved, { exact: true }).waitFor();
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: t.back, exact: true }).click();
  }
}
