// Measures, the clinical record and the checks over a real vault: what is recorded is counted, kept, shown on
// the caseload, and acknowledged; what cannot be is refused and changes nothing.
import { describe, expect, it } from 'vitest';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { firstRun, PASSPHRASE, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

type Id = ChannelInput<'clients:get'>['clientId'];
type Entry<L extends string> = Extract<ChannelInput<'clinical:apply'>['command'], { list: L; kind: 'put' }>['entry'];

async function withClient(): Promise<{ app: TestApp; clientId: Id }> {
  const app = await startTestApp();
  await firstRun(app);
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana Whitlock', credentials: 'LCSW' });
  const { value } = await app.ok('clients:create', { details: details() });
  return { app, clientId: value.id };
}

function phq(clientId: Id, answers: Record<string, number | null>, over: Partial<ChannelInput<'measures:record'>> = {}): ChannelInput<'measures:record'> {
  return { clientId, instrumentId: 'PHQ-9', mode: 'self', date: '2026-11-22' as never, time: '14:00' as never, answers, note: '', ...over };
}
const all = (value: number): Record<string, number> => Object.fromEntries(Array.from({ length: 9 }, (_none, at) => [String(at + 1), value]));

const medication: Entry<'medications'> = {
  id: 'aaaaaaaaaaaaaaaaaaaa' as never, note: '', kind: 'naltrexone_xr', purpose: 'maintenance', product: 'Vivitrol', strength: '380 mg', dose: '', route: 'injection', frequency: 'every 4 weeks', prescriber: 'Dr Amari', site: '', prescriptionDays: null,
  start: '2026-10-20' as never, startTime: null, lastTaken: '2026-10-20' as never, nextDue: '2026-11-17' as never, tapering: false, stop: null, stopReason: null, adherencePercent: null, missedDoses7d: null, source: 'prescriberRecord',
};

async function alerts(app: TestApp): Promise<string[]> {
  return ((await app.ok('clients:list', { status: 'active' }))[0]?.alerts ?? []).map(({ id }) => id);
}

describe('measures', () => {
  it('are counted, kept with their answers, and stand on the chart', async () => {
    const { app, clientId } = await withClient();
    expect((await app.ok('instruments:list', {})).map(({ id }) => id)).toEqual(expect.arrayContaining(['COWS', 'PHQ-9', 'BAM']));
    const { value } = await app.ok('measures:record', phq(clientId, { ...all(1), '9': 0 }));
    expect(value).toMatchObject({ instrumentId: 'PHQ-9', administrator: 'Dana Whitlock', mode: 'self', result: { total: 8, band: 'mild', alerts: [], missing: [] } });
    expect((await app.ok('measures:list', { clientId })).map((held) => held.value.id)).toEqual([value.id]);
    expect((await app.ok('chart:get', { clientId })).measures).toMatchObject([{ id: value.id, result: { total: 8 } }]);
  });

  it('have no total while an answer is missing, and still raise the suicide-risk check', async () => {
    const { app, clientId } = await withClient();
    const { value } = await app.ok('measures:record', phq(clientId, { '9': 1 }));
    expect(value.result).toMatchObject({ total: null, alerts: ['R-SUI1'] });
    expect(value.result.missing).toHaveLength(8);
    // Item 9 is all that the chart tells of the answers.
    const [head] = (await app.ok('chart:get', { clientId })).measures;
    expect(head).toMatchObject({ item9: 1 });
    expect(head).not.toHaveProperty('answers');
    expect(await alerts(app)).toContain('R-SUI1');
  });

  it('refuse what the form does not offer, a day to come, and an unknown form', async () => {
    const { app, clientId } = await withClient();
    expect(await app.refusal('measures:record', phq(clientId, { '1': 4 }))).toBe('BAD_REQUEST');
    expect(await app.refusal('measures:record', phq(clientId, { '12': 1 }))).toBe('BAD_REQUEST');
    expect(await app.refusal('measures:record', phq(clientId, {}, { date: '2026-11-23' as never }))).toBe('DATE_ORDER');
    expect(await app.refusal('measures:record', phq(clientId, {}, { instrumentId: 'MMPI' }))).toBe('NOT_FOUND');
    expect(await app.refusal('measures:record', phq(clientId, {}, { instrumentId: 'COWS', mode: 'self' }))).toBe('BAD_REQUEST');
    expect(await app.ok('measures:list', { clientId })).toEqual([]);
  });

  it('entered in error stay, with the reason, and count for nothing', async () => {
    const { app, clientId } = await withClient();
    const made = await app.ok('measures:record', phq(clientId, all(2)));
    expect(await alerts(app)).toEqual(expect.arrayContaining(['R-SUI1', 'R-DEP1']));
    const at = { measureId: made.value.id, revision: made.revision };
    expect(await app.refusal('measures:markError', { ...at, reason: '  ' })).toBe('BAD_REQUEST');
    const marked = await app.ok('measures:markError', { ...at, reason: 'Answers of another person' });
    expect(marked.value).toMatchObject({ enteredInError: true, error: { reason: 'Answers of another person', who: 'Dana Whitlock' }, answers: { '1': 2 } });
    expect(await app.refusal('measures:markError', { ...at, reason: 'again' })).toBe('SAVE_CONFLICT');
    expect(await app.refusal('measures:markError', { ...at, revision: marked.revision, reason: 'again' })).toBe('BAD_REQUEST');
    expect(await alerts(app)).not.toContain('R-DEP1');
    expect(await alerts(app)).not.toContain('R-SUI1');
  });
});

describe('scores in session notes', () => {
  type Open = ChannelOutput<'notes:get'>;
  const answered = (note: Open, value: number | null): Open['value']['document'] => note.value.document.map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'field' && child.fieldId === 'craving_now' ? { ...child, field: { kind: 'scale' as const, value } } : child)) }));
  async function note(app: TestApp, clientId: Id, templateId: string, value: number | null, header: Partial<Open['value']['header']> = {}): Promise<Open> {
    const made = await app.ok('notes:create', { clientId, templateId });
    await app.ok('notes:saveDraft', { noteId: made.value.id, revision: made.revision, header: { ...made.value.header, interpreter: 'Spanish', ...header }, document: answered(made, value) });
    return app.ok('notes:get', { noteId: made.value.id });
  }

  it('are told from the notes themselves: drafts marked, visits that did not take place and days to come left out', async () => {
    const { app, clientId } = await withClient();
    const stranger = await app.ok('clients:create', { details: details({ preferredName: 'Otto' }) });
    await note(app, stranger.value.id, 'soap', 9);
    const late = await note(app, clientId, 'mat_checkin', 4, { startTime: '15:00' as never });
    const early = await note(app, clientId, 'soap', 7, { startTime: '09:00' as never });
    await note(app, clientId, 'dap', null);
    await note(app, clientId, 'dap', 8, { serviceType: 'no_show' });
    await note(app, clientId, 'dap', 8, { serviceDate: '2026-11-23' as never });
    const told = await app.ok('measures:fromNotes', { clientId });
    expect(told.map(({ noteId, value, signed, date, time }) => [noteId, value, signed, date, time])).toEqual([[early.value.id, 7, false, '2026-11-22', '09:00'], [late.value.id, 4, false, '2026-11-22', '15:00']]);
    // Nothing was stored for it.
    expect(await app.ok('measures:list', { clientId })).toEqual([]);
    await app.ok('notes:saveDraft', { noteId: early.value.id, revision: early.revision, header: early.value.header, document: answered(early, 2) });
    expect((await app.ok('measures:fromNotes', { clientId })).map(({ value }) => value)).toEqual([2, 4]);
    // Each note is opened once for it, and again only after a change.
    const { records } = app.session.practice();
    const opened: string[] = [];
    const { open } = records;
    Object.assign(records, { open: (kind: 'note', id: string) => { opened.push(id); return open(kind, id); } });
    await app.ok('measures:fromNotes', { clientId });
    expect(opened).toEqual([]);
    Object.assign(records, { open });
    expect(await app.ok('measures:fromNotes', { clientId: stranger.value.id })).toMatchObject([{ title: 'SOAP note', value: 9 }]);
  });
});

