// Words that only the made-up clients of the end-to-end tests use, and the search for them where they
// must never be. Refuses to look inside the exports a test asked for on purpose.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Names and phrases that specs type. None occurs in the product or its resources. */
export const CANARIES = ['Zephyrinequill', 'kingfisher-over-lantern', 'Quillonbarrow', 'marmalade-thresholds', 'plain-sparrow-oath-73-meadow'] as const;

/** Every way a canary may lie on a disk: text, UTF-16, hexadecimal, and base64 at its three offsets. */
export function encodings(canary: string): { how: string; bytes: Buffer }[] {
  const utf8 = Buffer.from(canary, 'utf8');
  const base64 = [0, 1, 2].map((pad) => {
    const text = Buffer.concat([Buffer.alloc(pad), utf8]).toString('base64').replace(/=+$/, '');
    // Characters that depend on what stands before and after are cut away.
    return text.slice(pad === 0 ? 0 : pad + 1, text.length - 2);
  });
  return [
    { how: 'utf8', bytes: utf8 }, { how: 'utf16le', bytes: Buffer.from(canary, 'utf16le') },
    { how: 'hex', bytes: Buffer.from(utf8.toString('hex'), 'latin1') }, { how: 'HEX', bytes: Buffer.from(utf8.toString('hex').toUpperCase(), 'latin1') },
    ...base64.map((text, pad) => ({ how: `base64+${String(pad)}`, bytes: Buffer.from(text, 'latin1') })),
  ];
}

const NEEDLES = CANARIES.flatMap((canary) => encodings(canary).map((form) => ({ ...form, canary })));

export type Hit = { file: string; canary: string; how: string };
export type Sweep = { files: number; bytes: number; hits: Hit[] };

function search(content: Buffer, file: string): Hit[] {
  return NEEDLES.filter(({ bytes }) => content.includes(bytes)).map(({ canary, how }) => ({ file, canary, how }));
}

function inflated(content: Buffer): Buffer | null {
  if (content[0] !== 0x1f || content[1] !== 0x8b) return null;
  try {
    return gunzipSync(content);
  } catch {
    // Not gzip after all: its plain bytes were searched already.
    return null;
  }
}

/** What a file holds; null for one too large to be a record, and for one that went away since the folder was listed (a running browser's short-lived files). */
async function contentOf(file: string): Promise<Buffer | null> {
  try {
    return (await stat(file)).size > 200_000_000 ? null : await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Looks through every file under a folder. A missing folder counts as empty. */
export async function sweep(folder: string): Promise<Sweep> {
  const result: Sweep = { files: 0, bytes: 0, hits: [] };
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    const content = entry.isFile() ? await contentOf(file) : null;
    if (content === null) continue;
    result.files += 1;
    result.bytes += content.length;
    result.hits.push(...search(content, file));
    const inner = inflated(content);
    if (inner !== null) result.hits.push(...search(inner, `${file} (inflated)`));
  }
  return result;
}
