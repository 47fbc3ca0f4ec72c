import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../vault/keysTestKit.ts';
import { readLicences } from './licences.ts';

const one = (name: string, version: string) => ({ name, version, licence: 'MIT', text: `the words of ${name}` });

function file(value: unknown): string {
  const path = join(tempFolder(), 'licences.json');
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

it('gives the lists of all bundles as one, each package once a version', async () => {
  const lists = [file([one('zod', '4.0.0'), one('react', '19.0.0')]), file([one('zod', '4.0.0'), one('zod', '3.0.0')])];
  expect((await readLicences(lists)).map(({ name, version }) => `${name} ${version}`)).toEqual(['react 19.0.0', 'zod 3.0.0', 'zod 4.0.0']);
});

it.each([['cut off', '[{"name":'], ['of another shape', [{ name: 'zod' }]], ['without a text', [{ ...one('zod', '4.0.0'), text: '' }]]])('refuses a list that is %s, whole', async (_what, value) => {
  await expect(readLicences([file([one('react', '19.0.0')]), file(value)])).rejects.toMatchObject({ code: 'IMPORT_FAILED' });
});

it('refuses where a list is missing', async () => {
  await expect(readLicences([join(tempFolder(), 'licences.json')])).rejects.toMatchObject({ code: 'IMPORT_FAILED' });
});