describe('the clinical record', () => {
  it('begins with its first entry, is changed in place, and refuses an old revision', async () => {
    const { app, clientId } = await withClient();
    expect(await app.ok('clinical:get', { clientId })).toMatchObject({ revision: 0, value: { medications: [] } });
    const first = await app.ok('clinical:apply', { clientId, revision: 0, command: { kind: 'put', list: 'medications', entry: medication } });
    expect(first.value.medications).toMatchObject([{ product: 'Vivitrol', recordedBy: 'Dana Whitlock', enteredInError: false }]);
    expect(await app.refusal('clinical:apply', { clientId, revision: 0, command: { kind: 'put', list: 'medications', entry: medication } })).toBe('SAVE_CONFLICT');
    expect(await app.refusal('clinical:apply', { clientId, revision: first.revision, command: { kind: 'put', list: 'medications', entry: { ...medication, stop: '2026-10-01' as never } } })).toBe('DATE_ORDER');
    const wrong = await app.ok('clinical:apply', { clientId, revision: first.revision, command: { kind: 'markError', list: 'medications', id: medication.id } });
    expect(wrong.value.medications).toMatchObject([{ enteredInError: true }]);
    expect(app.session.practice().records.entries('clinical', clientId)).toHaveLength(1);
    expect((await app.ok('chart:get', { clientId })).clinical).toEqual(await app.ok('clinical:get', { clientId }));
  });

  it('is opened once for two first entries at the same time', async () => {
    const { app, clientId } = await withClient();
    const put = { clientId, revision: 0, command: { kind: 'put', list: 'medications', entry: medication } } as const;
    const answers = await Promise.all([app.call('clinical:apply', put), app.call('clinical:apply', put)]);
    expect(answers.map((answer) => (answer.ok ? 'saved' : answer.code)).toSorted()).toEqual(['SAVE_CONFLICT', 'saved']);
    expect(app.session.practice().records.entries('clinical', clientId)).toHaveLength(1);
  });

  it('is closed with the client’s record', async () => {
    const { app, clientId } = await withClient();
    const { revision } = await app.ok('clients:get', { clientId });
    await app.ok('clients:archive', { clientId, revision });
    expect(await app.refusal('clinical:apply', { clientId, revision: 0, command: { kind: 'lowerPtsdCut', value: true } })).toBe('CLIENT_ARCHIVED');
    expect(await app.refusal('measures:record', phq(clientId, all(0)))).toBe('CLIENT_ARCHIVED');
  });

  it('sets the cut that the next PC-PTSD-5 is read by', async () => {
    const { app, clientId } = await withClient();
    const trauma = { ...phq(clientId, { exposure: 1, '1': 1, '2': 1, '3': 1, '4': 0, '5': 0 }), instrumentId: 'PC-PTSD-5' };
    expect((await app.ok('measures:record', trauma)).value.result.band).toBe('negative');
    await app.ok('clinical:apply', { clientId, revision: 0, command: { kind: 'lowerPtsdCut', value: true } });
    expect((await app.ok('measures:record', trauma)).value.result.band).toBe('positive');
  });
});

