// The Measures and Health tabs as a person uses them. Finds everything by role and visible name.
import type { Locator, Page } from 'playwright-core';
import { clinicalRecordText } from '../../shared/text/en/clinicalRecord.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { checksText, healthText } from '../../shared/text/en/health.ts';
import { measuresText as t } from '../../shared/text/en/measures.ts';
import { type as typeInto } from './typing.ts';

export class MeasuresPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Chooses a form in the list at the left. */
  async choose(shortTitle: string): Promise<void> {
    await this.row(shortTitle).click();
  }

  /** A form in the list at the left, with its last result. */
  row(shortTitle: string): Locator {
    return this.page.getByRole('navigation', { name: t.list }).getByRole('button', { name: new RegExp(`^${shortTitle}`) });
  }

  async askTogether(): Promise<void> {
    await this.page.getByRole('button', { name: t.interview, exact: true }).click();
    await this.page.getByRole('button', { name: t.back, exact: true }).waitFor();
  }

  async handOver(): Promise<void> {
    await this.page.getByRole('button', { name: t.give, exact: true }).click();
    await this.page.getByRole('button', { name: t.handed.done, exact: true }).waitFor();
  }

  /** Focuses the first answer of the form; from there the keys go on by themselves. */
  async beginKeys(): Promise<void> {
    await this.page.getByRole('radiogroup').first().getByRole('radio').first().focus();
  }

  /** Answers one question by its number key and waits until the next one has the keyboard. */
  async key(itemText: string, digit: string): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: itemText });
    await group.locator('input:focus').waitFor({ state: 'attached' });
    await this.page.keyboard.press(digit);
    await group.getByRole('radio', { checked: true }).waitFor({ state: 'attached' });
  }

  result(): Locator {
    return this.page.getByRole('status').filter({ hasText: t.result });
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: t.save, exact: true }).click();
    await this.page.getByRole('navigation', { name: t.list }).waitFor();
  }

  history(shortTitle: string): Locator {
    return this.page.getByRole('table', { name: t.history(shortTitle) });
  }

  picture(shortTitle: string): Locator {
    return this.page.getByRole('img', { name: new RegExp(`^${shortTitle}`) });
  }

  async markError(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${t.inError},`) }).first().click();
    await typeInto(this.dialog().getByRole('textbox', { name: t.inErrorReason }), reason);
    await this.dialog().getByRole('button', { name: t.inError, exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }

  /** As the counsellor, once the window is handed back; from there on the passphrase is asked for. */
  async takeBack(passphrase: string): Promise<void> {
    await this.page.getByRole('button', { name: t.handed.counsellor, exact: true }).click();
    await this.givePassphrase(passphrase);
  }

  async givePassphrase(passphrase: string): Promise<void> {
    const gate = this.page.getByLabel(t.handed.passphrase, { exact: true });
    await typeInto(gate, passphrase);
    await gate.press('Enter');
  }

  /** The client says "done" and the counsellor takes the window in the same moment, before the answers are on the disk. */
  async takeAtOnce(): Promise<void> {
    const [done, gate] = [t.handed.done, t.handed.counsellor].map((name) => this.page.getByRole('button', { name, exact: true }));
    await done?.evaluate((button, other) => { (button as HTMLElement).click(); (other as HTMLElement).click(); }, await gate?.elementHandle());
  }

  /** A box of the Health tab. */
  panel(list: keyof typeof clinicalRecordText.lists): Locator {
    return this.page.getByRole('region', { name: clinicalRecordText.lists[list], exact: true });
  }

  async add(list: keyof typeof healthText.add): Promise<void> {
    await this.page.getByRole('button', { name: healthText.add[list], exact: true }).click();
    await this.dialog().waitFor();
  }

  async saveEntry(): Promise<void> {
    await this.dialog().getByRole('button', { name: healthText.save, exact: true }).click();
  }

  async cancelEntry(): Promise<void> {
    await this.dialog().getByRole('button', { name: frameText.cancel, exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }

  /** Marks a finding of the checks as seen. */
  async see(finding: string, why: string): Promise<void> {
    await this.page.getByRole('button', { name: `${checksText.seen}: ${finding}` }).click();
    await typeInto(this.dialog().getByRole('textbox', { name: checksText.why }), why);
    await this.dialog().getByRole('button', { name: checksText.seenSubmit, exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }
}
