import { expect, test } from 'vitest';
import { MIGRATIONS } from './list.ts';
import { latestVersion, migrateRecord, runMigrations } from './runner.ts';
import type { MigratingRecord, Migration, MigrationProgress, MigrationStore } from './runner.ts';

// A made-up history: version 0 kept a client's name in one string and a phone as a number.
type ClientV0 = { name: string; phone: number };
type ClientV1 = { given: string; family: string; phone: number };
type ClientV2 = { given: string; family: string; phone: string };

const splitName: Migration = { to: 1, name: 'split-name', migrate: (record) => {
  const old = record.value as ClientV0 | ClientV1;
  if (record.kind !== 'client' || !('name' in old)) return record;
  const [given = '', family = ''] = old.name.split(' ');
  return { kind: 'client', value: { given, family, phone: old.phone } satisfies ClientV1 };
} };
const phoneAsText: Migration = { to: 2, name: 'phone-as-text', migrate: (record) => {
  const old = record.value as ClientV1 | ClientV2;
  if (record.kind !== 'client' || typeof old.phone === 'string') return record;
  // Would leave a record without a name of version 1 half made, if it came before splitName.
  return { kind: 'client', value: { given: old.given, family: old.family, phone: String(old.phone) } satisfies ClientV2 };
} };
const HISTORY = [splitName, phoneAsText];

const COUNT = 1000;
const id = (at: number): string => `client${String(at).padStart(4, '0')}`;

/** Vault of version 0 in memory, whose commits are atomic; `killAt` makes the process end before that commit. */
function oldVault(killAt = Number.POSITIVE_INFINITY, progress: MigrationProgress = { version: 0, target: 0, doneThrough: null }) {
  const records = new Map<string, MigratingRecord>();
  for (let at = 0; at < COUNT; at += 1) records.set(id(at), { kind: 'client', value: { name: `Ann${at} Lee`, phone: at } });
  records.set('settings', { kind: 'settings', value: { theme: 'dark' } });
  const state = { records, progress, commits: 0, written: 0, killAt };
  const store: MigrationStore = {
    progress: async () => state.progress,
    recordIds: async () => [...state.records.keys()].toReversed(),
    read: async (recordId) => structuredClone(state.records.get(recordId)) as MigratingRecord,
    commit: async (changed, next) => {
      if (state.commits >= state.killAt) throw new Error('killed');
      state.commits += 1;
      state.written += changed.length;
      for (const { recordId, record } of changed) state.records.set(recordId, record);
      state.progress = next;
    },
  };
  return { state, store };
}

function expectMigrated(records: Map<string, MigratingRecord>): void {
  for (let at = 0; at < COUNT; at += 1) expect(records.get(id(at))?.value).toEqual({ given: `Ann${at}`, family: 'Lee', phone: String(at) });
  expect(records.get('settings')?.value).toEqual({ theme: 'dark' });
}

test('older data is brought forward in order, records that a step leaves alone are not written', async () => {
  const { state, store } = oldVault();
  expect(await runMigrations(HISTORY, store)).toBe(COUNT);
  expectMigrated(state.records);
  expect(state.progress).toEqual({ version: 2, target: 2, doneThrough: null });
  expect(await runMigrations(HISTORY, store)).toBe(0);
  expect(state.written).toBe(COUNT);
});

test('the order matters and is by number', () => {
  const old = { kind: 'client', value: { name: 'Ann Lee', phone: 5 } };
  expect(migrateRecord(HISTORY, old, 0).value).toEqual({ given: 'Ann', family: 'Lee', phone: '5' });
  expect(migrateRecord(HISTORY, old, 0, 1).value).toEqual({ given: 'Ann', family: 'Lee', phone: 5 });
  expect(() => migrateRecord([phoneAsText, splitName], old, 0)).toThrow('INTERNAL');
  expect(() => migrateRecord([splitName, { ...phoneAsText, to: 3 }], old, 0)).toThrow('INTERNAL');
});

test('every step gives back what it made itself', () => {
  for (const [at, step] of HISTORY.entries()) {
    const made = migrateRecord(HISTORY, { kind: 'client', value: { name: 'Ann Lee', phone: 5 } }, 0, at + 1);
    expect(step.migrate(made)).toBe(made);
  }
});

test('killed before every commit, it resumes and writes no record twice', async () => {
  const { state: whole, store } = oldVault();
  await runMigrations(HISTORY, store);
  for (let killAt = 0; killAt < whole.commits; killAt += 1) {
    const { state, store: killed } = oldVault(killAt);
    await expect(runMigrations(HISTORY, killed)).rejects.toThrow('killed');
    state.killAt = Number.POSITIVE_INFINITY;
    await runMigrations(HISTORY, killed);
    expectMigrated(state.records);
    expect(state.written).toBe(COUNT);
  }
  expect(whole.commits).toBeGreaterThan(5);
});

test('a damaged record stays as it is and keeps nobody from the others; large records go in small batches', async () => {
  const { state, store } = oldVault();
  const damaged: MigrationStore = { ...store, read: async (recordId) => (recordId === id(7) ? null : store.read(recordId)) };
  expect(await runMigrations(HISTORY, damaged)).toBe(COUNT - 1);
  expect(state.records.get(id(7))?.value).toEqual({ name: 'Ann7 Lee', phone: 7 });
  const { state: large, store: largeStore } = oldVault();
  for (let at = 0; at < 20; at += 1) large.records.set(id(at), { kind: 'client', value: { name: `Ann${at} ${'x'.repeat(1_000_000)}`, phone: at } });
  let most = 0;
  await runMigrations(HISTORY, { ...largeStore, commit: async (changed, progress) => {
    most = Math.max(most, JSON.stringify(changed).length);
    await largeStore.commit(changed, progress);
  } });
  expect(most).toBeLessThan(4_000_000);
});

test('a run that an older release began is finished by a newer one', async () => {
  for (const killAt of [1, 3, 5]) {
    const { state, store } = oldVault(killAt);
    await expect(runMigrations([splitName], store)).rejects.toThrow('killed');
    state.killAt = Number.POSITIVE_INFINITY;
    await runMigrations(HISTORY, store);
    expectMigrated(state.records);
  }
});

test('a vault of a newer version is refused and nothing is written', async () => {
  for (const progress of [{ version: 3, target: 3, doneThrough: null }, { version: 2, target: 3, doneThrough: id(5) }]) {
    const { state, store } = oldVault(0, progress);
    await expect(runMigrations(HISTORY, store)).rejects.toMatchObject({ code: 'OPEN_NEWER' });
    expect(state.commits).toBe(0);
  }
  expect(() => migrateRecord(HISTORY, { kind: 'client', value: {} }, 3)).toThrow('OPEN_NEWER');
});

test('the released list is numbered from 1 without a gap, and version 1 changes nothing', () => {
  expect(MIGRATIONS.map((step) => step.to)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  expect(latestVersion(MIGRATIONS)).toBe(1);
  const record = { kind: 'note', value: { text: 'x' } };
  expect(migrateRecord(MIGRATIONS, record, 0)).toBe(record);
});
