// F4: every byte of every file of a small vault, changed with two masks. Refuses wrong plain text and damage that nobody is told;
// the only bytes that may change unnoticed are those of hints, which are rebuilt from their segments.
import { filesUnder, bytesOf, withFile } from '../disk.ts';
import { count, newOutcome, oneCase, type Family, type Outcome } from '../family.ts';
import { judgeImage } from '../judge.ts';
import { buildSmallVault } from '../smallVault.ts';
import { VAULT } from '../world.ts';

const MASKS = [0x01, 0xff] as const;
const SLICES = 16;
/** Every so many bytes the vault is opened a second time as well. */
const TWICE_EVERY = 7;

async function run(job: string, tell: (name: string) => void): Promise<Outcome> {
  const outcome = newOutcome();
  const slice = Number(job);
  const small = await buildSmallVault();
  let index = 0;
  for (const path of filesUnder(small.image, VAULT)) {
    const bytes = bytesOf(small.image, path);
    for (let at = 0; at < bytes.length; at += 1) {
      index += 1;
      if (index % SLICES !== slice) continue;
      for (const mask of MASKS) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ mask;
        await oneCase(outcome, `F4 ${path.slice(VAULT.length + 1)} byte ${at} of ${bytes.length} xor ${mask}`, tell, async () => {
          const verdict = await judgeImage(withFile(small.image, path, changed), small, at % TWICE_EVERY === 0);
          count(outcome, verdict.told === null ? verdict.kind : `told by ${verdict.told}`);
          const problems = [...verdict.problems];
          if (verdict.kind === 'identical' && !path.startsWith(`${VAULT}/hints/`)) problems.push('damage that nobody is told');
          // One damaged byte has a spare copy or costs single records; it never costs the vault.
          if (verdict.kind === 'refused') problems.push(`one byte costs the whole vault: ${verdict.code}`);
          return problems;
        });
      }
    }
  }
  return outcome;
}

export const F4: Family = { id: 'F4', title: 'every byte of every file, two masks', minimum: 10_000, jobs: Array.from({ length: SLICES }, (_, slice) => String(slice)), run };
