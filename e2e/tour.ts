// Drives the app through the main job from an empty folder and leaves what it saw: a picture for each
// step, the handout, the vault and tour.json. Refuses to write into a folder with other files in it.
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from './app.ts';
import { TOUR_PASSPHRASE, TOUR_STEPS, type TourFacts } from './tourSteps.ts';

const PDF = 'my-plan.pdf';
type StepResult = { name: string; ms: number; screenshot: string };

async function emptyFolder(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const names = await readdir(out);
  if (names.length === 0) return;
  if (!names.includes('tour.json')) throw new Error(`${out} holds other files: name an empty folder`);
  for (const name of names) await rm(join(out, name), { recursive: true, force: true });
}

async function walk(app: RunningApp, out: string, facts: TourFacts): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const [at, step] of TOUR_STEPS.entries()) {
    const from = performance.now();
    const screenshot = `${String(at + 1).padStart(2, '0')}-${step.name}.png`;
    try {
      await step.act(app, facts, join(out, PDF));
    } catch (error) {
      await app.page.screenshot({ path: join(out, `failed-${screenshot}`) });
      throw new Error(`the tour stopped at "${step.name}"`, { cause: error });
    }
    const ms = Math.round(performance.now() - from);
    await app.page.screenshot({ path: join(out, screenshot), animations: 'disabled', caret: 'initial' });
    results.push({ name: step.name, ms, screenshot });
    process.stdout.write(`  ${screenshot.padEnd(36)} ${String(ms).padStart(6)} ms\n`);
  }
  return results;
}

/** Runs the tour; `out` is created or emptied of an earlier tour. */
export async function tour(out: string): Promise<void> {
  await emptyFolder(out);
  const work = await mkdtemp(join(tmpdir(), 'throughline-tour-'));
  // From the first moment on the folder is known as a tour's, also when the tour stops half-way.
  await writeFile(join(out, 'tour.json'), '{}\n');
  const app = await startApp({ userData: join(work, 'data'), home: join(work, 'home') });
  app.page.setDefaultTimeout(30_000);
  try {
    const facts: TourFacts = { recoveryCode: '' };
    const steps = await walk(app, out, facts);
    await app.quit();
    await cp(join(work, 'data', 'vault'), join(out, 'vault'), { recursive: true });
    await writeFile(join(out, 'tour.json'), `${JSON.stringify({ steps, pdfs: [PDF], vault: 'vault', passphrase: TOUR_PASSPHRASE, recoveryCode: facts.recoveryCode }, null, 1)}\n`);
  } finally {
    await app.kill();
    await rm(work, { recursive: true, force: true });
  }
}
