// Every channel over a real vault: one handler each, the main job end to end, and refusals that change nothing.
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import { allHandlers } from './allHandlers.ts';
import type { HandlerContext } from './context.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

const NOBODY = 'a'.repeat(26);

async function withClient(): Promise<{ app: TestApp; clientId: ChannelInput<'clients:get'>['clientId'] }> {
  const app = await startTestApp();
  await firstRun(app);
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana Whitlock', credentials: 'LCSW' });
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id };
}

async function withNote() {
  const { app, clientId } = await withClient();
  await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: '' } });
  const note = await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
  return { app, clientId, note };
}

/** The note with every required field answered, by the template itself. */
function answered(note: Awaited<ReturnType<typeof withNote>>['note']): { header: ChannelInput<'notes:saveDraft'>['header']; document: ChannelInput<'notes:saveDraft'>['document'] } {
  const fields = new Map(note.template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  const document = note.value.document.map((section) => ({ ...section, children: section.children.map((child) => {
    const field = fields.get(child.fieldId);
    if (field?.required !== true) return child;
    if (child.type === 'textField') return { ...child, children: [{ type: 'paragraph' as const, children: [{ text: 'Said in session.' }] }] };
    const option = 'options' in field ? field.options[0]?.id ?? '' : '';
    const value = child.field.kind === 'scale' || child.field.kind === 'number' ? 5 : child.field.kind === 'multiChoice' ? [option] : child.field.kind === 'choice' ? option : child.field.kind === 'shortText' ? 'short' : child.field.value;
    return { ...child, field: { ...child.field, value } as typeof child.field };
  }) }));
  return { header: { ...note.value.header, startTime: '14:00' as never, endTime: '14:50' as never }, document };
}

describe('the table of handlers', () => {
  it('has one handler for every channel and no other', () => {
    const lazy = new Proxy({}, { get: (target, key) => (key === 'printing' ? {} : Reflect.get(target, key)) });
    const context = { session: lazy, folders: lazy, clock: lazy, state: lazy, printing: lazy } as unknown as HandlerContext;
    expect(Object.keys(allHandlers(context)).toSorted()).toEqual([...CHANNELS].toSorted());
    expect(Object.keys(contract).toSorted()).toEqual([...CHANNELS].toSorted());
  });

  it('refuses every channel that needs the vault while it is locked', async () => {
    const app = await startTestApp();
    await firstRun(app);
    await app.ok('vault:lock', {});
    const samples: Readonly<Record<string, unknown>> = {
      'clients:list': { status: 'active' }, 'vault:newRecoveryCode': { passphrase: 'x' }, 'clients:create': { details: details() }, 'templates:get': { templateId: 'x' }, 'notes:create': { clientId: NOBODY, templateId: 'x' },
      'clients:update': { clientId: NOBODY, revision: 1, details: details() }, 'print:pdf': { suggestedName: 'note' },
    };
    for (const channel of CHANNELS.filter((one) => contract[one].needsVault)) {
      const sample = samples[channel] ?? [{}, { clientId: NOBODY }, { clientId: NOBODY, revision: 1 }, { planId: NOBODY }, { planId: NOBODY, revision: 1 }, { noteId: NOBODY }, { noteId: NOBODY, revision: 1 }].find((one) => contract[channel].input.safeParse(one).success);
      if (sample === undefined) continue;
      expect([channel, await app.refusal(channel, sample)]).toEqual([channel, 'LOCKED']);
    }
  });
});

describe('clients', () => {
  it('are created, listed, changed, archived and restored', async () => {
    const { app, clientId } = await withClient();
    const { revision } = await app.ok('clients:get', { clientId });
    const changed = await app.ok('clients:update', { clientId, revision, details: details({ preferredName: '  Mari ' }) });
    expect(changed.value.details.preferredName).toBe('Mari');
    expect(await app.refusal('clients:update', { clientId, revision, details: details() })).toBe('SAVE_CONFLICT');
    const archived = await app.ok('clients:archive', { clientId, revision: changed.revision });
    expect(await app.ok('clients:list', { status: 'active' })).toEqual([]);
    expect(await app.refusal('notes:create', { clientId, templateId: 'cbt_session' })).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('plans:create', { clientId })).toBe('CLIENT_ARCHIVED');
    await app.ok('clients:restore', { clientId, revision: archived.revision });
    expect((await app.ok('clients:list', { status: 'active' })).map((row) => row.preferredName)).toEqual(['Mari']);
  });

  it('refuse impossible details and change nothing', async () => {
    const { app } = await withClient();
    expect(await app.refusal('clients:create', { details: { ...details(), dateOfBirth: '2090-01-01' } })).toBe('BIRTH_DATE_FUTURE');
    expect(await app.refusal('clients:create', { details: { ...details(), dateOfBirth: '2001-02-31' } })).toBe('BAD_REQUEST');
    expect(await app.refusal('clients:create', { details: { ...details(), preferredName: 'x'.repeat(300) } })).toBe('BAD_REQUEST');
    expect(await app.refusal('clients:get', { clientId: NOBODY })).toBe('NOT_FOUND');
    expect(await app.ok('clients:list', { status: 'active' })).toHaveLength(1);
  });

  it('are not in conflict with their form because a note or an episode changed the card', async () => {
    const { app, clientId } = await withClient();
    const { revision } = await app.ok('clients:get', { clientId });
    await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
    expect((await app.ok('clients:get', { clientId })).revision).toBe(revision + 1);
    await app.ok('clients:update', { clientId, revision, details: details({ pronouns: 'they/them' }) });
    expect((await app.ok('clients:list', { status: 'active' }))[0]).toMatchObject({ pronouns: 'they/them', blankDrafts: 1 });
  });

  it('are still there after a restart, with the same caseload', async () => {
    const { app, clientId } = await withClient();
    await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'RES', start: '2026-11-20' as never, plannedEnd: null, program: '' } });
    const before = await app.ok('clients:list', { status: 'active' });
    expect(before[0]).toMatchObject({ level: 'RES', dayInLevel: 3 });
    await app.ok('vault:lock', {});
    const again = await startTestApp({ userData: app.userData });
    await again.ok('vault:unlock', { passphrase: PASSPHRASE });
    expect(await again.ok('clients:list', { status: 'active' })).toEqual(before);
  });
});

