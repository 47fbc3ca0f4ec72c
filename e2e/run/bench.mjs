// `npm run bench -- --only typing`: speed, measured on this machine and never asserted by `npm test`. Each
// benchmark is a file of e2e/bench that prints its own table. Refuses a name that is not there.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root, run, say } from './bootstrap.mjs';

await prepare(import.meta.url);

const folder = join(root, 'e2e', 'bench');
const names = readdirSync(folder).filter((file) => file.endsWith('.bench.ts')).map((file) => file.slice(0, -'.bench.ts'.length)).toSorted();
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const wanted = values.only?.split(',') ?? names;
const unknown = wanted.find((name) => !existsSync(join(folder, `${name}.bench.ts`)));
if (unknown !== undefined) {
  say(`There is no benchmark "${unknown}"; there are ${names.join(', ')}.`);
  process.exit(2);
}
let worst = 0;
for (const name of wanted) {
  say(name);
  worst = Math.max(worst, await run(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, `${name}.bench.ts`), ...positionals]));
}
process.exit(worst);
