// Reads a vault from end to end while it is open and says what is damaged. Refuses to write or to repair.
import { createClientKeys } from './clientKeys.ts';
import { zero } from './crypto.ts';
import type { Ring } from './clientKeys.ts';
import type { LogSnapshot } from './log.ts';
import type { OpenParts } from './openVault.ts';
import { recover } from './recovery.ts';
import type { Breathe, DirectoryEntry, RecordSchemas, ScrubReport } from './types.ts';
import { decodeValue } from './valueCodec.ts';

export async function scrub(schemas: RecordSchemas, parts: OpenParts, breathe: Breathe): Promise<ScrubReport> {
  const { context, keys, log, directory, reader } = parts;
  // Segments that are written later are the next run's; saves go on beside this reading.
  const moment = async (): Promise<LogSnapshot & { rings: Ring[] }> => ({ ...log.snapshot(), rings: keys.rings().map((ring) => ({ id: ring.id, key: Buffer.from(ring.key) })) });
  const current = parts.committer === null ? await moment() : await parts.committer.queue.exclusive(moment);
  const ownKeys = createClientKeys(context, current.rings);
  try {
    // Behind the end of the segment that is written to there may be a frame on its way.
    const live = current.segments.length > current.finished.length ? current.segments.at(-1)?.number : undefined;
    const found = await recover(context, current, ownKeys, { trustHints: false, forgiveUnreadable: true, onlyListed: true, breathe });
    const beyond = found.cuts.filter((cut) => cut.segment !== live).reduce((sum, cut) => sum + cut.tornBytes, 0);
    const damagedRecords: DirectoryEntry[] = [];
    for (const entry of [...directory.all()]) {
      await breathe();
      try {
        const plain = await reader.read(entry, keys.get);
        decodeValue(schemas, entry.kind, plain);
        zero(plain);
      } catch {
        // Changed or removed meanwhile is not damage; what is still current and does not open is.
        if (directory.get(entry.recordId) === entry) damagedRecords.push({ recordId: entry.recordId, kind: entry.kind, clientId: entry.clientId, revision: entry.revision });
      }
    }
    return { frames: found.framesRead, chainBreaks: found.chainBreaks, damagedBytes: found.damagedBytes + beyond, missingSegments: found.missingSegments, damagedRecords };
  } finally {
    ownKeys.close();
  }
}
