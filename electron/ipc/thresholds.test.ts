// Thresholds over a real vault: a changed figure changes what is found on the client's page and on every card,
// a wrong one is refused, and cards that a crash left behind are brought along later.
import { describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import { change } from '../session/records.ts';
import { firstRun, startTestApp, type TestApp } from './handlersTestKit.ts';
import { details } from './testClients.ts';

type Id = ChannelInput<'clients:get'>['clientId'];

async function withScore(total: number): Promise<{ app: TestApp; clientId: Id }> {
  const app = await startTestApp();
  await firstRun(app);
  const { value } = await app.ok('clients:create', { details: details() });
  const answers = Object.fromEntries(Array.from({ length: 9 }, (_none, at) => [String(at + 1), at < total ? 1 : 0]));
  await app.ok('measures:record', { clientId: value.id, instrumentId: 'PHQ-9', mode: 'self', date: '2026-11-22' as never, time: null, answers, note: '' });
  return { app, clientId: value.id };
}

async function set(app: TestApp, rules: Record<string, number>): Promise<void> {
  await app.ok('settings:update', { ...(await app.ok('settings:get', {})), rules });
}

async function onCard(app: TestApp): Promise<string[]> {
  return ((await app.ok('clients:list', { status: 'active' }))[0]?.alerts ?? []).map(({ id }) => id);
}

async function onPage(app: TestApp, clientId: Id): Promise<string[]> {
  return (await app.ok('rules:get', { clientId })).map(({ id }) => id);
}

describe('a threshold', () => {
  it('changes what is found on the page, on the chart and on the card, and back', async () => {
    const { app, clientId } = await withScore(8);
    expect(await onCard(app)).not.toContain('R-DEP1');
    await set(app, { phq9Cut: 8 });
    expect(await onCard(app)).toContain('R-DEP1');
    expect(await onPage(app, clientId)).toContain('R-DEP1');
    expect((await app.ok('chart:get', { clientId })).row.alerts.map(({ id }) => id)).toContain('R-DEP1');
    await set(app, { phq9Cut: 9 });
    expect(await onCard(app)).not.toContain('R-DEP1');
    // The default is not kept.
    await set(app, { phq9Cut: 10 });
    expect(await app.ok('settings:get', {})).not.toHaveProperty('rules');
    expect(await onPage(app, clientId)).not.toContain('R-DEP1');
  });

  it('is refused out of its bounds, and nothing changes', async () => {
    const { app } = await withScore(8);
    const settings = await app.ok('settings:get', {});
    expect(await app.refusal('settings:update', { ...settings, rules: { phq9Cut: 99 } })).toBe('BAD_REQUEST');
    expect(await app.refusal('settings:update', { ...settings, rules: { 'no such thing': 1 } })).toBe('BAD_REQUEST');
    expect(await app.ok('settings:get', {})).toEqual(settings);
  });

  it('that was saved before a crash reaches the cards when the caseload is next asked for', async () => {
    const { app } = await withScore(8);
    const { records, settings } = app.session.practice();
    // The settings alone, as if the app had ended before the first card.
    await records.save([change(settings, { ...settings.data, rules: { phq9Cut: 8 } })]);
    expect(await onCard(app)).toContain('R-DEP1');
  });

  it('about the dates of plans counts for the proposal and for the caseload', async () => {
    const { app, clientId } = await withScore(0);
    await set(app, { reviewDaysWithoutLevel: 30 });
    const { value } = await app.ok('plans:create', { clientId });
    expect(value.content.nextReviewDue).toBe('2026-12-22');
  });
});
