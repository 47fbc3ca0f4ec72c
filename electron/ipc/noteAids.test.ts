// Likeness, the last note of a kind and conversion, over a real vault.
import { describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { documentText } from '../../shared/notes/plainText.ts';
import { firstRun, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

type Open = ChannelOutput<'notes:get'>;
const LONG = 'Ana came on time and spoke about the weekend with her sister, the two evenings she stayed home, the call she made to her sponsor, and what helped her to sleep.';
const OTHER = 'Today we read the safety plan line by line; he rang the clinic himself, asked for an earlier dose, and brought the naloxone kit that hangs beside his front door at home.';

async function begin(): Promise<{ app: TestApp; clientId: ChannelInput<'clients:get'>['clientId'] }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id };
}

function withText(note: Open, fieldId: string, text: string): Open['value']['document'] {
  return note.value.document.map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'textField' && child.fieldId === fieldId ? { ...child, children: [{ type: 'paragraph' as const, children: [{ text }] }] } : child)) }));
}

async function write(app: TestApp, clientId: ChannelInput<'clients:get'>['clientId'], templateId: string, fieldId: string, text: string): Promise<{ id: Open['value']['id']; revision: number }> {
  app.pass(60_000);
  const note = await app.ok('notes:create', { clientId, templateId });
  const { revision } = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: note.value.header, document: withText(note, fieldId, text) });
  return { id: note.value.id, revision };
}

describe('likeness to earlier notes', () => {
  it('names the earlier note of this client that is most alike and warns over 80 percent', async () => {
    const { app, clientId } = await begin();
    const other = await app.ok('clients:create', { details: details({ preferredName: 'Otto' }) });
    await write(app, other.value.id, 'soap', 'client_report', OTHER);
    const first = await write(app, clientId, 'soap', 'client_report', LONG);
    const second = await write(app, clientId, 'dap', 'data_notes', LONG);
    const third = await write(app, clientId, 'dap', 'data_notes', OTHER);
    expect(await app.ok('notes:similarity', { noteId: first.id })).toEqual({ compared: 0, nearest: null });
    expect(await app.ok('notes:similarity', { noteId: second.id })).toMatchObject({ compared: 1, nearest: { percent: 100, warn: true, head: { id: first.id, templateTitle: 'SOAP note' } } });
    // The other client's note holds the same words, and is not looked at.
    expect((await app.ok('notes:similarity', { noteId: third.id })).nearest).toMatchObject({ percent: 0, warn: false });
  });
});

describe('the last note of a kind', () => {
  it('is the newest earlier one of the same template and client', async () => {
    const { app, clientId } = await begin();
    const first = await write(app, clientId, 'soap', 'client_report', LONG);
    const second = await write(app, clientId, 'soap', 'client_report', OTHER);
    await write(app, clientId, 'dap', 'data_notes', OTHER);
    const third = await write(app, clientId, 'soap', 'client_report', '');
    expect((await app.ok('notes:previous', { noteId: third.id })).note?.value.id).toBe(second.id);
    expect((await app.ok('notes:previous', { noteId: second.id })).note?.value.id).toBe(first.id);
    expect(await app.ok('notes:previous', { noteId: first.id })).toEqual({ note: null });
  });
});

describe('conversion', () => {
  it('moves a draft to another format, keeps every word, and the note stays in the list', async () => {
    const { app, clientId } = await begin();
    const { id, revision } = await write(app, clientId, 'soap', 'client_report', LONG);
    const note = await app.ok('notes:convert', { noteId: id, revision, templateId: 'dap' });
    expect(note.template.id).toBe('dap');
    expect(documentText(note.value.document, note.template)).toContain(LONG);
    const again = await app.ok('notes:get', { noteId: id });
    expect(again).toEqual(note);
    expect((await app.ok('notes:list', { clientId })).heads.map((head) => head.templateTitle)).toEqual(['DAP note']);
    await app.ok('notes:saveDraft', { noteId: id, revision: note.revision, header: note.value.header, document: withText(note, 'plan', 'more') });
  });

  it('refuses a stale revision, a template that is no format, and changes nothing', async () => {
    const { app, clientId } = await begin();
    const { id, revision } = await write(app, clientId, 'soap', 'client_report', LONG);
    expect(await app.refusal('notes:convert', { noteId: id, revision: revision - 1, templateId: 'dap' })).toBe('SAVE_CONFLICT');
    expect(await app.refusal('notes:convert', { noteId: id, revision, templateId: 'cbt_session' })).toBe('TEMPLATE_UNKNOWN');
    expect(await app.refusal('notes:convert', { noteId: id, revision, templateId: 'none' })).toBe('TEMPLATE_UNKNOWN');
    const cbt = await write(app, clientId, 'cbt_session', 'main_point', LONG);
    expect(await app.refusal('notes:convert', { noteId: cbt.id, revision: cbt.revision, templateId: 'dap' })).toBe('TEMPLATE_UNKNOWN');
    expect((await app.ok('notes:get', { noteId: id })).revision).toBe(revision);
  });
});
