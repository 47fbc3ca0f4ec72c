// After the whole suite: looks for the canaries in everything that the app and its browser left behind
// (F17), then removes it. Fails the run on a single hit.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Hit, sweep, type Sweep } from './canary.ts';
import { writeFamily } from './families.ts';
import { suiteFolder } from './suiteFolder.ts';

async function profileSweeps(folder: string): Promise<Sweep[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('profile-sweep-'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Sweep));
}

export default async function sweepAfterSuite(): Promise<void> {
  const root = suiteFolder();
  const hits: Hit[] = [];
  let files = 0;
  for (const name of await readdir(root)) {
    const folder = join(root, name);
    const parts = [await sweep(join(folder, 'data')), await sweep(join(folder, 'home')), ...await profileSweeps(folder)];
    const output = await sweepLog(folder);
    for (const part of [...parts, output]) {
      files += part.files;
      hits.push(...part.hits);
    }
  }
  await writeFamily('F17', { id: 'F17', cases: files, failures: hits.length });
  process.stdout.write(`F17: ${String(files)} files searched, ${String(hits.length)} plain-text finds\n`);
  if (process.env['KEEP_E2E_DATA'] === undefined) await rm(root, { recursive: true, force: true });
  if (hits.length > 0) throw new Error(`plain text outside the vault: ${JSON.stringify(hits.slice(0, 20), null, 1)}`);
}

async function sweepLog(folder: string): Promise<Sweep> {
  const logs = await sweep(folder);
  return { ...logs, files: 0, hits: logs.hits.filter((hit) => hit.file.endsWith('output.log')) };
}
