// The locked window: passphrase or recovery code. Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { firstRunText as t } from '../../shared/text/en/firstRun.ts';
import { type as typeInto } from './typing.ts';

export class UnlockPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading() {
    return this.page.getByRole('heading', { name: t.unlock.title, exact: true });
  }

  secret() {
    return this.page.getByLabel(t.unlock.passphrase, { exact: true });
  }

  async unlock(passphrase: string): Promise<void> {
    await this.heading().waitFor();
    await typeInto(this.secret(), passphrase);
    await this.waitForTurn();
    await this.page.keyboard.press('Enter');
  }

  /** After a wrong try the button rests for a while. */
  async waitForTurn(): Promise<void> {
    // The button keeps the focus while it rests, so it is marked for assistive technology, not disabled.
    await this.page.getByRole('button', { name: t.unlock.unlock, exact: true, disabled: false }).waitFor();
  }

  async unlockWithCode(code: string): Promise<void> {
    await this.heading().waitFor();
    await this.page.getByRole('button', { name: t.unlock.useCode, exact: true }).click();
    await typeInto(this.page.getByLabel(t.code.codeLabel, { exact: true }), code);
    await this.page.keyboard.press('Enter');
  }

  async setNewPassphrase(passphrase: string): Promise<void> {
    await this.page.getByRole('heading', { name: t.passphrase.newTitle, exact: true }).waitFor();
    await typeInto(this.page.getByLabel(t.passphrase.label, { exact: true }), passphrase);
    await typeInto(this.page.getByLabel(t.passphrase.again, { exact: true }), passphrase);
    await this.page.getByRole('button', { name: t.passphrase.setNew, exact: true }).click();
  }
}
