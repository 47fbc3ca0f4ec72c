// The process that F3 kills: opens a vault on the real disk and saves without pause, saying on its standard output what it is
// about to save and what was acknowledged. Refuses to buffer a line: each is out before the next step.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeFs } from '../../electron/vault/nodeFs.ts';
import type { VaultOp } from '../../electron/vault/types.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { randomBytes } from 'node:crypto';
import { seededRandom } from './random.ts';
import { note, PASSPHRASE, VAULT, vaultDeps } from './world.ts';

export type ChildLine =
  | { readonly say: 'open' }
  | { readonly say: 'begin'; readonly batch: number; readonly ops: readonly VaultOp[] }
  | { readonly say: 'ack'; readonly batch: number; readonly sequence: number }
  | { readonly say: 'refused'; readonly batch: number; readonly code: string };

function say(line: ChildLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

const [root = '', seed = '1'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const base = vaultDeps(createNodeFs(), { seed: Number(seed), now: Date.now, anchors: join(root, 'data', 'anchors'), pid: process.pid });
const vault = await openVault({ ...base, random: (bytes) => randomBytes(bytes) }, join(root, VAULT), { kind: 'passphrase', text: PASSPHRASE });
say({ say: 'open' });

let batch = 0;
const revisions = new Map(vault.entries().map(({ recordId, revision }) => [recordId, revision]));

async function save(ops: readonly VaultOp[]): Promise<void> {
  batch += 1;
  const number = batch;
  say({ say: 'begin', batch: number, ops });
  try {
    const receipt = await vault.commit(ops);
    say({ say: 'ack', batch: number, sequence: receipt.sequence });
    for (const [id, revision] of Object.entries(receipt.revisions)) revisions.set(id, revision);
  } catch (error) {
    say({ say: 'refused', batch: number, code: String(error) });
  }
}

function someNote(id: string): VaultOp {
  return note(id, batch * 10 + random.int(10), { revision: revisions.get(id) ?? 0, filler: random.int(300) });
}

for (;;) {
  const ids = random.shuffle(['k1', 'k2', 'k3', 'k4', 'k5']).slice(0, 1 + random.int(3));
  // One commit of several records, or several commits at once.
  if (random.chance(0.5)) await save(ids.map(someNote));
  else await Promise.all(ids.map((id) => save([someNote(id)])));
}
