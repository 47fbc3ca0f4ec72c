// Builds the pages of the typing benchmark and serves them on this machine only: ours from the product's own sources,
// the peers from a folder of their own. Refuses to install a peer that its package.json does not pin.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { leanSlate } from '../../renderer/build/leanSlate.ts';
import { run } from '../run/bootstrap.mjs';
import type { BenchDocument } from './typingDocuments.ts';

export const EDITORS = ['throughline', 'tiptap', 'lexical', 'bare', 'screen'] as const;
export type EditorName = (typeof EDITORS)[number];

/** The editor alone, as the peers stand, and the whole screen of a draft. */
const OURS: Readonly<Partial<Record<EditorName, string>>> = { throughline: 'throughline/bench/typing.html?part=editor', screen: 'throughline/bench/typing.html?part=screen' };

const here = import.meta.dirname;
const root = resolve(here, '..', '..');
const peers = join(here, 'peers');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

async function installPeers(): Promise<void> {
  if (existsSync(join(peers, 'node_modules', 'lexical')) && existsSync(join(peers, 'node_modules', '@tiptap', 'starter-kit'))) return;
  const code = await run('npm', ['install', '--prefix', peers, '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error']);
  if (code !== 0) throw new Error('the editors to compare with could not be installed: is the npm registry within reach?');
}

/** Production builds into a temporary folder; resolves with it. */
export async function buildPages(): Promise<string> {
  await installPeers();
  const out = await mkdtemp(join(tmpdir(), 'throughline-typing-'));
  await build({ configFile: false, logLevel: 'error', root: join(root, 'renderer'), base: '/throughline/', plugins: [react(), leanSlate()], build: { outDir: join(out, 'throughline'), emptyOutDir: true, target: 'esnext', rolldownOptions: { input: join(root, 'renderer', 'bench', 'typing.html') } } });
  for (const name of ['tiptap', 'lexical', 'bare']) {
    await build({ configFile: false, logLevel: 'error', root: peers, build: { outDir: join(out, name), emptyOutDir: true, target: 'esnext', rolldownOptions: { input: join(peers, `${name}.js`), output: { entryFileNames: 'page.js' } } } });
  }
  return out;
}

function pageOf(name: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><style>body { font: 15px/1.5 sans-serif; margin: 0; } #root { max-width: 72ch; margin: auto; }</style></head><body><div id="root"></div><script type="module" src="/${name}/page.js"></script></body></html>`;
}

/** Serves the pages with one document on a free port of the loopback address. */
export async function servePages(folder: string, document: BenchDocument): Promise<{ readonly url: (name: EditorName) => string; readonly server: Server }> {
  const fixed: Readonly<Record<string, string>> = { '/note.json': JSON.stringify(document.open), '/blocks.json': JSON.stringify(document.blocks) };
  const answer = async (path: string): Promise<{ type: string; body: string | Buffer }> => {
    const given = fixed[path];
    if (given !== undefined) return { type: 'application/json', body: given };
    const peer = /^\/(tiptap|lexical|bare)\/$/.exec(path)?.[1];
    if (peer !== undefined) return { type: 'text/html', body: pageOf(peer) };
    return { type: TYPES[extname(path)] ?? 'application/octet-stream', body: await readFile(join(folder, path)) };
  };
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname).then(({ type, body }) => { response.writeHead(200, { 'content-type': type }).end(body); }, () => { response.writeHead(404).end(); });
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', () => ready()); });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { server, url: (name) => `http://127.0.0.1:${String(port)}/${OURS[name] ?? `${name}/`}` };
}
