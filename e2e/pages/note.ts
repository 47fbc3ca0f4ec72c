// A note as a person writes it: header, fields, text, signing. Finds everything by role and visible name.
import type { Locator, Page } from 'playwright-core';
import { clientsText } from '../../shared/text/en/clients.ts';
import { notesText as t } from '../../shared/text/en/notes.ts';
import { typeTime, type as typeInto } from './typing.ts';

export class NotePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The surface on which text is written. */
  paper() {
    return this.page.getByRole('textbox', { name: /: text of the note$/ });
  }

  /** Starts a note of a kind from the Notes tab. */
  async begin(title: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${clientsText.notes.newNote}`) }).first().click();
    const choice = this.page.getByRole('menuitem', { name: title });
    await choice.or(this.paper()).first().waitFor();
    if (await choice.isVisible()) await choice.click();
    await this.paper().waitFor();
  }

  /** Opens the note that stands first in the list. */
  async openFirst(): Promise<void> {
    await this.page.getByRole('table', { name: clientsText.notes.title }).getByRole('row').nth(1).getByRole('button').first().click();
  }

  textField(label: string): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${label}`) });
  }

  /** Puts the caret into a text field of the note. */
  async enterText(label: string): Promise<void> {
    await this.textField(label).getByRole('paragraph').last().click();
  }

  /** Puts the caret behind the last word of a text field: a click at the end of its last line. */
  async enterTextEnd(label: string): Promise<void> {
    const last = this.textField(label).getByRole('paragraph').last();
    const box = await last.boundingBox();
    await last.click(box === null ? {} : { position: { x: box.width - 3, y: box.height - 4 } });
  }

  async write(label: string, text: string): Promise<void> {
    await this.enterText(label);
    await this.page.keyboard.type(text);
  }

  async readText(label: string): Promise<string> {
    await this.textField(label).getByRole('paragraph').first().waitFor();
    // Sections out of sight are not laid out, so what is asked for is the text and not what is drawn of it.
    const text = await this.textField(label).getByRole('paragraph').allTextContents();
    // The editor keeps invisible characters in empty places.
    return text.map((line) => line.replaceAll('\u{feff}', '').replace(/\n$/, '')).join('\n');
  }

  /** Answers a 0 to 10 scale by its number key. */
  async rate(label: string, value: number): Promise<void> {
    const scale = this.page.getByRole('radiogroup', { name: label });
    await scale.locator('[tabindex="0"]').focus();
    await this.page.keyboard.type(String(value));
  }

  /** One word of a choice, or one mark of several. */
  async pick(label: string, option: string): Promise<void> {
    const group = this.page.getByRole('radiogroup', { name: label }).or(this.page.getByRole('group', { name: label }));
    await group.getByRole('radio', { name: option, exact: true }).or(group.getByRole('checkbox', { name: option, exact: true })).click();
  }

  async times(start: string, end: string): Promise<void> {
    await typeTime(this.page.getByLabel(t.header.start, { exact: true }), start);
    await typeTime(this.page.getByLabel(t.header.end, { exact: true }), end);
  }

  /** "Nothing" for every question of the risk check, or another level for one of them. */
  async risk(level: string = t.risk.levels.none): Promise<void> {
    for (const kind of Object.values(t.risk.kinds)) await this.page.getByRole('radiogroup', { name: kind, exact: true }).getByRole('radio', { name: level, exact: true }).click();
  }

  async giveNoPlanReason(reason: string): Promise<void> {
    await typeInto(this.page.getByRole('textbox', { name: t.links.noneBecause }), reason);
  }

  /** Marks a plan objective as worked on, with its rating. */
  async linkObjective(text: string | RegExp, rating?: keyof typeof t.links.shorts): Promise<void> {
    await this.page.getByRole('checkbox', { name: text }).click();
    if (rating !== undefined) await this.page.getByRole('radiogroup', { name: t.links.rating }).getByRole('radio', { name: t.links.ratings[rating] }).or(this.page.getByRole('radio', { name: t.links.shorts[rating], exact: true }).last()).first().click();
  }

  saved() {
    return this.page.getByText(/^Saved \d/).first();
  }

  async openSigning(): Promise<void> {
    await this.page.getByRole('button', { name: t.sign.review, exact: true }).click();
    await this.page.getByRole('dialog').waitFor();
  }

  async sign(passphrase: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await typeInto(dialog.getByLabel(t.sign.passphrase, { exact: true }), passphrase);
    await dialog.getByRole('button', { name: t.sign.sign, exact: true }).click();
  }

  /** Signs after a wrong passphrase: tries again, each time once the app has answered, until its pause is over. */
  async signInTheEnd(passphrase: string): Promise<void> {
    const signed = this.page.getByText(/^Signed by /);
    const refused = this.page.getByRole('dialog').getByRole('button', { name: t.sign.sign, exact: true, disabled: false });
    do {
      await this.sign(passphrase);
      await signed.or(refused).first().waitFor();
    } while (await signed.count() === 0);
  }

  async addAddendum(text: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: t.addenda.add, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await typeInto(dialog.getByRole('textbox', { name: t.addenda.text }), text);
    await typeInto(dialog.getByRole('textbox', { name: t.addenda.reason }), reason);
    await dialog.getByRole('button', { name: t.addenda.save, exact: true }).click();
  }

  /** The button that leads back to where the note was opened from. */
  wayBack(words: string | RegExp = /^Back to /): Locator {
    return this.page.getByRole('button', { name: words, exact: true });
  }

  /** By that button, wherever it leads. */
  async back(): Promise<void> {
    const leave = this.wayBack(await this.wayBack().innerText());
    await leave.click();
    // What was typed is saved first; the next press belongs to the page that comes then.
    await leave.waitFor({ state: 'detached' });
  }
}
