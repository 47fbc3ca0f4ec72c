// Puts on the disk what recovery found: torn tails cut after a copy, strays put aside, lost hints made again.
// Refuses to destroy a byte that is not zero, and to let any of this keep a vault from opening.
import { join } from 'node:path';
import { ensureFolder, readUpTo } from './fsTools.ts';
import { encodeHint } from './hint.ts';
import { HINTS, QUARANTINE, SEGMENTS, hintPath, segmentName, segmentPath } from './layout.ts';
import type { LogContext } from './layout.ts';
import type { Cut, Recovered } from './recovery.ts';
import { quietly, replaceUnsynced } from './segment.ts';
import { writeFully } from './wholeFile.ts';

/** Torn tails of segments that stay. A cut that fails is found again at the next opening. */
export async function cutTornTails(context: LogContext, recovered: Recovered): Promise<void> {
  const kept = new Set(recovered.state.finished.map((one) => one.number));
  for (const cut of recovered.cuts) if (kept.has(cut.segment)) await quietly(() => cutTail(context, cut));
}

/** Once `current` names the segments as they are now: what it does not name goes, and hints come back. */
export async function tidy(context: LogContext, recovered: Recovered): Promise<void> {
  await quietly(() => ensureFolder(context.fs, join(context.folder, HINTS)));
  for (const { record, effect } of recovered.hints) {
    await quietly(() => replaceUnsynced(context.fs, hintPath(context.folder, record.number), encodeHint(context, record.number, record.salt, record.end, effect)));
  }
  for (const { name, empty } of recovered.strays) {
    await quietly(() => (empty ? context.fs.remove(join(context.folder, SEGMENTS, name)) : putAside(context, name)));
  }
}

async function cutTail(context: LogContext, cut: Cut): Promise<void> {
  const file = await context.fs.open(segmentPath(context.folder, cut.segment), 'r+');
  try {
    if (cut.tornBytes > 0) await keepCopy(context, cut, await readUpTo(file, cut.keep, cut.tornBytes));
    await file.truncate(cut.keep);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The copy is on the medium before anything is cut. */
async function keepCopy(context: LogContext, cut: Cut, bytes: Uint8Array): Promise<void> {
  const { folder, name } = await freeName(context, `${segmentName(cut.segment)}.tail`);
  const copy = await context.fs.open(join(folder, name), 'wx+');
  try {
    await writeFully(copy, bytes, 0);
    await copy.sync();
  } finally {
    await copy.close();
  }
  await context.fs.syncFolder(folder);
}

async function putAside(context: LogContext, stray: string): Promise<void> {
  const { folder, name } = await freeName(context, stray);
  await context.fs.rename(join(context.folder, SEGMENTS, stray), join(folder, name));
}

async function freeName(context: LogContext, wanted: string): Promise<{ folder: string; name: string }> {
  const folder = join(context.folder, QUARANTINE);
  await ensureFolder(context.fs, folder);
  let name = wanted;
  for (let count = 1; (await context.fs.kind(join(folder, name))) !== null; count++) name = `${wanted}.${count}`;
  return { folder, name };
}
