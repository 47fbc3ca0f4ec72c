// A file chosen by a person may be anything: on the real disk, with a real pipe and a real device.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../vault/keysTestKit.ts';
import { readIn } from './readIn.ts';

it('gives the text up to the limit, and says where there is more', async () => {
  const path = join(tempFolder(), 'file.json');
  writeFileSync(path, 'grün');
  expect(await readIn(path, 5)).toEqual({ content: 'grün' });
  expect(await readIn(path, 4)).toBe('tooLarge');
  writeFileSync(path, '');
  expect(await readIn(path, 4)).toEqual({ content: '' });
});

it.skipIf(process.platform === 'win32')('neither waits for a pipe nor reads a device or a folder, also behind a link', async () => {
  const folder = tempFolder();
  execFileSync('mkfifo', [join(folder, 'pipe.json')]);
  symlinkSync('/dev/zero', join(folder, 'zero.json'));
  mkdirSync(join(folder, 'folder.json'));
  for (const name of ['pipe.json', 'zero.json', 'folder.json']) await expect(readIn(join(folder, name), 100), name).rejects.toMatchObject({ code: 'EINVAL' });
  await expect(readIn(join(folder, 'missing.json'), 100)).rejects.toMatchObject({ code: 'ENOENT' });
});
