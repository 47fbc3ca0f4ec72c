// Steps that several specs need before they come to their own point, done as a person does them.
import type { AppFixture } from './fixtures.ts';
import { FirstRunPage } from './pages/firstRun.ts';
import { FramePage, type NewClient } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { UnlockPage } from './pages/unlock.ts';

export const PASSPHRASE = 'plain-sparrow-oath-73-meadow';
export const CLINICIAN = { name: 'Dana Reyes', credentials: 'LPC, CADC II', clinic: 'Harbor House', phone: '555-0142' };

/** From the welcome page to the caseload; returns the recovery code. */
export async function firstRun(app: AppFixture): Promise<string> {
  const code = await new FirstRunPage(app.page).complete(PASSPHRASE, CLINICIAN);
  await new FramePage(app.page).caseloadHeading().waitFor();
  return code;
}

/** Adds a client and stays in the new record. */
export async function addClient(app: AppFixture, client: NewClient): Promise<void> {
  const frame = new FramePage(app.page);
  await frame.openCaseload();
  await frame.openNewClient();
  await frame.fillClient(client);
  await frame.submitClient();
  await frame.tab('record').waitFor();
}

/** Locks by the button and waits for the locked window. */
export async function lock(app: AppFixture): Promise<void> {
  await new FramePage(app.page).lockByButton();
  await new UnlockPage(app.page).heading().waitFor();
}

/** Unlocks and goes to the caseload, wherever the lock has come. */
export async function unlock(app: AppFixture, passphrase = PASSPHRASE): Promise<void> {
  const frame = new FramePage(app.page);
  await new UnlockPage(app.page).unlock(passphrase);
  await frame.rail().waitFor();
  await frame.openCaseload();
}

/** From the welcome page to a new CBT note of a first client. */
export async function newNote(app: AppFixture, preferredName = 'Zephyrinequill Mora'): Promise<NotePage> {
  await firstRun(app);
  await addClient(app, { preferredName, dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.begin('CBT session');
  return note;
}
