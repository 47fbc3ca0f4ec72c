// Writes down, while a bundle is made, whose code is in it: the licence text of every package that a module came from.
// Refuses a build with a package that brings no licence text: whoever adds one decides then what is owed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageLicence } from '../../shared/licences.ts';

/** What of a bundler's plugin is used here. */
type Output = { readonly type: string; readonly modules?: Readonly<Record<string, unknown>> };
export type LicencePlugin = {
  readonly name: string;
  generateBundle(this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown }, options: unknown, bundle: Readonly<Record<string, Output>>): void;
};

export const LICENCES_FILE = 'licences.json';

/** Packages that name their licence and bring no text of it; it was taken from their authors' repository. */
const TEXTS: Readonly<Record<string, string>> = { slate: 'slate.txt', 'slate-dom': 'slate.txt', 'slate-history': 'slate.txt', 'slate-react': 'slate.txt' };
/** Modules that the tools themselves put into a bundle. */
const OF_TOOLS: readonly (readonly [RegExp, string])[] = [[/^\0?rolldown\//, 'rolldown'], [/^\0?vite\//, 'vite']];
/** From here on a tool's licence speaks of what it is built from, none of which goes into a bundle. */
const OF_THE_TOOLS_PARTS = /^#+ Licenses? of bundled dependencies[^]*/m;
const LICENCE_NAME = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** The folder of the package that a module belongs to; null for a module of the app. */
export function packageFolderOf(moduleId: string, root: string): string | null {
  const id = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  const tool = OF_TOOLS.find(([pattern]) => pattern.test(moduleId))?.[1];
  if (tool !== undefined) return join(root, 'node_modules', tool);
  return PACKAGE.exec(id)?.[1] ?? null;
}

function licenceText(folder: string): string {
  const texts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENCE_NAME.test(entry.name)).map(({ name }) => name).toSorted().map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.join('\n\n').replaceAll('\r\n', '\n').replace(OF_THE_TOOLS_PARTS, '').trim();
}

/** One package's name, version and licence. Throws where it has no text. */
function readPackage(folder: string, root: string): PackageLicence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly name: string; readonly version: string; readonly license: string };
  const own = TEXTS[name];
  const text = licenceText(folder) || (own === undefined ? '' : readFileSync(join(root, 'resources', 'licences', own), 'utf8').trim());
  if (text === '') throw new Error(`${name} is built in and brings no licence text: see electron/build/licences.ts`);
  return { name, version, licence: license, text };
}

/** Every package behind these modules, by name, one entry for each version. */
export function licencesOf(moduleIds: Iterable<string>, root: string): PackageLicence[] {
  const folders = new Set([...moduleIds].flatMap((id) => packageFolderOf(id, root) ?? []));
  const found = new Map([...folders].map((folder) => readPackage(folder, root)).map((one) => [`${one.name}@${one.version}`, one]));
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

function rootOf(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : rootOf(dirname(folder));
}

/** For each of the bundles; beside it lies what it owes. */
export function licences(): LicencePlugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? Object.keys(output.modules ?? {}) : []));
      const list = licencesOf(modules, rootOf(import.meta.dirname));
      if (list.length > 0) this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: `${JSON.stringify(list, null, 1)}\n` });
    },
  };
}