describe('episodes and plans', () => {
  it('write the episode and the card together', async () => {
    const { app, clientId } = await withClient();
    const begun = await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: 'East' } });
    expect(await app.refusal('episodes:start', { clientId, start: { kind: 'byHand', level: 'OP', start: '2026-11-02', plannedEnd: null, program: '' } })).toBe('EPISODE_OPEN');
    const overlay = { kind: 'addOverlay', overlay: 'OBOT', start: '2026-11-02' as never, end: null, detail: '' } as const;
    const applied = await app.ok('episodes:apply', { episodeId: begun.value.id, revision: begun.revision, command: overlay });
    expect(await app.refusal('episodes:apply', { episodeId: begun.value.id, revision: begun.revision, command: overlay })).toBe('SAVE_CONFLICT');
    expect(await app.refusal('episodes:apply', { episodeId: begun.value.id, revision: applied.revision, command: overlay })).toBe('PHASE_OVERLAP');
    const [row] = await app.ok('clients:list', { status: 'active' });
    expect(row).toMatchObject({ level: 'IOP', dayInLevel: 21 });
    expect(row?.alerts.map((alert) => alert.id)).toContain('R-NAL1');
    expect((await app.ok('chart:get', { clientId })).episodes).toHaveLength(1);
  });

  it('keep the old version of a plan readable', async () => {
    const { app, clientId } = await withClient();
    const first = await app.ok('plans:create', { clientId });
    expect(await app.refusal('plans:create', { clientId })).toBe('PLAN_DRAFT_EXISTS');
    expect(await app.refusal('plans:activate', { planId: first.value.id, revision: first.revision })).toBe('PLAN_INCOMPLETE');
    const objective = { id: 'objectiveaa', number: '999.zz', text: 'Call Jo before using, three times a week', measure: { metric: 'calls', baseline: 0, target: 3, unit: '', direction: 'up', source: '' }, startDate: null, targetDate: null, status: 'in_progress', statusReason: '', interventions: [] };
    const goal = { id: 'goalaaaaaa', number: '999', text: 'I want my mornings back', targetDate: null, status: 'active', objectives: [objective] };
    const problem = { id: 'problemaaa', no: 999, statement: 'Evenings are hard', dimension: 5, evidence: '', status: 'active', statusReason: '', goals: [goal] };
    const saved = await app.ok('plans:saveDraft', { planId: first.value.id, revision: first.revision, content: { ...first.value.content, clientGoalsOwnWords: 'I want my mornings back', problems: [problem] } as never });
    expect(saved.value.content.problems[0]?.goals[0]?.objectives[0]?.number).toBe('1.a');
    const active = await app.ok('plans:activate', { planId: first.value.id, revision: saved.revision });
    expect(active.value).toMatchObject({ status: 'active', signatures: [{ role: 'clinician', name: 'Dana Whitlock' }] });
    expect(await app.refusal('plans:saveDraft', { planId: first.value.id, revision: active.revision, content: first.value.content })).toBe('PLAN_NOT_DRAFT');
    const second = await app.ok('plans:create', { clientId });
    expect(second.value).toMatchObject({ version: 2, status: 'draft', chainId: first.value.chainId });
    await app.ok('plans:activate', { planId: second.value.id, revision: second.revision });
    expect((await app.ok('plans:get', { planId: first.value.id })).value.status).toBe('superseded');
    const third = await app.ok('plans:create', { clientId });
    await app.ok('plans:discardDraft', { planId: third.value.id, revision: third.revision });
    expect((await app.ok('plans:list', { clientId })).heads.map((plan) => plan.status).toSorted()).toEqual(['active', 'superseded']);
    const handout = await app.ok('handouts:myPlan', { clientId, options: { nameStyle: 'initials', largePrint: false, showClinicName: true, paper: 'letter' } });
    expect(JSON.stringify(handout)).toContain('I want my mornings back');
    expect(JSON.stringify(handout)).not.toContain('Evenings are hard');
  });
});

