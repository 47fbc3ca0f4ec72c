// What a plan says about medication, about parts left out and about who agrees, over a real vault: kept in force,
// carried into the next version except for the agreements.
import { expect, it } from 'vitest';
import { firstRun, startTestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

it('a new version keeps path and reasons, and is agreed anew', async () => {
  const app = await startTestApp();
  await firstRun(app);
  const clientId = (await app.ok('clients:create', { details: details() })).value.id;
  const made = await app.ok('plans:create', { clientId });
  const id = (letter: string) => letter.repeat(20) as never;
  const objective = { id: id('c'), number: '999.a', text: 'Keep the naloxone kit within reach', measure: made.value.content.problems[0]?.goals[0]?.objectives[0]?.measure ?? { metric: '', baseline: null, target: null, unit: '', direction: 'up' as const, source: '' }, startDate: null, targetDate: null, status: 'in_progress' as const, statusReason: '', interventions: [] };
  const content = {
    ...made.value.content, nextReviewDue: '2026-12-22' as never, pathway: 'no_medication' as const, pathwayNote: 'All three were explained.', notIndicated: { coOccurring: 'screened' },
    agreements: [{ id: id('d'), role: 'client' as const, name: 'Ana', date: '2026-11-22' as never, refusedReason: '' }],
    problems: [{ id: id('a'), no: 999, statement: 'Evening urges', dimension: null, evidence: '', status: 'active' as const, statusReason: '', goals: [{ id: id('b'), number: '999', text: 'Sleep at home', targetDate: null, status: 'active' as const, objectives: [objective] }] }],
  };
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), clinicianName: 'Dana Whitlock' });
  const saved = await app.ok('plans:saveDraft', { planId: made.value.id, revision: made.revision, content });
  const active = await app.ok('plans:activate', { planId: made.value.id, revision: saved.revision });
  expect(active.value.content).toMatchObject({ pathway: 'no_medication', agreements: [{ role: 'client', name: 'Ana' }] });
  const next = await app.ok('plans:create', { clientId });
  expect(next.value.content).toMatchObject({ pathway: 'no_medication', pathwayNote: 'All three were explained.', notIndicated: { coOccurring: 'screened' } });
  expect(next.value.content).not.toHaveProperty('agreements');
});
