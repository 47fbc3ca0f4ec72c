// F2-model: the power-loss disk itself. Three ways to replace a file are cut at random: without fsync, with fsync of the file
// only, and with fsync of file and folder. Refuses to believe in a model that spares the first two or harms the third.
import type { VaultFs } from '../../../electron/vault/vaultFs.ts';
import { newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { createFaultFs, ProcessStopped } from '../faultFs.ts';
import { createPowerLossFs } from '../powerLossFs.ts';
import { seededRandom } from '../random.ts';

type Sequence = { readonly name: string; readonly syncFile: boolean; readonly syncFolder: boolean };
type Tally = { torn: number; lost: number };

const CUTS = 4_000;
const SEQUENCES: readonly Sequence[] = [
  { name: 'no fsync', syncFile: false, syncFolder: false },
  { name: 'fsync of the file only', syncFile: true, syncFolder: false },
  { name: 'fsync of file and folder', syncFile: true, syncFolder: true },
];

function generation(n: number): Uint8Array {
  return new Uint8Array(1_500).fill(n);
}

async function replace(fs: VaultFs, n: number, sequence: Sequence): Promise<void> {
  const file = await fs.open('/box/file.new', 'wx+');
  await file.write(generation(n), 0, 1_500, 0);
  if (sequence.syncFile) await file.sync();
  await file.close();
  await fs.rename('/box/file.new', '/box/file');
  if (sequence.syncFolder) await fs.syncFolder('/box');
}

async function cut(sequence: Sequence, seed: number, tally: Tally): Promise<void> {
  const random = seededRandom(seed);
  const disk = createPowerLossFs(new Map([['/box', { kind: 'folder' }], ['/box/file', { kind: 'file', bytes: generation(1) }]]), () => 0);
  const fs = createFaultFs(disk, 1 + random.int(18), { kind: 'stop', after: random.chance(0.5) });
  fs.arm();
  let acknowledged = 1;
  try {
    for (let n = 2; n < 5; n += 1) {
      await replace(fs, n, sequence);
      acknowledged = n;
    }
  } catch (error) {
    if (!(error instanceof ProcessStopped)) throw error;
  }
  const node = disk.crash(random).get('/box/file');
  const bytes = node?.kind === 'file' ? node.bytes : new Uint8Array(0);
  const first = bytes[0] ?? 0;
  if (bytes.length !== 1_500 || first < 1 || first > 5 || bytes.some((byte) => byte !== first)) tally.torn += 1;
  else if (first < acknowledged) tally.lost += 1;
}

async function run(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const sequence = SEQUENCES.find(({ name }) => name === job);
  if (sequence === undefined) throw new Error(`no sequence "${job}"`);
  const tally: Tally = { torn: 0, lost: 0 };
  await oneCase(outcome, `F2-model ${sequence.name}`, tell, async () => {
    for (let seed = 0; seed < CUTS; seed += 1) await cut(sequence, seed, tally);
    const problems: string[] = [];
    if ((tally.torn > 0) !== !sequence.syncFile) problems.push(`torn files: ${tally.torn} of ${CUTS}`);
    if ((tally.lost > 0) !== !sequence.syncFolder) problems.push(`acknowledged but lost: ${tally.lost} of ${CUTS}`);
    return problems;
  });
  outcome.facts[`torn, ${sequence.name}`] = tally.torn;
  outcome.facts[`lost, ${sequence.name}`] = tally.lost;
  return outcome;
}

export const F2_MODEL: Family = { id: 'F2-model', title: 'the power-loss disk tells good from bad', minimum: 3, jobs: SEQUENCES.map(({ name }) => name), run };