describe('notes', () => {
  it('are drafted, saved on top of the last save, and refused on top of an older one', async () => {
    const { app, note } = await withNote();
    const content = answered(note);
    const first = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, ...content });
    expect(first).toEqual({ revision: note.revision + 1, savedAt: Date.parse('2026-11-22T14:00:00.000Z') });
    expect(await app.refusal('notes:saveDraft', { noteId: note.value.id, revision: note.revision, ...content })).toBe('SAVE_CONFLICT');
    const read = await app.ok('notes:get', { noteId: note.value.id });
    expect(read.value.document).toEqual(content.document);
    expect(read.template).toEqual(note.template);
  });

  it('keep the sections of their template', async () => {
    const { app, note } = await withNote();
    const { header, document } = answered(note);
    const missing = document.slice(1);
    const turned = [document[1], document[0], ...document.slice(2)];
    const doubled = [...document, document[0]];
    for (const wrong of [missing, turned, doubled]) expect(await app.refusal('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header, document: wrong })).toBe('BAD_REQUEST');
    expect((await app.ok('notes:get', { noteId: note.value.id })).revision).toBe(note.revision);
  });

  it('are signed once, with the passphrase, and then only get addenda', async () => {
    const { app, clientId, note } = await withNote();
    const signing = { noteId: note.value.id, name: 'Dana Whitlock', credentials: 'LCSW' };
    expect(await app.refusal('notes:sign', { ...signing, revision: note.revision, passphrase: PASSPHRASE })).toBe('NOTE_INCOMPLETE');
    const content = answered(note);
    const reversed = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, ...content, header: { ...content.header, endTime: '13:00' as never } });
    expect(await app.refusal('notes:sign', { ...signing, revision: reversed.revision, passphrase: PASSPHRASE })).toBe('NOTE_TIME_ORDER');
    const { revision } = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: reversed.revision, ...content });
    expect(await app.refusal('notes:sign', { ...signing, revision, passphrase: 'wrong' })).toBe('UNLOCK_FAILED');
    expect(await app.refusal('notes:sign', { ...signing, revision, passphrase: PASSPHRASE })).toBe('UNLOCK_WAIT');
    expect((await app.ok('notes:get', { noteId: note.value.id })).value.status).toBe('draft');
    app.pass(1000);
    expect(await app.refusal('notes:addAddendum', { noteId: note.value.id, revision, text: 'x', reason: 'y' })).toBe('NOTE_NOT_SIGNED');
    const signed = await app.ok('notes:sign', { ...signing, revision, passphrase: PASSPHRASE });
    expect(signed.value).toMatchObject({ status: 'signed', levelAtSigning: 'IOP', signature: { name: 'Dana Whitlock', method: 'passphrase', late: false, appVersion: '0.1.0' } });
    expect(signed.value.signature?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    const at = { noteId: note.value.id, revision: signed.revision };
    expect(await app.refusal('notes:saveDraft', { ...at, ...content })).toBe('NOTE_SIGNED');
    expect(await app.refusal('notes:discardDraft', at)).toBe('NOTE_SIGNED');
    expect(await app.refusal('notes:sign', { ...signing, revision: signed.revision, passphrase: PASSPHRASE })).toBe('NOTE_SIGNED');
    const added = await app.ok('notes:addAddendum', { ...at, text: 'She called later.', reason: 'More was said' });
    expect(added.value.addenda).toMatchObject([{ text: 'She called later.', authorName: 'Dana Whitlock' }]);
    expect(added.value.signature).toEqual(signed.value.signature);
    expect(await app.ok('notes:list', { clientId })).toMatchObject({ heads: [{ status: 'signed', addenda: 1, minutes: 50 }], unreadable: 0 });
    expect((await app.ok('clients:list', { status: 'active' }))[0]).toMatchObject({ unsignedNotes: 0 });
  });

  it('mark a late entry, and carry the level of the day of the service', async () => {
    const { app, note } = await withNote();
    const content = answered(note);
    const { revision } = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, ...content });
    app.pass(26 * 3_600_000);
    const signed = await app.ok('notes:sign', { noteId: note.value.id, revision, name: 'Dana', credentials: '', passphrase: PASSPHRASE });
    expect(signed.value.signature?.late).toBe(true);
  });

  it('can be discarded while a draft, and are gone from the caseload', async () => {
    const { app, clientId, note } = await withNote();
    await app.ok('notes:discardDraft', { noteId: note.value.id, revision: note.revision });
    expect(await app.refusal('notes:get', { noteId: note.value.id })).toBe('NOT_FOUND');
    expect(await app.ok('notes:list', { clientId })).toEqual({ heads: [], unreadable: 0 });
    expect((await app.ok('clients:list', { status: 'active' }))[0]).toMatchObject({ unsignedNotes: 0 });
  });

  it('store a template once, however many notes are made from it at the same time', async () => {
    const { app, clientId } = await withClient();
    const notes = await Promise.all(Array.from({ length: 4 }, () => app.ok('notes:create', { clientId, templateId: 'cbt_session' })));
    expect(new Set(notes.map((note) => note.value.template.recordId)).size).toBe(1);
    expect(app.session.practice().records.entries('template')).toHaveLength(1);
    expect((await app.ok('clients:list', { status: 'active' }))[0]).toMatchObject({ unsignedNotes: 0, blankDrafts: 4 });
    expect(await app.refusal('notes:create', { clientId, templateId: 'no_such' })).toBe('TEMPLATE_UNKNOWN');
  });

  it('do not read the client’s other records for a save that changes words only', async () => {
    const { app, note } = await withNote();
    const content = answered(note);
    const { vault } = app.session.practice();
    // The first answer moves the note on the card: from empty to one that waits for a signature.
    let { revision } = await app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, ...content });
    const before = vault.entry(note.value.clientId)?.revision;
    for (let save = 0; save < 3; save += 1) ({ revision } = await app.ok('notes:saveDraft', { noteId: note.value.id, revision, ...content }));
    expect(vault.entry(note.value.clientId)?.revision).toBe(before);
    await app.ok('notes:saveDraft', { noteId: note.value.id, revision, document: content.document, header: { ...content.header, serviceDate: '2026-11-20' as never } });
    expect(vault.entry(note.value.clientId)?.revision).toBe((before ?? 0) + 1);
  });
});
