import { afterEach, describe, expect, it } from 'vitest';
import { dropForms, flushAll, flushPending, registerFlush, registerForm, saveForms, unsavedForm } from './flush.ts';

const undo: (() => void)[] = [];
afterEach(() => { for (const step of undo.splice(0)) step(); });

function form(name: string, save: (() => Promise<boolean>) | null) {
  const held = { open: true };
  undo.push(registerForm(() => (held.open ? { name, save: save === null ? null : async () => { const done = await save(); if (done) held.open = false; return done; }, drop: () => { held.open = false; } } : null)));
  return held;
}

describe('unsaved forms', () => {
  it('names the form opened last and is silent about saved ones', () => {
    const first = form('Settings', null);
    const second = form('Step down', null);
    expect(unsavedForm()?.name).toBe('Step down');
    second.open = false;
    expect(unsavedForm()?.name).toBe('Settings');
    first.open = false;
    expect(unsavedForm()).toBeNull();
  });

  it('saves at the lock what can be saved and says so when something cannot', async () => {
    const valid = form('Edit details', async () => true);
    expect(await flushAll()).toBe(true);
    expect(valid.open).toBe(false);
    const half = form('Add a client', async () => false);
    const dialog = form('Discharge', null);
    expect(await flushAll()).toBe(false);
    expect([half.open, dialog.open]).toEqual([true, true]);
    expect(await saveForms()).toBe(false);
  });

  it('leaves forms alone when only saves on their way are finished', async () => {
    const half = form('Add a client', async () => true);
    let flushed = 0;
    undo.push(registerFlush(async () => { flushed += 1; }));
    expect(await flushPending()).toBe(true);
    expect([flushed, half.open]).toEqual([1, true]);
    undo.push(registerFlush(async () => { throw new Error('disk'); }));
    expect(await flushAll()).toBe(false);
  });

  it('gives up everything when the person says so', () => {
    const [one, two] = [form('Settings', null), form('Discharge', null)];
    dropForms();
    expect([one.open, two.open]).toEqual([false, false]);
  });
});
