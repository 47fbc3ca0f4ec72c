// The Record tab: the episode of care. Finds everything by role and visible name.
import type { Locator, Page } from 'playwright-core';
import { episodeText as t } from '../../shared/text/en/episode.ts';
import { choose, type as typeInto, typeDate } from './typing.ts';

export class RecordPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async openStart(): Promise<void> {
    await this.page.getByRole('button', { name: t.start, exact: true }).click();
    await this.dialog().waitFor();
  }

  async choosePreset(name: string, firstDay: string, program = ''): Promise<void> {
    const dialog = this.dialog();
    await choose(this.page, dialog.getByRole('combobox', { name: t.starting.outline }), name);
    await typeDate(dialog.getByLabel(t.starting.date, { exact: true }), firstDay);
    if (program !== '') await typeInto(dialog.getByRole('textbox', { name: t.starting.program }), program);
    await dialog.getByRole('table', { name: t.starting.preview }).waitFor();
  }

  async submitStart(): Promise<void> {
    await this.dialog().getByRole('button', { name: t.starting.submit, exact: true }).click();
    await this.dialog().waitFor({ state: 'hidden' });
  }

  /** Opens the form for a move to another level. */
  async openMove(which: 'moveDown' | 'moveUp' | 'moveLateral'): Promise<void> {
    await this.page.getByRole('button', { name: t.changeLevel }).click();
    await this.page.getByRole('menuitem', { name: t[which] }).click();
    await this.dialog().waitFor();
  }

  /** Records a move; the reason is the words of one tick box. */
  async move(direction: 'down' | 'up' | 'lateral', firstDay: string, reason: RegExp): Promise<void> {
    const dialog = this.dialog();
    await typeDate(dialog.getByLabel(t.move.date, { exact: true }), firstDay);
    await dialog.getByRole('group', { name: t.move.reasons }).getByRole('checkbox', { name: reason }).first().click();
    await dialog.getByRole('button', { name: t.move.submits[direction], exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
