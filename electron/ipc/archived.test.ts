import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../../shared/dates.ts';
import { emptyClientDetails } from '../../shared/clients/clientRules.ts';
import type { ClientDetails } from '../../shared/clients/client.ts';
import { firstRun, startTestApp } from './handlersTestKit.ts';

describe('an archived client', () => {
  it('takes no writing in the drafts of notes and plans until it is put back', async () => {
    const app = await startTestApp();
    await firstRun(app);
    const details: ClientDetails = { ...emptyClientDetails(), preferredName: 'Kim', legalName: 'Kim', dateOfBirth: parseLocalDate('1990-01-01') };
    const client = await app.ok('clients:create', { details });
    const clientId = client.value.id;
    const [template] = await app.ok('templates:list', {});
    const note = await app.ok('notes:create', { clientId, templateId: template?.id ?? '' });
    const plan = await app.ok('plans:create', { clientId });
    const { revision } = await app.ok('clients:get', { clientId });
    await app.ok('clients:archive', { clientId, revision });
    const draft = { noteId: note.value.id, revision: note.revision, header: note.value.header, document: note.value.document };
    expect(await app.refusal('notes:saveDraft', draft)).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('notes:discardDraft', { noteId: note.value.id, revision: note.revision })).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('plans:saveDraft', { planId: plan.value.id, revision: plan.revision, content: plan.value.content })).toBe('CLIENT_ARCHIVED');
    await app.ok('clients:restore', { clientId, revision: revision + 1 });
    expect(await app.refusal('notes:saveDraft', draft)).toBe('accepted');
  });
});
