// Writes the result of a fault family that needs the whole app, where `npm run faults` collects it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './host/launch.ts';

export type FamilyResult = { id: string; cases: number; failures: number };

/** Leaves `test-results/families/<file>.json`; the id may be shared by several files. */
export async function writeFamily(file: string, result: FamilyResult): Promise<void> {
  const folder = join(projectRoot, 'test-results', 'families');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${file}.json`), `${JSON.stringify(result)}\n`);
}
