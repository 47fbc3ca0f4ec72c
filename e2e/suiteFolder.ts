// Where the end-to-end suite keeps what the app wrote, until the sweep. One folder per run, shared by
// its workers through the environment. Refuses to be inside the project or a home folder.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of this run; made on first use by the configuration. */
export function suiteFolder(): string {
  const known = process.env['THROUGHLINE_E2E_FOLDER'];
  if (known !== undefined) return known;
  const made = mkdtempSync(join(tmpdir(), 'throughline-e2e-'));
  process.env['THROUGHLINE_E2E_FOLDER'] = made;
  return made;
}
