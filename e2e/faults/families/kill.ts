// F3: SIGKILL of a process that saves through the real vault code on the real disk. What it said was acknowledged must be on the
// disk afterwards, whole. Refuses to kill gently, and anything but the child that it started.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeFs } from '../../../electron/vault/nodeFs.ts';
import type { CommitReceipt, Vault } from '../../../electron/vault/types.ts';
import { createVault, openVault } from '../../../electron/vault/vault.ts';
import { AppError } from '../../../shared/errors.ts';
import { count, newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { holdsCanary } from '../canary.ts';
import type { ChildLine } from '../killChild.ts';
import { Oracle, type Watched } from '../oracle.ts';
import { seededRandom } from '../random.ts';
import { readImage, withFolder } from '../realDisk.ts';
import { RECOVERY_CODE } from '../scenarios.ts';
import { client, PASSPHRASE, VAULT, vaultDeps } from '../world.ts';

const VAULTS = 8;
const KILLS_PER_VAULT = 26;
const LONGEST_LIFE_MS = 60;
const CHILD = fileURLToPath(new URL('../killChild.ts', import.meta.url));

type Life = { readonly lines: ChildLine[]; readonly opened: boolean; readonly complaint: string };

/** Starts the child and kills it: `early` counts from its start, otherwise from its first word. */
function liveAndDie(root: string, seed: number): Promise<Life> {
  const random = seededRandom(seed);
  const early = random.chance(0.15);
  const delay = early ? 100 + random.int(250) : random.int(LONGEST_LIFE_MS * 10) / 10;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, root, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    let complaint = '';
    let armed = false;
    const arm = (): void => {
      if (armed) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), delay);
    };
    if (early) arm();
    child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); arm(); });
    child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString('utf8'); arm(); });
    child.on('close', () => {
      // A last line without its end was cut by the kill and was never said.
      const lines = text.split('\n').slice(0, -1).map((line): ChildLine => JSON.parse(line));
      resolve({ lines, opened: lines.length > 0, complaint });
    });
  });
}

function remember(oracle: Oracle, lines: readonly ChildLine[]): number {
  const watched = new Map<number, Watched>();
  let acknowledged = 0;
  oracle.nextWave();
  for (const line of lines) {
    if (line.say === 'begin') watched.set(line.batch, oracle.begin(line.ops));
    if (line.say === 'refused') watched.get(line.batch)?.refused(new AppError('SAVE_FAILED'));
    if (line.say !== 'ack') continue;
    acknowledged += 1;
    const receipt: CommitReceipt = { sequence: line.sequence, revisions: {}, savedAt: 0 };
    watched.get(line.batch)?.acknowledged(receipt);
  }
  return acknowledged;
}

function realDeps(root: string, seed: number) {
  return { ...vaultDeps(createNodeFs(), { seed, now: Date.now, anchors: join(root, 'data', 'anchors'), pid: process.pid }) };
}

async function look(root: string, oracle: Oracle, seed: number): Promise<string[]> {
  let vault: Vault;
  try {
    vault = await openVault(realDeps(root, seed), join(root, VAULT), { kind: 'passphrase', text: PASSPHRASE });
  } catch (error) {
    return [`I1 the vault does not open: ${error instanceof Error ? error.stack ?? error.message : String(error)}`];
  }
  const problems: string[] = [];
  const wrong = await oracle.compare(vault);
  if (wrong !== null) problems.push(`I2/I3 ${wrong}`);
  const { report } = vault;
  if (report.damagedRecords.length > 0 || report.missingSegments.length > 0 || report.rolledBack !== null) problems.push(`false alarm: ${JSON.stringify(report)}`);
  await oracle.settleOn(vault);
  await vault.close();
  return problems;
}

async function run(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const number = Number(job);
  await withFolder(async (root) => {
    mkdirSync(join(root, 'data', 'anchors'), { recursive: true });
    const oracle = new Oracle();
    const vault = await createVault(realDeps(root, 51_000 + number), join(root, VAULT), PASSPHRASE, RECOVERY_CODE);
    oracle.begin([client('client-a')]).acknowledged(await vault.commit([client('client-a')]));
    await vault.close();
    for (let kill = 0; kill < KILLS_PER_VAULT; kill += 1) {
      const seed = number * 1_000 + kill;
      await oneCase(outcome, `F3 vault ${number}, kill ${kill}`, tell, async () => {
        const life = await liveAndDie(root, seed);
        if (life.complaint !== '') return [`I6 the child complains: ${life.complaint}`];
        count(outcome, 'acknowledged', remember(oracle, life.lines));
        if (!life.opened) count(outcome, 'killed while opening');
        return look(root, oracle, 52_000 + seed);
      });
    }
    await oneCase(outcome, `F3 vault ${number}, plain text on the disk`, tell, async () => [...readImage(root)].filter(([, node]) => node.kind === 'file' && holdsCanary(node.bytes)).map(([path]) => `I4 ${path}`));
  });
  return outcome;
}

export const F3: Family = { id: 'F3', title: 'SIGKILL of a saving process, real disk', minimum: 200, realTime: true, jobs: Array.from({ length: VAULTS }, (_, vault) => String(vault)), run };
