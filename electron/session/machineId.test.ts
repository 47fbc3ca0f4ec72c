import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder, testDeps } from '../vault/keysTestKit.ts';
import { readMachineId } from './machineId.ts';

const { fs, random } = testDeps();

it('is made once and is the same from then on; another folder has another', async () => {
  const folder = tempFolder();
  const first = await readMachineId(fs, folder, random);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(await readMachineId(fs, folder, random)).toBe(first);
  expect(await readMachineId(fs, tempFolder(), random)).not.toBe(first);
});

it('is made anew where the file says nothing, and holds for the run where none can be written', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'machine'), 'not an id');
  const made = await readMachineId(fs, folder, random);
  expect(readFileSync(join(folder, 'machine'), 'latin1')).toBe(made);
  const gone = join(tempFolder(), 'nothing here');
  expect(await readMachineId(fs, gone, random)).toMatch(/^[0-9a-f]{32}$/);
  const taken = tempFolder();
  mkdirSync(join(taken, 'machine'));
  chmodSync(taken, 0o700);
  expect(await readMachineId(fs, taken, random)).toMatch(/^[0-9a-f]{32}$/);
});
