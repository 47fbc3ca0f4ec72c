// An in-memory disk that remembers what was not yet synced, and shows what a reboot may find after a power cut.
// Refuses to be kind: a folder entry is durable only after syncFolder, data only after sync of that file.
import type { VaultFile, VaultFs } from '../../electron/vault/vaultFs.ts';
import type { DiskImage, DiskNode } from './disk.ts';
import { replay, settleEntries, settleFile, type DataOp, type EntryOp } from './powerLoss.ts';
import type { Random } from './random.ts';

type FileNode = { kind: 'file'; live: Uint8Array; length: number; owned: boolean; durable: Uint8Array; pending: DataOp[]; modifiedMs: number };
type OtherNode = { kind: 'other'; what: 'symlink' | 'fifo'; modifiedMs: number };
type FolderNode = { kind: 'folder'; live: Map<string, Node>; durable: Map<string, Node>; pending: EntryOp<Node>[]; modifiedMs: number };
type Node = FileNode | OtherNode | FolderNode;

/** A disk with its VaultFs face, its image as a running system sees it, and its image after a cut. */
export type PowerLossFs = VaultFs & {
  image(): DiskImage;
  /** What a reboot may find; the disk itself is left as it is, so many seeds can be tried. */
  crash(random: Random): DiskImage;
  openHandles(): number;
};

