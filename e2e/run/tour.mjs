// `npm run tour -- --out DIR`: drives the built app through the main job, headless, and leaves pictures,
// a PDF, the vault and tour.json in DIR. Refuses a folder that holds somebody else's files.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root, runTool, say } from './bootstrap.mjs';
import { needBrowser } from './needBrowser.mjs';

await prepare(import.meta.url);

const { values } = parseArgs({ options: { out: { type: 'string' }, 'no-build': { type: 'boolean' } } });
const out = resolve(values.out ?? join(root, 'tour'));
if (!await needBrowser()) {
  say('The tour needs a Chromium: install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
if (values['no-build'] !== true && await runTool('electron-vite/bin/electron-vite.js', ['build']) !== 0) {
  say('The app could not be built.');
  process.exit(1);
}
const { tour } = await import('../tour.ts');
await tour(out);
say(`The tour left its pictures, the handout, the vault and tour.json in ${out}`);
