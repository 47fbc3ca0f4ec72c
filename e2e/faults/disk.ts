// What a disk holds at one moment, as a plain value that can be copied, damaged and searched. Refuses to know about time or sync.
import { createHash } from 'node:crypto';

export type DiskNode =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  /** Symbolic link, FIFO or device: something that the vault must refuse without blocking. */
  | { readonly kind: 'other'; readonly what: 'symlink' | 'fifo' };

/** Absolute path to node. Bytes are never changed in place. */
export type DiskImage = ReadonlyMap<string, DiskNode>;

/** Paths of all regular files under a folder, sorted. */
export function filesUnder(image: DiskImage, folder: string): string[] {
  return [...image].filter(([path, node]) => node.kind === 'file' && path.startsWith(`${folder}/`)).map(([path]) => path).sort();
}

/** Bytes of a file; throws where there is none. */
export function bytesOf(image: DiskImage, path: string): Uint8Array {
  const node = image.get(path);
  if (node?.kind !== 'file') throw new Error(`no file at ${path}`);
  return node.bytes;
}

/** The same disk with one file replaced. */
export function withFile(image: DiskImage, path: string, bytes: Uint8Array): DiskImage {
  return new Map(image).set(path, { kind: 'file', bytes });
}

/** The same disk without a path and all that lies under it. */
export function without(image: DiskImage, path: string): DiskImage {
  return new Map([...image].filter(([at]) => at !== path && !at.startsWith(`${path}/`)));
}

/** Everything under `folder`, moved to `to` (a copy of a vault put somewhere else). */
export function subtree(image: DiskImage, folder: string, to: string): DiskImage {
  const out = new Map<string, DiskNode>();
  for (const [path, node] of image) {
    if (path === folder || path.startsWith(`${folder}/`)) out.set(to + path.slice(folder.length), node);
  }
  return out;
}

/** One hash over names, kinds and bytes under a folder: equal before and after means nothing was touched. */
export function treeHash(image: DiskImage, folder: string): string {
  const hash = createHash('sha256');
  for (const path of [...image.keys()].filter((at) => at === folder || at.startsWith(`${folder}/`)).sort()) {
    const node = image.get(path);
    hash.update(`${path}\0${node?.kind ?? ''}\0`);
    if (node?.kind === 'file') hash.update(`${node.bytes.length}\0`).update(node.bytes);
  }
  return hash.digest('hex');
}
