// The draft on screen, filled in completely by another save, as a second window would leave it, and opened again.
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { NoteDocument } from '../shared/notes/document.ts';
import type { NoteTemplate } from '../shared/notes/template.ts';
import { fullDocument } from './fullAnswers.ts';
import { ask } from './ownChannels.ts';
import { NotePage } from './pages/note.ts';

const Clients = z.array(z.object({ clientId: z.string() }));
const Heads = z.object({ heads: z.array(z.object({ id: z.string(), status: z.string() })) });
const Draft = z.object({ revision: z.number(), value: z.object({ header: z.looseObject({}) }) });

/** For the one draft of the one client; `header` replaces parts of its header. Gives what every field holds now. */
export async function fillDraft(page: Page, template: NoteTemplate, header: Readonly<Record<string, unknown>>): Promise<NoteDocument> {
  const note = new NotePage(page);
  await note.back();
  const clientId = Clients.parse(await ask(page, 'clients', 'list', { status: 'active' }))[0]?.clientId;
  const { heads } = Heads.parse(await ask(page, 'notes', 'list', { clientId }));
  const noteId = heads.find(({ status }) => status === 'draft')?.id;
  const open = Draft.parse(await ask(page, 'notes', 'get', { noteId }));
  const document = fullDocument(template);
  await ask(page, 'notes', 'saveDraft', { noteId, revision: open.revision, header: { ...open.value.header, ...header }, document });
  // As it is when this window comes to the front again: what its list has asked for ahead is how the note was before.
  await page.evaluate(() => { globalThis.dispatchEvent(new Event('focus')); });
  await note.openFirst();
  await note.paper().waitFor();
  return document;
}