describe('the checks', () => {
  it('reach the caseload, are acknowledged with a reason, and come back with new evidence', async () => {
    const { app, clientId } = await withClient();
    await app.ok('measures:record', phq(clientId, { ...all(0), '9': 1 }));
    const [found] = (await app.ok('rules:get', { clientId })).filter(({ id }) => id === 'R-SUI1');
    expect(found).toMatchObject({ severity: 'alert', acknowledged: null });
    const seen = await app.ok('rules:acknowledge', { clientId, ruleId: 'R-SUI1', evidenceKeys: found?.keys ?? [], why: 'Risk assessed, safety plan made' });
    expect(seen.find(({ id }) => id === 'R-SUI1')?.acknowledged).toMatchObject({ who: 'Dana Whitlock', why: 'Risk assessed, safety plan made' });
    expect(await alerts(app)).not.toContain('R-SUI1');
    app.pass(60_000);
    await app.ok('measures:record', phq(clientId, { ...all(0), '9': 2 }, { time: '14:01' as never }));
    expect(await alerts(app)).toContain('R-SUI1');
  });

  it('follow the details as well: a kit that is given is not asked about again', async () => {
    const { app, clientId } = await withClient();
    await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: '' } });
    const plan = await app.ok('plans:create', { clientId });
    await app.ok('plans:saveDraft', { planId: plan.value.id, revision: plan.revision, content: { ...plan.value.content, diagnoses: [{ code: 'F11.20', label: '' }] } });
    expect(await alerts(app)).toContain('R-NAL1');
    const { revision } = await app.ok('clients:get', { clientId });
    await app.ok('clients:update', { clientId, revision, details: details({ naloxone: { state: 'on_hand', expires: '2027-12-01' as never } }) });
    expect(await alerts(app)).not.toContain('R-NAL1');
  });

  it('turn on the caseload on the day that the record names, without a save in between', async () => {
    const { app, clientId } = await withClient();
    const { revision } = await app.ok('clinical:apply', { clientId, revision: 0, command: { kind: 'put', list: 'medications', entry: { ...medication, start: '2026-11-02' as never, lastTaken: '2026-11-02' as never, nextDue: null } } });
    expect(await alerts(app)).not.toContain('R-NTX2');
    const severity = async () => (await app.ok('clients:list', { status: 'active' }))[0]?.alerts.find(({ id }) => id === 'R-NTX2')?.severity;
    app.pass(5 * 86_400_000);
    expect(await severity()).toBe('warn');
    app.pass(7 * 86_400_000);
    expect(await severity()).toBe('alert');
    expect((await app.ok('rules:get', { clientId })).find(({ id }) => id === 'R-NTX2')?.severity).toBe('alert');
    await app.ok('clinical:apply', { clientId, revision, command: { kind: 'put', list: 'medications', entry: { ...medication, start: '2026-11-02' as never, lastTaken: '2026-12-04' as never, nextDue: null } } });
    expect(await severity()).toBeUndefined();
  });

  it('say on the caseload that nobody has been seen for too long, without a save in between', async () => {
    const { app, clientId } = await withClient();
    await app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: '2026-11-20' as never, plannedEnd: null, program: '' } });
    expect(await alerts(app)).not.toContain('R-GAP1');
    app.pass(6 * 86_400_000);
    expect(await alerts(app)).toContain('R-GAP1');
    const row = (await app.ok('clients:list', { status: 'active' }))[0];
    expect((await app.ok('chart:get', { clientId })).row.alerts.find(({ id }) => id === 'R-GAP1')).toEqual(row?.alerts.find(({ id }) => id === 'R-GAP1'));
    expect((await app.ok('rules:get', { clientId })).find(({ id }) => id === 'R-GAP1')?.message).toBe(row?.alerts.find(({ id }) => id === 'R-GAP1')?.text);
  });
});

it('the window is given back by the passphrase only, with growing pauses', async () => {
  const { app } = await withClient();
  expect(await app.ok('vault:verifyPassphrase', { passphrase: PASSPHRASE })).toEqual({});
  expect(await app.refusal('vault:verifyPassphrase', { passphrase: 'a guess' })).toBe('UNLOCK_FAILED');
  expect(await app.refusal('vault:verifyPassphrase', { passphrase: PASSPHRASE })).toBe('UNLOCK_WAIT');
  app.pass(1000);
  expect(await app.ok('vault:verifyPassphrase', { passphrase: PASSPHRASE })).toEqual({});
});
