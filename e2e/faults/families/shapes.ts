// F5: files cut at every length, grown, emptied, zero-filled, swapped, doubled, deleted, or replaced by a folder, a link or a FIFO.
// Refuses a hang, wrong plain text, and loss that nobody is told.
import { bytesOf, filesUnder, withFile, without, type DiskImage } from '../disk.ts';
import { count, newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { judgeImage, readOnlyTouches, UNTOLD, type Verdict } from '../judge.ts';
import { onRealDisk, OBSTACLES } from '../realDisk.ts';
import { buildSmallVault, type SmallVault } from '../smallVault.ts';
import { seededRandom } from '../random.ts';
import { VAULT } from '../world.ts';

/** Commits in one run of the small vault. */
const FRAMES_OF_A_RUN = 3;

/** `told`: must be refused or reported by the opening itself. `kept`: everything must be there, or be refused or reported. */
type Expect = 'told' | 'kept';
type Shape = { readonly name: string; readonly image: DiskImage; readonly expect: Expect };

function short(path: string): string {
  return path.slice(VAULT.length + 1);
}

/** Hints are rebuilt from their segments, so their loss needs no word. */
function ofValue(path: string): Expect {
  return path.startsWith(`${VAULT}/hints/`) ? 'kept' : 'told';
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function* truncations(image: DiskImage, paths: readonly string[]): Generator<Shape> {
  for (const path of paths) {
    const bytes = bytesOf(image, path);
    for (let length = 0; length < bytes.length; length += 1) {
      const expect = isZero(bytes.subarray(length)) ? 'kept' : ofValue(path);
      yield { name: `${short(path)} cut to ${length} of ${bytes.length}`, image: withFile(image, path, bytes.slice(0, length)), expect };
    }
  }
}

function* growths(image: DiskImage): Generator<Shape> {
  const random = seededRandom(5);
  for (const path of filesUnder(image, VAULT)) {
    const bytes = bytesOf(image, path);
    for (const extra of [1, 16, 4_096]) {
      const tail = random.bytes(extra).map((byte) => byte | 1);
      yield { name: `${short(path)} with ${extra} bytes appended`, image: withFile(image, path, Uint8Array.from([...bytes, ...tail])), expect: ofValue(path) };
      yield { name: `${short(path)} with ${extra} zeros appended`, image: withFile(image, path, Uint8Array.from([...bytes, ...new Uint8Array(extra)])), expect: 'kept' };
    }
    yield { name: `${short(path)} zero-filled`, image: withFile(image, path, new Uint8Array(bytes.length)), expect: ofValue(path) };
    yield { name: `${short(path)} random`, image: withFile(image, path, random.bytes(bytes.length)), expect: ofValue(path) };
    yield { name: `${short(path)} deleted`, image: without(image, path), expect: ofValue(path) };
    yield { name: `${short(path)} a folder`, image: new Map(without(image, path)).set(path, { kind: 'folder' }), expect: ofValue(path) };
    yield { name: `${short(path)} a symbolic link`, image: new Map(image).set(path, { kind: 'other', what: 'symlink' }), expect: ofValue(path) };
    yield { name: `${short(path)} a FIFO`, image: new Map(image).set(path, { kind: 'other', what: 'fifo' }), expect: ofValue(path) };
  }
}

function* swaps(image: DiskImage): Generator<Shape> {
  const paths = filesUnder(image, VAULT);
  for (const [index, one] of paths.entries()) {
    for (const other of paths.slice(index + 1)) {
      yield { name: `${short(one)} and ${short(other)} swapped`, image: withFile(withFile(image, one, bytesOf(image, other)), other, bytesOf(image, one)), expect: 'kept' };
      yield { name: `${short(other)} in place of ${short(one)}`, image: withFile(image, one, bytesOf(image, other)), expect: 'kept' };
      yield { name: `${short(one)} in place of ${short(other)}`, image: withFile(image, other, bytesOf(image, one)), expect: 'kept' };
    }
    for (const copy of [`${one}.copy`, `${VAULT}/segments/00000099.seg`, `${VAULT}/hints/00000099.hint`, `${VAULT}/stray`]) {
      yield { name: `${short(one)} doubled as ${short(copy)}`, image: withFile(image, copy, bytesOf(image, one)), expect: 'kept' };
    }
  }
}

function judged(expect: Expect, verdict: Verdict): string[] {
  const problems = [...verdict.problems];
  if (expect === 'told' && verdict.kind !== 'refused' && verdict.told !== 'open') problems.push(`damage that the opening does not tell, but ${verdict.told ?? 'nobody'}`);
  return problems;
}

function shapesOf(job: string, small: SmallVault): Iterable<Shape> {
  const paths = filesUnder(small.image, VAULT);
  const segments = paths.filter((path) => path.startsWith(`${VAULT}/segments/`));
  if (job === 'last segment') return truncations(small.image, segments.slice(-1));
  if (job === 'other segments') return truncations(small.image, segments.slice(0, -1));
  if (job === 'headers') return truncations(small.image, paths.filter((path) => /\/(header|current)\.[ab]$/.test(path)));
  if (job === 'unclosed segment') {
    // A run that was never closed: its segment still has the zeros that it grew by.
    const moment = small.moments.findLast(({ closed }) => !closed);
    if (moment === undefined) throw new Error('no moment before a close');
    return truncations(moment.image, filesUnder(moment.image, `${VAULT}/segments`).slice(-1));
  }
  return job === 'growths' ? growths(small.image) : swaps(small.image);
}

async function runShapes(job: string, small: SmallVault, outcome: Outcome, tell: (name: string) => void): Promise<void> {
  let index = 0;
  // Cutting a segment that was never closed back to an earlier frame is what the outside anchor is for; it lags behind by design.
  const cutBack = job === 'unclosed segment';
  const truth = cutBack ? { oracle: small.oracle, state: small.moments.findLast(({ closed }) => !closed)?.state ?? small.state } : small;
  let unnoticed = 0;
  for (const shape of shapesOf(job, small)) {
    index += 1;
    const twice = index % 5 === 0;
    await oneCase(outcome, `F5 ${shape.name}`, tell, async () => {
      const verdict = await judgeImage(shape.image, truth, twice);
      count(outcome, verdict.told === null ? verdict.kind : `told by ${verdict.told}`);
      if (!cutBack) return [...judged(shape.expect, verdict), ...twice ? await readOnlyTouches(shape.image) : []];
      if (verdict.kind === 'identical' && verdict.lost.length > 0) unnoticed += 1;
      return verdict.problems.filter((problem) => !problem.startsWith(UNTOLD));
    });
  }
  if (!cutBack) return;
  await oneCase(outcome, 'F5 a cut of the unclosed segment goes unnoticed only between frames', tell, async () => {
    count(outcome, 'cut back between frames', unnoticed);
    return unnoticed <= FRAMES_OF_A_RUN ? [] : [`${unnoticed} lengths, but only ${FRAMES_OF_A_RUN} frames`];
  });
}

async function runReal(small: SmallVault, outcome: Outcome, tell: (name: string) => void): Promise<void> {
  for (const path of filesUnder(small.image, VAULT)) {
    for (const obstacle of OBSTACLES) {
      await oneCase(outcome, `F5 ${short(path)} replaced on the real disk by ${obstacle}`, tell, async () => judged(ofValue(path), await onRealDisk(small, path, obstacle)));
    }
  }
}

async function run(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const small = await buildSmallVault();
  if (job === 'real disk') await runReal(small, outcome, tell);
  else await runShapes(job, small, outcome, tell);
  return outcome;
}

export const F5: Family = { id: 'F5', title: 'cut, grown, swapped, deleted and replaced files', minimum: 3_000, jobs: ['last segment', 'other segments', 'headers', 'unclosed segment', 'growths', 'swaps', 'real disk'], run };
