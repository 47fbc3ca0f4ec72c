// Each save of a screen is one frame with one fsync, also where the client's card changes with it: a cut
// of power can then never leave the record without the card or the card without the record.
import { expect, it } from 'vitest';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { firstRun, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

function countingFs(): { readonly fs: VaultFs; syncs: number } {
  const inner = createNodeFs();
  const counted: { fs: VaultFs; syncs: number } = { syncs: 0, fs: { ...inner, async open(path, flag) {
    const file = await inner.open(path, flag);
    return { ...file, read: file.read.bind(file), write: file.write.bind(file), size: file.size.bind(file), truncate: file.truncate.bind(file), close: file.close.bind(file), sync: () => { counted.syncs += 1; return file.sync(); } };
  } } };
  return counted;
}

it('costs one fsync for each save', async () => {
  const disk = countingFs();
  const app = await startTestApp({ vaultDeps: { fs: disk.fs } });
  await firstRun(app);
  const cost = async <T>(work: Promise<T>): Promise<T> => {
    const before = disk.syncs;
    const value = await work;
    costs.push(disk.syncs - before);
    return value;
  };
  const costs: number[] = [];
  const { value: { id: clientId } } = await app.ok('clients:create', { details: details() });
  // The first note also stores its template, once.
  await app.ok('notes:create', { clientId, templateId: 'cbt_session' });
  const episode = await cost(app.ok('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: '2026-11-02' as never, plannedEnd: null, program: '' } }));
  await cost(app.ok('episodes:apply', { episodeId: episode.value.id, revision: episode.revision, command: { kind: 'addOverlay', overlay: 'OBOT', start: '2026-11-02' as never, end: null, detail: '' } }));
  const plan = await cost(app.ok('plans:create', { clientId }));
  await cost(app.ok('plans:saveDraft', { planId: plan.value.id, revision: plan.revision, content: { ...plan.value.content, diagnoses: [{ code: 'F11.20', label: '' }] } }));
  const note = await cost(app.ok('notes:create', { clientId, templateId: 'cbt_session' }));
  await cost(app.ok('notes:saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceDate: '2026-11-20' as never }, document: note.value.document }));
  await cost(app.ok('notes:discardDraft', { noteId: note.value.id, revision: note.revision + 1 }));
  const measure = await cost(app.ok('measures:record', { clientId, instrumentId: 'PHQ-9', mode: 'self', date: '2026-11-20' as never, time: null, answers: { '9': 1 }, note: '' }));
  await cost(app.ok('measures:markError', { measureId: measure.value.id, revision: measure.revision, reason: 'Of another person' }));
  await cost(app.ok('clinical:apply', { clientId, revision: 0, command: { kind: 'lowerPtsdCut', value: true } }));
  expect(costs).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(await cost(app.ok('clients:list', { status: 'active' }))).toMatchObject([{ level: 'IOP', blankDrafts: 1 }]);
  expect(costs.at(-1)).toBe(0);
});
