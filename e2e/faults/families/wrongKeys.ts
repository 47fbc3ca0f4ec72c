// F6: wrong passphrases, planted key-derivation parameters, a slot of another vault, and every one-character error of a recovery
// code. Refuses any answer but the one neutral refusal, and any change of the disk.
import { argon2id } from 'hash-wasm';
import { decodeSlot, encodeSlot } from '../../../electron/vault/keySlots.ts';
import { sha256 } from '../../../electron/vault/crypto.ts';
import { newRecoveryCode } from '../../../electron/vault/recoveryCode.ts';
import type { DeriveKey, KdfParams, VaultSecret } from '../../../electron/vault/types.ts';
import { openVault } from '../../../electron/vault/vault.ts';
import { isAppError, type ErrorCode } from '../../../shared/errors.ts';
import { bytesOf, treeHash, withFile, type DiskImage } from '../disk.ts';
import { newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { createPowerLossFs } from '../powerLossFs.ts';
import { seededRandom } from '../random.ts';
import { RECOVERY_CODE } from '../scenarios.ts';
import { buildSmallVault } from '../smallVault.ts';
import { PASSPHRASE, TINY_KDF, VAULT, vaultDeps } from '../world.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WRONG_PASSPHRASES = 1_000;
const ENVELOPE_FRONT = 8 + 1 + 'header'.length + 8 + 4;
const CHECKSUM_BYTES = 32;
const SLOTS_AT = 41;

type Attempt = { readonly image: DiskImage; readonly secret: VaultSecret; readonly expect: readonly ErrorCode[]; readonly testKdf?: boolean; readonly derivations?: number };

/** Opens once; the answer must be one of `expect`, and the disk as it was. */
async function refused(attempt: Attempt): Promise<string[]> {
  const disk = createPowerLossFs(attempt.image, () => 1_770_000_000_000);
  const before = treeHash(attempt.image, '/data');
  const asked: KdfParams[] = [];
  const deriveKey: DeriveKey = async (password, salt, params) => {
    asked.push(params);
    // Parameters outside the limits are only noted: deriving with a planted gigabyte is the very thing that may not happen.
    const { memoryKiB, passes, lanes } = TINY_KDF;
    return argon2id({ password, salt, memorySize: memoryKiB, iterations: passes, parallelism: lanes, hashLength: 32, outputType: 'binary' });
  };
  const deps = { ...vaultDeps(disk, { seed: 41_000, now: () => 1_770_000_000_000 }), deriveKey, testKdf: attempt.testKdf ?? true };
  const problems: string[] = [];
  try {
    const vault = await openVault(deps, VAULT, attempt.secret);
    problems.push('it opened');
    await vault.close();
  } catch (error) {
    if (!isAppError(error)) problems.push(`no code: ${String(error)}`);
    else if (!attempt.expect.includes(error.code)) problems.push(`answered ${error.code}`);
    else if (Object.keys(error.facts).length > 0) problems.push(`the refusal says more than its code: ${JSON.stringify(error.facts)}`);
  }
  if (treeHash(disk.image(), '/data') !== before) problems.push('the disk was changed');
  if (disk.openHandles() !== 0) problems.push('a file was left open');
  if (attempt.derivations !== undefined && asked.length !== attempt.derivations) problems.push(`${asked.length} key derivations instead of ${attempt.derivations}`);
  if (asked.some(({ memoryKiB, passes, lanes }) => memoryKiB > 1_048_576 || passes > 10 || lanes > 4)) problems.push('derived with planted parameters');
  return problems;
}

/** The header pair with each slot put through `change`, checksum made right again. */
function withSlots(image: DiskImage, change: (slot: Buffer, index: number) => Uint8Array): DiskImage {
  let out = image;
  for (const name of ['header.a', 'header.b']) {
    const path = `${VAULT}/${name}`;
    const file = Buffer.from(bytesOf(image, path));
    const payload = file.subarray(ENVELOPE_FRONT, file.length - CHECKSUM_BYTES);
    let at = SLOTS_AT;
    for (let index = 0; index < (payload[SLOTS_AT - 1] ?? 0); index += 1) {
      const read = decodeSlot(payload, at);
      if (read === null) throw new Error('the header has another shape than this test knows');
      payload.set(change(payload.subarray(at, read.end), index), at);
      at = read.end;
    }
    const body = file.subarray(0, file.length - CHECKSUM_BYTES);
    file.set(sha256(body), body.length);
    out = withFile(out, path, file);
  }
  return out;
}

function plantedParams(): { readonly params: KdfParams; readonly testKdf: boolean }[] {
  const planted: { params: KdfParams; testKdf: boolean }[] = [];
  const sound = { memoryKiB: 65_536, passes: 3, lanes: 1 };
  // What a release refuses: everything under its floor or over its ceiling, the downgrade and the bomb.
  for (const memoryKiB of [0, 1, 7, 8, 1_024, 19_456, 32_768, 65_535, 1_048_577, 2_097_152, 0x7fff_ffff, 0xffff_ffff]) planted.push({ params: { ...sound, memoryKiB }, testKdf: false });
  for (const passes of [0, 1, 2, 11, 12, 100, 1_000, 65_535, 0x7fff_ffff, 0xffff_ffff]) planted.push({ params: { ...sound, passes }, testKdf: false });
  for (const lanes of [0, 5, 6, 8, 16, 64, 255, 65_536, 0x7fff_ffff, 0xffff_ffff]) planted.push({ params: { ...sound, lanes }, testKdf: false });
  // With the tests' own small parameters allowed, the absurd ones still are not.
  for (const memoryKiB of [0, 7, 1_048_577, 2_097_152, 0x8000_0000, 0xffff_ffff]) planted.push({ params: { ...TINY_KDF, memoryKiB }, testKdf: true });
  for (const passes of [0, 11, 50, 1_000, 0x8000_0000, 0xffff_ffff]) planted.push({ params: { ...TINY_KDF, passes }, testKdf: true });
  for (const lanes of [0, 2, 5, 16, 0x8000_0000, 0xffff_ffff]) planted.push({ params: { ...TINY_KDF, lanes }, testKdf: true });
  return planted;
}

async function wrongPassphrases(outcome: Outcome, tell: (name: string) => void, image: DiskImage): Promise<void> {
  const random = seededRandom(6);
  const near = [PASSPHRASE.toUpperCase(), ` ${PASSPHRASE}`, `${PASSPHRASE} `, PASSPHRASE.slice(1), PASSPHRASE.slice(0, -1), PASSPHRASE.replaceAll(' ', ''), PASSPHRASE.replace(' ', '  '), '', '\0', RECOVERY_CODE, 'é'.repeat(200), 'x'.repeat(10_000)];
  for (let n = 0; n < WRONG_PASSPHRASES; n += 1) {
    const text = near[n] ?? (n % 2 === 0 ? Buffer.from(random.bytes(4 + random.int(40))).toString('base64') : PASSPHRASE.slice(0, random.int(PASSPHRASE.length)) + String.fromCodePoint(97 + random.int(20_000)));
    await oneCase(outcome, `F6 wrong passphrase ${n}`, tell, () => refused({ image, secret: { kind: 'passphrase', text }, expect: ['UNLOCK_FAILED'] }));
  }
}

async function wrongCodes(outcome: Outcome, tell: (name: string) => void, image: DiskImage): Promise<void> {
  for (let at = 0; at < RECOVERY_CODE.length; at += 1) {
    if (RECOVERY_CODE[at] === '-') continue;
    for (const char of ALPHABET) {
      if (char === RECOVERY_CODE[at]) continue;
      const text = RECOVERY_CODE.slice(0, at) + char + RECOVERY_CODE.slice(at + 1);
      await oneCase(outcome, `F6 recovery code with ${char} at ${at}`, tell, () => refused({ image, secret: { kind: 'recoveryCode', text }, expect: ['RECOVERY_CODE_MISTYPED'], derivations: 0 }));
    }
  }
  for (let n = 0; n < 50; n += 1) {
    const text = newRecoveryCode((bytes) => seededRandom(600 + n).bytes(bytes));
    await oneCase(outcome, `F6 another vault's recovery code ${n}`, tell, () => refused({ image, secret: { kind: 'recoveryCode', text }, expect: ['UNLOCK_FAILED'] }));
  }
}

async function plantedHeaders(outcome: Outcome, tell: (name: string) => void, image: DiskImage): Promise<void> {
  const secret: VaultSecret = { kind: 'passphrase', text: PASSPHRASE };
  for (const { params, testKdf } of plantedParams()) {
    await oneCase(outcome, `F6 planted parameters ${JSON.stringify(params)}, ${testKdf ? 'test' : 'release'} limits`, tell, () => {
      const planted = withSlots(image, (slot) => {
        const read = decodeSlot(Buffer.from(slot), 0);
        return read === null ? slot : encodeSlot({ ...read.slot, params });
      });
      return refused({ image: planted, secret, testKdf, expect: ['UNLOCK_FAILED', 'OPEN_DAMAGED'] });
    });
  }
  const other = await buildSmallVault(19_000);
  const foreign = bytesOf(other.image, `${VAULT}/header.a`);
  const payload = Buffer.from(foreign.subarray(ENVELOPE_FRONT, foreign.length - CHECKSUM_BYTES));
  await oneCase(outcome, 'F6 the passphrase slot of another vault with the same passphrase', tell, () => {
    const first = decodeSlot(payload, SLOTS_AT);
    if (first === null) throw new Error('no slot to plant');
    return refused({ image: withSlots(image, (slot, index) => (index === 0 ? payload.subarray(SLOTS_AT, first.end) : slot)), secret, expect: ['UNLOCK_FAILED', 'OPEN_DAMAGED'] });
  });
  await oneCase(outcome, 'F6 the whole header of another vault with the same passphrase', tell, () => {
    const planted = withFile(withFile(image, `${VAULT}/header.a`, foreign), `${VAULT}/header.b`, bytesOf(other.image, `${VAULT}/header.b`));
    return refused({ image: planted, secret, expect: ['UNLOCK_FAILED', 'OPEN_DAMAGED'] });
  });
  await oneCase(outcome, 'F6 the two slots exchanged', tell, () => {
    const own = Buffer.from(bytesOf(image, `${VAULT}/header.a`).slice(ENVELOPE_FRONT));
    const one = decodeSlot(own, SLOTS_AT);
    const two = one === null ? null : decodeSlot(own, one.end);
    if (one === null || two === null) throw new Error('two slots expected');
    const kinds = withSlots(image, (_slot, index) => encodeSlot({ ...(index === 0 ? two.slot : one.slot), kind: index === 0 ? 'passphrase' : 'recoveryCode' }));
    return refused({ image: kinds, secret: { kind: 'recoveryCode', text: RECOVERY_CODE }, expect: ['UNLOCK_FAILED', 'OPEN_DAMAGED'] });
  });
}

async function run(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const { image } = await buildSmallVault();
  if (job === 'passphrases') await wrongPassphrases(outcome, tell, image);
  else if (job === 'codes') await wrongCodes(outcome, tell, image);
  else await plantedHeaders(outcome, tell, image);
  return outcome;
}

export const F6: Family = { id: 'F6', title: 'wrong secrets and planted key parameters', minimum: 2_045, jobs: ['passphrases', 'codes', 'planted'], run };
