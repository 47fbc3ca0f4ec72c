// F3, the part of the whole app: killed without warning while a note is being typed. What comes back is
// what was typed, in order, with at most two seconds of it missing.
import { writeFamily } from './families.ts';
import { expect, test, type AppFixture } from './fixtures.ts';
import { addClient, firstRun, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

const KILLS = 20;
/** The most typing that may be missing, in milliseconds before the kill. */
const LOSS_MS = 2000;
const NAME = 'Zephyrinequill Mora';
const FIELD = 'Main point';
const WORDS = 'kingfisher-over-lantern came up again today and we walked the chain of it slowly ';

type Typed = { text: string; at: number[] };

/** Types until told to stop; keeps when each character had arrived in the page. */
async function typeUntilKilled(app: AppFixture, typed: Typed, isOver: () => boolean): Promise<void> {
  for (let at = 0; !isOver(); at += 1) {
    const character = WORDS[at % WORDS.length] ?? ' ';
    try {
      // A quick typist: some 70 keys a second, each held down for a moment.
      await app.page.keyboard.press(character, { delay: 10 });
    } catch (error) {
      if (isOver()) return;
      throw error;
    }
    typed.text += character;
    typed.at.push(performance.now());
  }
}

/** What is wrong with the text that came back; null when nothing is. */
function lossOf(before: string, typed: Typed, killedAt: number, back: string): string | null {
  const whole = before + typed.text;
  // The editor may show the last blank as a no-break space.
  const found = back.replaceAll('\u{a0}', ' ');
  // One more character may have arrived than was counted before the kill.
  if (!whole.startsWith(found) && !found.startsWith(whole)) return `not what was typed: ...${found.slice(-60)}`;
  const due = before.length + typed.at.filter((at) => at <= killedAt - LOSS_MS).length;
  return found.length >= due ? null : `${String(due - found.length)} characters too few of ${String(due)}`;
}

test(`${String(KILLS)} kills while a note is typed lose at most two seconds of typing`, async ({ app }) => {
  test.setTimeout(900_000);
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  await new NotePage(app.page).begin('CBT session');
  const losses: string[] = [];
  let before = '';
  for (let kill = 0; kill < KILLS; kill += 1) {
    const note = new NotePage(app.page);
    await note.enterTextEnd(FIELD);
    const typed: Typed = { text: '', at: [] };
    let over = false;
    const typing = typeUntilKilled(app, typed, () => over);
    // Every kill falls at another point of the saving rhythm, from the first characters to seconds of typing.
    const until = 10 + (kill * 67) % 280;
    await expect.poll(() => typed.text.length, { intervals: [5], timeout: 60_000 }).toBeGreaterThanOrEqual(until);
    over = true;
    const killedAt = performance.now();
    await app.kill();
    await typing;
    await app.restart();
    await unlock(app);
    await new FramePage(app.page).openClient(NAME);
    await new FramePage(app.page).openTab('notes');
    await new NotePage(app.page).openFirst();
    const back = await new NotePage(app.page).readText(FIELD);
    const loss = lossOf(before, typed, killedAt, back);
    if (loss !== null) losses.push(`kill ${String(kill)}: ${loss}`);
    before = back.replaceAll('\u{a0}', ' ');
  }
  // The text grew: kills that all came before the first save would prove nothing.
  expect(before.length).toBeGreaterThan(KILLS * 20);
  await writeFamily('F3-app', { id: 'F3-app', cases: KILLS, failures: losses.length });
  expect(losses).toEqual([]);
});
