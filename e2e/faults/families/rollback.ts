// F7: old states put back by hand: an old `current`, an old vault, an older frame of a record, a segment taken away. Refuses to
// accept any of them in silence. A rollback of vault and outside anchor together is the stated limit, and not tried.
import { bytesOf, filesUnder, subtree, withFile, without, type DiskImage } from '../disk.ts';
import { count, newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { judgeImage, type Verdict } from '../judge.ts';
import { buildSmallVault, type SmallVault } from '../smallVault.ts';
import { ANCHORS, VAULT } from '../world.ts';

type Trick = { readonly name: string; readonly image: DiskImage; readonly wantsRollback?: boolean; readonly harmless?: boolean };

/** The vault of `old` with the witness of `now`. */
function vaultPutBack(old: DiskImage, now: DiskImage): DiskImage {
  return new Map([...without(now, VAULT), ...subtree(old, VAULT, VAULT)]);
}

/** A segment as it was before its close, with the zeros that it had grown by. */
function sameButZeros(one: Uint8Array, two: Uint8Array): boolean {
  const length = Math.min(one.length, two.length);
  return Buffer.compare(one.subarray(0, length), two.subarray(0, length)) === 0 && [...one.subarray(length), ...two.subarray(length)].every((byte) => byte === 0);
}

function putBack(old: DiskImage, now: DiskImage, names: readonly string[]): DiskImage | null {
  let out = now;
  let changed = false;
  for (const name of names) {
    const path = `${VAULT}/${name}`;
    if (!old.has(path) || !now.has(path)) continue;
    const bytes = bytesOf(old, path);
    if (Buffer.compare(bytes, bytesOf(now, path)) === 0) continue;
    out = withFile(out, path, bytes);
    changed = true;
  }
  return changed ? out : null;
}

function* oldMoments(small: SmallVault): Generator<Trick> {
  const now = small.image;
  for (const [index, moment] of small.moments.slice(0, -1).entries()) {
    const at = `${moment.closed ? 'closed' : 'open'} at step ${index}`;
    // The last moment before the last close differs from it only by the close.
    const same = moment.state.size === small.state.size && [...moment.state].every(([id, record]) => small.state.get(id)?.json === record.json);
    yield { name: `the whole vault put back as it was ${at}`, image: vaultPutBack(moment.image, now), ...(same ? { harmless: true } : { wantsRollback: true }) };
    for (const names of [['current.a', 'current.b'], ['current.a'], ['current.b']]) {
      const image = putBack(moment.image, now, names);
      // One old copy beside the newest is what the pair is for.
      if (image !== null) yield { name: `${names.join(' and ')} put back as ${at}`, image, harmless: true };
    }
    for (const path of filesUnder(now, `${VAULT}/segments`)) {
      const image = putBack(moment.image, now, [path.slice(VAULT.length + 1)]);
      if (image !== null) yield { name: `${path.slice(VAULT.length + 1)} put back as ${at}`, image, harmless: sameButZeros(bytesOf(image, path), bytesOf(now, path)) };
    }
    const segments = filesUnder(now, `${VAULT}/segments`).map((path) => path.slice(VAULT.length + 1));
    const logOnly = [...without(now, `${VAULT}/segments`), ...subtree(moment.image, `${VAULT}/segments`, `${VAULT}/segments`)];
    if (putBack(moment.image, now, segments) !== null || filesUnder(moment.image, `${VAULT}/segments`).length < segments.length) yield { name: `all segments put back as ${at}`, image: new Map(logOnly), ...(same ? { harmless: true } : {}) };
  }
}

function* takenAway(small: SmallVault): Generator<Trick> {
  const segments = filesUnder(small.image, `${VAULT}/segments`);
  for (const [index, path] of segments.entries()) {
    const name = path.slice(VAULT.length + 1);
    const hint = `${VAULT}/hints/${name.slice('segments/'.length).replace('.seg', '.hint')}`;
    yield { name: `${name} deleted`, image: without(small.image, path) };
    yield { name: `${name} deleted with its hint`, image: without(without(small.image, path), hint) };
    yield { name: `${name} deleted with all hints`, image: without(without(small.image, path), `${VAULT}/hints`) };
    yield { name: `${name} and all after it deleted`, image: segments.slice(index).reduce((image, each) => without(image, each), small.image) };
    for (const copy of ['current.a', 'current.b']) yield { name: `${name} and ${copy} deleted`, image: without(without(small.image, path), `${VAULT}/${copy}`) };
  }
}

/** Every frame of every segment put over every other of the same length, and the log cut after each frame. */
function* frames(small: SmallVault): Generator<Trick> {
  for (const path of filesUnder(small.image, `${VAULT}/segments`)) {
    const bytes = Buffer.from(bytesOf(small.image, path));
    const starts: number[] = [];
    for (let at = bytes.indexOf('TLF1', 0, 'latin1'); at !== -1; at = bytes.indexOf('TLF1', at + 4, 'latin1')) starts.push(at);
    for (const [index, start] of starts.entries()) {
      const length = bytes.readUInt32LE(start + 4);
      const frame = bytes.subarray(start, start + length);
      const name = `${path.slice(VAULT.length + 1)}, frame ${index + 1}`;
      yield { name: `${name}: log cut before it`, image: withFile(small.image, path, bytes.subarray(0, start)) };
      yield { name: `${name}: zeros in its place`, image: withFile(small.image, path, Buffer.concat([bytes.subarray(0, start), Buffer.alloc(length), bytes.subarray(start + length)])) };
      yield { name: `${name}: taken out, the rest moved up`, image: withFile(small.image, path, Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)])) };
      yield { name: `${name}: appended once more`, image: withFile(small.image, path, Buffer.concat([bytes, frame])) };
      for (const other of filesUnder(small.image, `${VAULT}/segments`)) {
        if (other === path) continue;
        yield { name: `${name}: appended to ${other.slice(VAULT.length + 1)}`, image: withFile(small.image, other, Buffer.concat([bytesOf(small.image, other), frame])) };
      }
    }
  }
}

function judged(trick: Trick, verdict: Verdict): string[] {
  const problems = [...verdict.problems];
  if (trick.harmless !== true && verdict.kind === 'identical') problems.push('nobody is told');
  const noticed = verdict.code === 'OPEN_ROLLBACK' || verdict.report?.rolledBack !== null;
  if (trick.wantsRollback === true && !noticed) problems.push(`a rollback is not called one: ${verdict.kind} ${JSON.stringify(verdict.report)}`);
  return problems;
}

async function run(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const small = await buildSmallVault();
  if (filesUnder(small.image, ANCHORS).length === 0) throw new Error('no anchor was written, so no rollback can be seen');
  const tricks = job === 'old moments' ? oldMoments(small) : job === 'taken away' ? takenAway(small) : frames(small);
  for (const trick of tricks) {
    await oneCase(outcome, `F7 ${trick.name}`, tell, async () => {
      const verdict = await judgeImage(trick.image, small, false);
      count(outcome, verdict.told === null ? verdict.kind : `told by ${verdict.told}`);
      return judged(trick, verdict);
    });
  }
  return outcome;
}

export const F7: Family = { id: 'F7', title: 'old states put back, segments taken away', minimum: 40, jobs: ['old moments', 'taken away', 'frames'], run };
