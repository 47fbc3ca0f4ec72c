// Files written out for a person, on the real disk: whole or not at all, also where the disk fails at any call.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../vault/keysTestKit.ts';
import { createNodeFs } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { writeOut } from './writeOut.ts';

const OLD = 'the file that was there';
const NEW = Buffer.from('what is written now '.repeat(400));

/** The real disk, which fails once at call number `at` that changes something; a write gets half of its bytes out. */
function failingAt(at: number): { readonly fs: VaultFs; readonly calls: () => number } {
  const inner = createNodeFs();
  let calls = 0;
  const due = (): boolean => calls++ === at;
  const fail = (): never => { throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }); };
  return { calls: () => calls, fs: { ...inner,
    async open(path, flag) {
      if (due()) fail();
      const file = await inner.open(path, flag);
      return { ...file,
        async write(buffer, offset, length, position) {
          if (!due()) return file.write(buffer, offset, Math.min(length, 1000), position);
          await file.write(buffer, offset, Math.floor(Math.min(length, 1000) / 2), position);
          return fail();
        },
        sync: async () => (due() ? fail() : file.sync()),
      };
    },
    rename: async (from, to) => (due() ? fail() : inner.rename(from, to)),
  } };
}

describe('a file written out', () => {
  it('replaces the one that was there, for this person only', async () => {
    const folder = tempFolder();
    const path = join(folder, 'note-template.json');
    writeFileSync(path, OLD, { mode: 0o644 });
    await writeOut(createNodeFs(), path, NEW);
    expect(readFileSync(path).equals(NEW)).toBe(true);
    expect(readdirSync(folder)).toEqual(['note-template.json']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves the one that was there whole wherever the disk fails, and nothing beside it', async () => {
    let failed = 0;
    for (let at = 0; ; at += 1) {
      const folder = tempFolder();
      const path = join(folder, 'note-template.json');
      writeFileSync(path, OLD);
      const disk = failingAt(at);
      const done = await writeOut(disk.fs, path, NEW).then(() => true, () => false);
      expect(readdirSync(folder)).toEqual(['note-template.json']);
      if (done) break;
      failed += 1;
      expect(readFileSync(path, 'utf8')).toBe(OLD);
    }
    expect(failed).toBeGreaterThan(8);
  });

  it('touches no neighbor, goes by way of a link, and makes a new file where there is none', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'kept.json'), OLD);
    writeFileSync(join(folder, 'kept.json.new'), OLD);
    symlinkSync(join(folder, 'real', 'kept.json'), join(folder, 'kept.json'));
    await writeOut(createNodeFs(), join(folder, 'kept.json'), NEW);
    expect(readFileSync(join(folder, 'real', 'kept.json')).equals(NEW)).toBe(true);
    await writeOut(createNodeFs(), join(folder, 'fresh.json'), NEW);
    expect(readFileSync(join(folder, 'kept.json.new'), 'utf8')).toBe(OLD);
    expect(readdirSync(folder).toSorted()).toEqual(['fresh.json', 'kept.json', 'kept.json.new', 'real']);
  });

  it('refuses a folder in its place, and a file that is protected from writing', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'taken.json'));
    await expect(writeOut(createNodeFs(), join(folder, 'taken.json'), NEW)).rejects.toThrow();
    const path = join(folder, 'protected.json');
    writeFileSync(path, OLD);
    chmodSync(path, 0o400);
    // The administrator may write to anything.
    if (process.getuid?.() !== 0) await expect(writeOut(createNodeFs(), path, NEW)).rejects.toThrow();
    expect(readdirSync(folder).toSorted()).toEqual(['protected.json', 'taken.json']);
  });
});