function failure(code: string, call: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${call}`), { code, syscall: call });
}

function newFolder(modifiedMs: number): FolderNode {
  return { kind: 'folder', live: new Map(), durable: new Map(), pending: [], modifiedMs };
}

function newFile(bytes: Uint8Array, modifiedMs: number): FileNode {
  return { kind: 'file', live: bytes, length: bytes.length, owned: false, durable: bytes, pending: [], modifiedMs };
}

/** Room for `length` bytes that may be written to, without touching an image that shares them. */
function own(file: FileNode, length: number): void {
  if (file.owned && file.live.length >= length) return;
  const grown = new Uint8Array(Math.max(length, file.owned ? file.live.length * 2 : file.live.length));
  grown.set(file.live.subarray(0, file.length));
  file.live = grown;
  file.owned = true;
}

function parts(path: string): string[] {
  if (!path.startsWith('/')) throw failure('EINVAL', `relative path ${path}`);
  return path.split('/').filter((part) => part !== '');
}

class Tree {
  readonly root: FolderNode;
  constructor(now: number) {
    this.root = newFolder(now);
  }

  find(path: string): Node | null {
    let at: Node = this.root;
    for (const part of parts(path)) {
      if (at.kind !== 'folder') return null;
      const next: Node | undefined = at.live.get(part);
      if (next === undefined) return null;
      at = next;
    }
    return at;
  }

  parent(path: string, call: string): { folder: FolderNode; name: string } {
    const names = parts(path);
    const name = names.pop();
    const folder = this.find(`/${names.join('/')}`);
    if (name === undefined || folder === null) throw failure('ENOENT', call);
    if (folder.kind !== 'folder') throw failure('ENOTDIR', call);
    return { folder, name };
  }
}

function apply(folder: FolderNode, op: EntryOp<Node>): void {
  if (op.remove !== null) folder.live.delete(op.remove);
  if (op.add !== null) folder.live.set(op.add.name, op.add.node);
  folder.pending.push(op);
}

/** A file whose failed fsync can forget: what was not yet durable is called clean and never written again (as Linux does). */
export type ForgetfulFile = VaultFile & { forget(): void };

/** True for a file of this disk. */
export function canForget(file: VaultFile): file is ForgetfulFile {
  return 'forget' in file;
}

function fileHandle(file: FileNode, now: () => number, onClose: () => void): ForgetfulFile {
  let open = true;
  const use = (call: string): void => {
    if (!open) throw failure('EBADF', call);
  };
  return {
    async read(buffer, offset, length, position) {
      use('read');
      const count = Math.max(0, Math.min(length, file.length - position));
      buffer.set(file.live.subarray(position, position + count), offset);
      return count;
    },
    async write(buffer, offset, length, position) {
      use('write');
      const bytes = buffer.slice(offset, offset + length);
      const end = position + length;
      own(file, end);
      if (position > file.length) file.live.fill(0, file.length, position);
      file.live.set(bytes, position);
      file.length = Math.max(file.length, end);
      file.pending.push({ op: 'write', position, bytes });
      file.modifiedMs = now();
      return length;
    },
    async sync() {
      use('fsync');
      if (file.pending.length === 0) return;
      file.durable = replay(file.durable, file.pending);
      file.pending = [];
    },
    forget() {
      file.pending = [];
    },
    async truncate(length) {
      use('ftruncate');
      own(file, length);
      if (length > file.length) file.live.fill(0, file.length, length);
      file.length = length;
      file.pending.push({ op: 'resize', length });
      file.modifiedMs = now();
    },
    async size() {
      use('fstat');
      return file.length;
    },
    async close() {
      use('close');
      open = false;
      onClose();
    },
  };
}

function load(tree: Tree, image: DiskImage, now: number): void {
  for (const path of [...image.keys()].sort()) {
    const node = image.get(path);
    if (node === undefined || path === '/') continue;
    const { folder, name } = tree.parent(path, 'load');
    const made: Node = node.kind === 'file' ? newFile(node.bytes, now) : node.kind === 'folder' ? newFolder(now) : { kind: 'other', what: node.what, modifiedMs: now };
    folder.live.set(name, made);
    folder.durable.set(name, made);
  }
}

function walk(folder: FolderNode, at: string, entriesOf: (folder: FolderNode) => Map<string, Node>, bytesOf: (file: FileNode) => Uint8Array, out: Map<string, DiskNode>): Map<string, DiskNode> {
  for (const [name, node] of entriesOf(folder)) {
    const path = `${at}/${name}`;
    if (node.kind === 'file') out.set(path, { kind: 'file', bytes: bytesOf(node) });
    else if (node.kind === 'other') out.set(path, { kind: 'other', what: node.what });
    else {
      out.set(path, { kind: 'folder' });
      walk(node, path, entriesOf, bytesOf, out);
    }
  }
  return out;
}

/** A disk that starts as `image`, all of it durable. `now` stamps modification times. */
export function createPowerLossFs(image: DiskImage, now: () => number): PowerLossFs {
  const tree = new Tree(now());
  let handles = 0;
  load(tree, image, now());
  return {
    async open(path, flag) {
      const { folder, name } = tree.parent(path, 'open');
      let node = folder.live.get(name);
      if (flag === 'wx+') {
        if (node !== undefined) throw failure('EEXIST', 'open');
        node = newFile(new Uint8Array(0), now());
        apply(folder, { remove: null, add: { name, node } });
      }
      if (node === undefined) throw failure('ENOENT', 'open');
      if (node.kind === 'folder') throw failure('EISDIR', 'open');
      if (node.kind === 'other') throw failure(node.what === 'symlink' ? 'ELOOP' : 'EINVAL', 'open');
      handles += 1;
      return fileHandle(node, now, () => { handles -= 1; });
    },
    async kind(path) {
      const node = tree.find(path);
      if (node === null) return null;
      return { kind: node.kind, size: node.kind === 'file' ? node.length : 0, modifiedMs: node.modifiedMs };
    },
    async list(path) {
      const node = tree.find(path);
      if (node === null) throw failure('ENOENT', 'scandir');
      if (node.kind !== 'folder') throw failure('ENOTDIR', 'scandir');
      return [...node.live.keys()];
    },
    async makeFolder(path) {
      const { folder, name } = tree.parent(path, 'mkdir');
      if (folder.live.has(name)) throw failure('EEXIST', 'mkdir');
      apply(folder, { remove: null, add: { name, node: newFolder(now()) } });
    },
    async rename(from, to) {
      const source = tree.parent(from, 'rename');
      const target = tree.parent(to, 'rename');
      const node = source.folder.live.get(source.name);
      if (node === undefined) throw failure('ENOENT', 'rename');
      if (target.folder.live.get(target.name)?.kind === 'folder') throw failure('EISDIR', 'rename');
      if (source.folder === target.folder) {
        apply(source.folder, { remove: source.name, add: { name: target.name, node } });
      } else {
        apply(target.folder, { remove: null, add: { name: target.name, node } });
        apply(source.folder, { remove: source.name, add: null });
      }
    },
    async remove(path) {
      const { folder, name } = tree.parent(path, 'unlink');
      const node = folder.live.get(name);
      if (node === undefined) throw failure('ENOENT', 'unlink');
      if (node.kind === 'folder') throw failure('EISDIR', 'unlink');
      apply(folder, { remove: name, add: null });
    },
    async syncFolder(path) {
      const node = tree.find(path);
      if (node === null) throw failure('ENOENT', 'fsync');
      if (node.kind !== 'folder') throw failure('ENOTDIR', 'fsync');
      node.durable = new Map(node.live);
      node.pending = [];
    },
    image: () => walk(tree.root, '', (folder) => folder.live, (file) => file.live.slice(0, file.length), new Map()),
    crash: (random) => walk(tree.root, '', (folder) => settleEntries(folder.durable, folder.pending, random), (file) => settleFile(file.durable, file.pending, random), new Map()),
    openHandles: () => handles,
  };
}
