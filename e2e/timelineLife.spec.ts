// Home, pregnancy, kits, use, triggers and skills on the timeline, beside the care they belong to.
import AxeBuilder from '@axe-core/playwright';
import { LocalId } from '../shared/brand.ts';
import type { ClinicalCommand } from '../shared/clinical/clinicalCommand.ts';
import { timelineText as t } from '../shared/text/en/timeline.ts';
import { callIn } from './bridge.ts';
import { dayFromToday } from './days.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';

const day = (offset: number) => dayFromToday(offset) as never;
type Put = Extract<ClinicalCommand, { kind: 'put' }>;

/** What a counsellor would have written under Health over some months. */
function healthRecord(): Put[] {
  const entry = (letter: string) => ({ id: LocalId.parse(letter.repeat(12)), note: '' });
  const home = (letter: string, kind: 'shelter' | 'sober_living', start: number, end: number | null): Put => ({ kind: 'put', list: 'living', entry: { ...entry(letter), kind, start: day(start), end: end === null ? null : day(end), safe: 'yes', detail: '' } });
  return [
    home('a', 'shelter', -120, -60), home('b', 'sober_living', -59, null),
    { kind: 'put', list: 'pregnancy', entry: { ...entry('c'), status: 'pregnant', start: day(-50), dueDate: day(150), end: null, outcome: null, obstetricContact: '' } },
    { kind: 'put', list: 'naloxoneKits', entry: { ...entry('d'), product: 'Narcan 4 mg', doses: 2, given: day(-55), expires: day(500), state: 'on_hand', trained: true } },
    { kind: 'put', list: 'triggers', entry: { ...entry('e'), category: 'payday', text: 'Friday, when the pay comes and everybody from the old house calls at once to ask for it', intensity: 8, plan: '', active: true, yearly: day(-400) } },
    { kind: 'put', list: 'coping', entry: { ...entry('f'), kind: 'delay', text: 'Wait fifteen minutes', helps: 7, active: true } },
    { kind: 'put', list: 'substances', entry: { ...entry('g'), category: 'heroin', substance: '', route: 'smoked', ageFirstUse: 19, yearsRegular: 4, amountPerDay: '', daysPast30: 2, dailyUse: null, longActing: false, lastUse: day(-30), lastUseTime: null, longestAbstinence: '', overdoses: 1, lastOverdose: day(-90), previousTreatment: '', withdrawalHistory: '' } },
  ];
}

test('what is known of a life stands on the timeline, in the picture and in the list', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  const call = callIn(page);
  const [client] = await call('clients:list', { status: 'active' });
  const clientId = client?.clientId as never;
  await call('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: day(-60), plannedEnd: null, program: '' } });
  let revision = 0;
  for (const command of healthRecord()) ({ revision } = await call('clinical:apply', { clientId, revision, command }));
  const frame = new FramePage(page);
  // The window does not know yet what was written past its screens.
  await frame.openCaseload();
  await frame.openClient('Zephyrinequill Mora');
  await frame.openTab('timeline');

  const picture = page.getByRole('group', { name: t.pictureLabel });
  for (const span of ['Shelter', 'Sober living home', 'Pregnant']) await expect(picture).toContainText(new RegExp(`${span}, .+ to `));
  const list = page.getByRole('list', { name: t.listTitle });
  for (const title of [t.life.kit('Narcan 4 mg'), t.life.lastUse('Heroin'), t.life.overdose('Heroin'), t.life.skill('Wait fifteen minutes')]) await expect(list.getByRole('button', { name: title })).toBeVisible();
  await expect(list.getByRole('button', { name: /^.*Trigger: Friday/ })).toHaveCount(1);
  await expect(list.getByRole('button', { name: /A hard day each year: Friday/ })).toHaveCount(1);
  await list.getByRole('button', { name: t.life.kit('Narcan 4 mg') }).click();
  await expect(page.locator('.tl-detail')).toContainText('2 doses');
  // By keyboard: from the mark of the kit along its lane.
  await picture.getByRole('button', { name: new RegExp('Narcan 4 mg') }).first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.tl-mark:focus')).toHaveCount(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/life-${colorScheme}.png` });
  }
});
