// What is owed to the authors of built-in code: every package whose code is in out/ has its license text beside it, and
// a person can read it. The packages are found anew here, not taken from the list.
import AxeBuilder from '@axe-core/playwright';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import config from '../electron.vite.config.ts';
import { leanSlate } from '../renderer/build/leanSlate.ts';
import { PackageLicences } from '../shared/licences.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';

const ROOT = join(import.meta.dirname, '..');
const t = settingsText.about.licences;
const NAME = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Names of packages in these paths. */
function packagesIn(paths: Iterable<string>): string[] {
  return [...new Set([...paths].flatMap((path) => path.split(/(?=node_modules\/)/).at(-1)?.match(NAME)?.[1] ?? []))].toSorted();
}

function listed(part: 'main' | 'renderer') {
  return PackageLicences.parse(JSON.parse(readFileSync(join(ROOT, 'out', part, 'licences.json'), 'utf8')));
}

/** The bundles of main are not minified: each module stands under a comment that names it. */
function inMain(): string[] {
  const folder = join(ROOT, 'out', 'main');
  return packagesIn(readdirSync(folder).filter((name) => name.endsWith('.js')).flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/^\s*\/\/(?:#region)? ?\S*node_modules\/\S+/gm) ?? []));
}

/** The window's bundle is minified: it is made again in memory with its map of sources. */
async function inRenderer(): Promise<string[]> {
  const { renderer } = config as { readonly renderer: InlineConfig };
  // The change to slate-react writes no map, and would hide that package.
  const plugins = [renderer.plugins ?? []].flat().filter((plugin) => !(plugin !== null && typeof plugin === 'object' && 'name' in plugin && plugin.name === leanSlate().name));
  const made = await build({ ...renderer, plugins, configFile: false, logLevel: 'silent', root: join(ROOT, 'renderer'), build: { ...renderer.build, write: false, sourcemap: 'hidden' } });
  const chunks = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  return packagesIn(chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.map?.sources ?? [] : [])));
}

test('every package whose code is built in has its license text in the package', async () => {
  const [main, renderer] = [inMain(), await inRenderer()];
  for (const known of ['lowdb', 'nspell', 'hash-wasm', 'zod', 'dictionary-en', 'dictionary-en-gb', '@zxcvbn-ts/core']) expect(main).toContain(known);
  for (const known of ['react', 'react-dom', 'slate', 'slate-react', '@base-ui/react', 'lucide-react', 'zod']) expect(renderer).toContain(known);
  const named = (part: 'main' | 'renderer') => listed(part).map(({ name }) => name);
  expect(main.filter((name) => !named('main').includes(name))).toEqual([]);
  expect(renderer.filter((name) => !named('renderer').includes(name))).toEqual([]);
  for (const { name, text } of [...listed('main'), ...listed('renderer')]) {
    expect(text, name).toMatch(/copyright|©/i);
    expect(text, name).toMatch(/permission|redistribut|licensed under/i);
  }
});

test('a person reads the licenses in Settings', async ({ app }) => {
  await firstRun(app);
  const { page } = app;
  await new FramePage(page).openSettings();
  await page.getByRole('button', { name: t.open }).click();
  const dialog = page.getByRole('dialog', { name: t.title });
  const packages = dialog.getByRole('list', { name: t.list }).getByRole('listitem');
  await expect(packages).toHaveCount(new Set([...listed('main'), ...listed('renderer')].map(({ name, version }) => `${name} ${version}`)).size);
  const slate = packages.filter({ hasText: /^slate \d/ });
  await expect(slate.getByText(/Permission is hereby granted/)).toBeHidden();
  await slate.locator('summary').click();
  await expect(slate.getByText(/Permission is hereby granted/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  if (process.env['SHOTS'] !== undefined) {
    await page.setViewportSize({ width: 1366, height: 768 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${process.env['SHOTS']}/licences-${colorScheme}.png` });
    }
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
