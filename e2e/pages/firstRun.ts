// The first run as a person sees it: five questions. Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { firstRunText as t } from '../../shared/text/en/firstRun.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { type as typeInto } from './typing.ts';

export type Clinician = { name: string; credentials: string; clinic: string; phone: string };

export class FirstRunPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  heading(name: string) {
    return this.page.getByRole('heading', { name, exact: true });
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  async start(): Promise<void> {
    await this.button(t.welcome.start).click();
    await this.heading(t.place.title).waitFor();
  }

  /** Keeps the folder that is offered. */
  async keepStandardPlace(): Promise<void> {
    await this.page.getByText(t.place.chosen, { exact: true }).waitFor();
    await this.button(t.next).click();
    await this.heading(t.passphrase.title).waitFor();
  }

  async choosePassphrase(first: string, again = first): Promise<void> {
    await typeInto(this.page.getByLabel(t.passphrase.label, { exact: true }), first);
    await typeInto(this.page.getByLabel(t.passphrase.again, { exact: true }), again);
    await this.button(t.next).click();
  }

  /** The code as it stands on the screen. */
  async readCode(): Promise<string> {
    await this.heading(t.code.title).waitFor();
    const shown = await this.page.getByRole('group', { name: t.code.codeLabel }).textContent();
    return (shown ?? '').trim();
  }

  async confirmPaper(): Promise<void> {
    await this.button(t.code.haveIt).click();
    await this.heading(t.code.typeTitle).waitFor();
  }

  async typeCode(code: string): Promise<void> {
    await typeInto(this.page.getByLabel(t.code.typeLabel, { exact: true }), code);
    await this.button(t.code.finish).click();
  }

  async aboutYou(who: Clinician): Promise<void> {
    await this.heading(t.you.title).waitFor();
    await typeInto(this.page.getByLabel(t.you.name, { exact: true }), who.name);
    await typeInto(this.page.getByLabel(`${t.you.credentials} ${frameText.optional}`), who.credentials);
    await typeInto(this.page.getByLabel(`${t.you.clinic} ${frameText.optional}`), who.clinic);
    await typeInto(this.page.getByLabel(`${t.you.phone} ${frameText.optional}`), who.phone);
    await this.button(t.you.finish).click();
  }

  /** The whole first run; returns the recovery code. */
  async complete(passphrase: string, who: Clinician): Promise<string> {
    await this.start();
    await this.keepStandardPlace();
    await this.choosePassphrase(passphrase);
    const code = await this.readCode();
    await this.confirmPaper();
    await this.typeCode(code);
    await this.aboutYou(who);
    return code;
  }
}
