// The same damage on a real disk, through the vault's own file system. Refuses to leave anything behind in the temporary folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeFs } from '../../electron/vault/nodeFs.ts';
import { bytesOf, type DiskImage, type DiskNode } from './disk.ts';
import { judge, type Truth, type Verdict } from './judge.ts';
import { VAULT } from './world.ts';

export const OBSTACLES = ['a FIFO', 'a link to a copy', 'a link to nothing', 'a link to /dev/zero', 'a folder'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Puts everything of `image` under `root`. */
export function writeImage(image: DiskImage, root: string): void {
  for (const path of [...image.keys()].sort()) {
    const node = image.get(path);
    if (node?.kind === 'folder') mkdirSync(join(root, path), { recursive: true });
    else if (node?.kind === 'file') writeFileSync(join(root, path), node.bytes);
  }
}

/** Reads a real folder back into an image. */
export function readImage(root: string, at = ''): DiskImage {
  const out = new Map<string, DiskNode>();
  for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
    const path = `${at}/${entry.name}`;
    if (entry.isFile()) out.set(path, { kind: 'file', bytes: readFileSync(join(root, path)) });
    else if (entry.isDirectory()) {
      out.set(path, { kind: 'folder' });
      for (const [inner, node] of readImage(root, path)) out.set(inner, node);
    } else out.set(path, { kind: 'other', what: entry.isSymbolicLink() ? 'symlink' : 'fifo' });
  }
  return out;
}

/** A temporary folder for the time of one call. */
export async function withFolder<T>(use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'throughline-faults-'));
  try {
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function obstruct(root: string, at: string, obstacle: Obstacle, bytes: Uint8Array): void {
  rmSync(at);
  const copy = join(root, 'copy');
  if (obstacle === 'a folder') mkdirSync(at);
  else if (obstacle === 'a link to nothing') symlinkSync(join(root, 'nothing'), at);
  else if (obstacle === 'a link to /dev/zero') symlinkSync('/dev/zero', at);
  else if (obstacle === 'a link to a copy') {
    writeFileSync(copy, bytes);
    symlinkSync(copy, at);
  } else if (spawnSync('mkfifo', [at]).status !== 0) throw new Error('mkfifo does not work here');
}

/** Opens a vault on the real disk with one file replaced by something that is not a file. */
export async function onRealDisk(truth: Truth & { readonly image: DiskImage }, path: string, obstacle: Obstacle): Promise<Verdict> {
  return withFolder(async (root) => {
    writeImage(truth.image, root);
    obstruct(root, join(root, path), obstacle, bytesOf(truth.image, path));
    return judge(createNodeFs(), truth, { folder: join(root, VAULT), anchors: join(root, 'data', 'anchors') });
  });
}
