// The frame of the open vault and the caseload in it. Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { clientsText } from '../../shared/text/en/clients.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { typeDate, type as typeInto } from './typing.ts';

export type NewClient = { preferredName: string; dateOfBirth: string; legalName?: string; pronouns?: string };
export type ClientTabName = keyof Omit<typeof frameText.tabs, 'label'>;

export class FramePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  caseloadHeading() {
    return this.page.getByRole('heading', { name: clientsText.caseload.title, exact: true });
  }

  rail() {
    return this.page.getByRole('navigation', { name: frameText.railLabel });
  }

  async openCaseload(): Promise<void> {
    await this.rail().getByRole('button', { name: frameText.caseload }).click();
    await this.caseloadHeading().waitFor();
  }

  async openSettings(): Promise<void> {
    await this.rail().getByRole('button', { name: frameText.settings }).click();
  }

  async openNewClient(): Promise<void> {
    await this.page.getByRole('button', { name: clientsText.caseload.add, exact: true }).click();
    await this.page.getByRole('heading', { name: clientsText.form.newTitle, exact: true }).waitFor();
  }

  field(label: string) {
    return this.page.getByLabel(label);
  }

  async fillClient(client: NewClient): Promise<void> {
    const t = clientsText.form;
    await typeInto(this.page.getByRole('textbox', { name: t.preferredName }), client.preferredName);
    if (client.legalName !== undefined) await typeInto(this.page.getByRole('textbox', { name: t.legalName }), client.legalName);
    if (client.pronouns !== undefined) await typeInto(this.page.getByRole('textbox', { name: t.pronouns }), client.pronouns);
    if (client.dateOfBirth !== '') await typeDate(this.page.getByLabel(t.dateOfBirth), client.dateOfBirth);
  }

  async submitClient(): Promise<void> {
    await this.page.getByRole('button', { name: clientsText.form.create, exact: true }).click();
  }

  /** The strip with the name of the client in front of us. */
  strip() {
    return this.page.getByRole('region', { name: frameText.strip.label });
  }

  async openClient(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.tab('timeline').waitFor();
  }

  tab(which: ClientTabName) {
    return this.page.getByRole('tab', { name: frameText.tabs[which] });
  }

  async openTab(which: ClientTabName): Promise<void> {
    await this.tab(which).click();
    // The tab before stays until the saves on their way are on the disk.
    await this.page.getByRole('tab', { name: frameText.tabs[which], selected: true }).waitFor();
  }

  async lockByButton(): Promise<void> {
    await this.rail().getByRole('button', { name: frameText.lock }).click();
  }
}
