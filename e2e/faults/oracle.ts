// A model of what was promised: acknowledged commits, and those that are in flight or were refused. Refuses to look at the
// vault's own idea of its state; it only compares.
import type { CommitReceipt, OpenReport, Vault, VaultOp } from '../../electron/vault/types.ts';
import { isAppError } from '../../shared/errors.ts';

export type ModelRecord = { readonly kind: string; readonly clientId: string | null; readonly revision: number; readonly json: string };
export type ModelState = ReadonlyMap<string, ModelRecord>;

type Fate = 'acknowledged' | 'inFlight' | 'refused' | 'never';
type Batch = { readonly ops: readonly VaultOp[]; readonly wave: number; fate: Fate; sequence: number };

/** One commit as the oracle watches it; exactly one of the three must be called, once. */
export type Watched = { acknowledged(receipt: CommitReceipt): void; refused(error: unknown): void };

// Refusals that are decided before anything is written: such a commit may never show up.
const NEVER_WRITTEN: ReadonlySet<string> = new Set(['SAVE_CONFLICT', 'BAD_REQUEST', 'NOT_FOUND', 'SAVE_TOO_LARGE', 'SAVE_READ_ONLY', 'NOTE_TOO_DEEP', 'TEXT_TOO_LONG', 'LOCKED']);

/** JSON with sorted keys: equal texts mean equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}

function applied(state: ModelState, ops: readonly VaultOp[]): ModelState | null {
  const next = new Map(state);
  for (const op of ops) {
    if (op.op === 'shred') {
      for (const [id, record] of next) if (record.clientId === op.clientId) next.delete(id);
      continue;
    }
    const revision = next.get(op.recordId)?.revision ?? 0;
    if (revision !== op.expectedRevision) return null;
    if (op.op === 'delete') next.delete(op.recordId);
    else next.set(op.recordId, { kind: op.kind, clientId: op.clientId, revision: revision + 1, json: canonical(op.value) });
  }
  return next;
}

function sameState(a: ModelState, b: ModelState): boolean {
  if (a.size !== b.size) return false;
  for (const [id, record] of a) {
    const other = b.get(id);
    if (other === undefined || other.revision !== record.revision || other.json !== record.json || other.kind !== record.kind || other.clientId !== record.clientId) return false;
  }
  return true;
}

export class Oracle {
  private base: ModelState = new Map();
  private batches: Batch[] = [];
  private wave = 0;
  private broken: string[] = [];
  /** Every value ever handed to a commit, by record: what a read may give at all, after damage. */
  private readonly known = new Map<string, Set<string>>();

  /** Everything so far becomes history that is certain; used once a scenario's ground is laid. */
  fork(): Oracle {
    const copy = new Oracle();
    copy.base = this.acknowledged();
    for (const [id, values] of this.known) copy.known.set(id, new Set(values));
    return copy;
  }

  /** The state that the scenario began with. */
  ground(): ModelState {
    return this.base;
  }

  /** Commits that are submitted together form a wave: a cut may keep any unbroken run of them. */
  nextWave(): void {
    this.wave += 1;
  }

  begin(ops: readonly VaultOp[]): Watched {
    const batch: Batch = { ops, wave: this.wave, fate: 'inFlight', sequence: 0 };
    this.batches.push(batch);
    for (const op of ops) {
      if (op.op !== 'put') continue;
      const values = this.known.get(op.recordId) ?? new Set<string>();
      this.known.set(op.recordId, values.add(canonical(op.value)));
    }
    let settled = false;
    const once = (): void => {
      if (settled) this.broken.push('a commit settled twice');
      settled = true;
    };
    return {
      acknowledged: (receipt) => {
        once();
        batch.fate = 'acknowledged';
        batch.sequence = receipt.sequence;
      },
      refused: (error) => {
        once();
        batch.fate = isAppError(error) && NEVER_WRITTEN.has(error.code) ? 'never' : 'refused';
      },
    };
  }

  acknowledged(): ModelState {
    const order = this.batches.map((batch, index) => ({ batch, index })).filter(({ batch }) => batch.fate === 'acknowledged');
    order.sort((a, b) => a.batch.sequence - b.batch.sequence || a.index - b.index);
    let state = this.base;
    for (const { batch } of order) {
      const next = applied(state, batch.ops);
      if (next === null) this.broken.push('an acknowledged commit contradicts the ones before it');
      else state = next;
    }
    return state;
  }

  /** Every state that the disk may hold now: the acknowledged one, or with a run of commits that were on their way after it. */
  allowed(): ModelState[] {
    const settled = this.acknowledged();
    const last = this.batches.findLastIndex((batch) => batch.fate === 'acknowledged');
    // Within the wave of the last acknowledged commit, an earlier one without an answer may still be in flight.
    const open = this.batches.filter((batch, index) => (batch.fate === 'inFlight' || batch.fate === 'refused') && (index > last || batch.fate === 'inFlight'));
    const states = [settled];
    for (let from = 0; from < open.length; from += 1) {
      let state: ModelState | null = settled;
      for (const batch of open.slice(from)) {
        if (batch.wave !== open[from]?.wave) break;
        state = applied(state, batch.ops);
        if (state === null) break;
        states.push(state);
      }
    }
    return states;
  }

  /** Whether this exact value was ever given to a commit for this record. */
  knows(recordId: string, value: unknown): boolean {
    return this.known.get(recordId)?.has(canonical(value)) ?? false;
  }

  /** What the opened vault holds becomes certain: the next run builds on it. */
  async settleOn(vault: Vault): Promise<void> {
    this.base = await stateOf(vault);
    this.batches = [];
  }

  /** I2 and I3: null when the opened vault holds one of the allowed states, else what is wrong. */
  async compare(vault: Vault): Promise<string | null> {
    const first = this.broken[0];
    if (first !== undefined) return first;
    const held = await stateOf(vault);
    const allowed = this.allowed();
    if (allowed.some((state) => sameState(state, held))) return null;
    const want = allowed[0] ?? new Map();
    const lost = [...want].filter(([id, record]) => held.get(id)?.json !== record.json || held.get(id)?.revision !== record.revision).map(([id]) => id);
    const extra = [...held.keys()].filter((id) => !want.has(id));
    return `state is none of ${allowed.length} allowed; differs at [${lost.join(' ')}], unexpected [${extra.join(' ')}]`;
  }
}

/** Everything that an opened vault gives out, through its public calls only. */
export async function stateOf(vault: Vault): Promise<ModelState> {
  const state = new Map<string, ModelRecord>();
  for (const entry of vault.entries()) {
    const { value, revision } = await vault.read(entry.recordId);
    if (revision !== entry.revision) throw new Error(`revision of ${entry.recordId} differs between directory and record`);
    state.set(entry.recordId, { kind: entry.kind, clientId: entry.clientId, revision, json: canonical(value) });
  }
  return state;
}

/** True where opening found nothing to tell the user. */
export function isClean(report: OpenReport): boolean {
  return report.tornTailBytes === 0 && report.damagedRecords.length === 0 && report.chainBreaks === 0 && report.missingSegments.length === 0
    && !report.usedSpareHeader && !report.usedSpareCurrent && report.rolledBack === null;
}
