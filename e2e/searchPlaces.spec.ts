// A hit opens at the very place: the result, the entry behind "more", the form that alone shows a field, the finding
// that was seen, the version of the plan. What kinds, days and clients were asked for is all that is answered.
import AxeBuilder from '@axe-core/playwright';
import { LocalId } from '../shared/brand.ts';
import { demoPlanContent, loadDemo } from '../shared/demo.ts';
import { clinicalRecordText } from '../shared/text/en/clinicalRecord.ts';
import { clientsText } from '../shared/text/en/clients.ts';
import { checksText, healthText } from '../shared/text/en/health.ts';
import { instrumentById } from '../shared/measures/loadInstruments.ts';
import { searchText as t } from '../shared/text/en/search.ts';
import { timelineText } from '../shared/text/en/timeline.ts';
import { callIn } from './bridge.ts';
import { dayFromToday } from './days.ts';
import { expect, test, type AppFixture } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { SearchPage } from './pages/search.ts';
import { choose, typeDate } from './pages/typing.ts';

const NAME = 'Quillonbarrow';
const AWAY = 'Zephyrinequill';
const day = (offset: number) => dayFromToday(offset) as never;
const localId = (letter: string) => LocalId.parse(letter.repeat(12));
/** Ids that count up in letters. */
const newIds = () => { let made = 0; return () => { made += 1; return LocalId.parse(`plan${[...String(made).padStart(8, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`); }; };

/** Words of every kind for one client, and one entry for a client who is archived. */
async function fill(app: AppFixture): Promise<void> {
  const call = callIn(app.page);
  const rows = await call('clients:list', { status: 'active' });
  const clientId = rows.find((row) => row.preferredName === NAME)?.clientId ?? rows[0]?.clientId as never;
  const away = rows.find((row) => row.preferredName === AWAY)?.clientId ?? clientId;
  const answers = Object.fromEntries(instrumentById('PHQ-9').items.map(({ id }) => [id, 1]));
  await call('measures:record', { clientId, instrumentId: 'PHQ-9', mode: 'self', date: day(-40), time: null, answers, note: 'asked beside the persimmon' });
  await call('measures:record', { clientId, instrumentId: 'PHQ-9', mode: 'self', date: day(-3), time: null, answers, note: '' });
  await call('measures:record', { clientId, instrumentId: 'GAD-7', mode: 'self', date: day(-1), time: null, answers: Object.fromEntries(instrumentById('GAD-7').items.map(({ id }) => [id, 0])), note: '' });
  let revision = 0;
  const trigger = async (letter: string, text: string, intensity: number): Promise<void> => {
    ({ revision } = await call('clinical:apply', { clientId, revision, command: { kind: 'put', list: 'triggers', entry: { id: localId(letter), note: '', category: 'place', text, intensity, plan: '', active: true, yearly: null } } }));
  };
  for (const [index, letter] of [...'bcdefghi'].entries()) await trigger(letter, `Some other place ${letter}`, 9 - index % 2);
  await trigger('a', 'The medlar corner', 1);
  const substance = { id: localId('s'), note: '', category: 'alcohol', substance: '', route: '', amountPerDay: '', daysPast30: null, dailyUse: null, lastUse: null, lastUseTime: null, ageFirstUse: null, yearsRegular: null, overdoses: null, lastOverdose: null, longestAbstinence: '', longActing: false, previousTreatment: `${'Another place\n'.repeat(60)}A summer at Foxglove house`, withdrawalHistory: '' } as const;
  ({ revision } = await call('clinical:apply', { clientId, revision, command: { kind: 'put', list: 'substances', entry: substance } }));
  await call('clinical:apply', { clientId: away, revision: 0, command: { kind: 'put', list: 'substances', entry: { ...substance, previousTreatment: 'Foxglove house, twice' } } });
  const finding = (await call('rules:get', { clientId })).find(({ id }) => id === 'R-SUI1');
  await call('rules:acknowledge', { clientId, ruleId: 'R-SUI1', evidenceKeys: finding?.keys as never, why: 'Talked through the quince plan together' });
  const episode = await call('episodes:start', { clientId, start: { kind: 'byHand', level: 'IOP', start: day(-60), plannedEnd: null, program: '' } });
  const [phase] = episode.value.phases;
  const moved = await call('episodes:apply', { episodeId: episode.value.id, revision: episode.revision, command: { kind: 'addEvent', type: 'HOUSING_CHANGE', date: day(-20), time: null, note: '', fields: { living: 'A room at the lighthouse' } } });
  await call('episodes:apply', { episodeId: episode.value.id, revision: moved.revision, command: { kind: 'editPhase', phaseId: phase?.id as never, plannedStart: day(-60), plannedEnd: null, program: '', asamEdition: null, asamNumber: '', notes: 'Gooseberry evenings', tracks: [] } });
  const demo = loadDemo().find((one) => one.plan !== null)?.plan;
  const first = await call('plans:create', { clientId });
  const inForce = { ...demoPlanContent(demo as never, first.value.content, { today: day(0), newId: newIds() }), clientGoalsOwnWords: 'I want to see the tamarind tree again' };
  const saved = await call('plans:saveDraft', { planId: first.value.id, revision: first.revision, content: inForce });
  await call('plans:activate', { planId: first.value.id, revision: saved.revision });
  const second = await call('plans:create', { clientId });
  await call('plans:saveDraft', { planId: second.value.id, revision: second.revision, content: { ...second.value.content, clientGoalsOwnWords: 'I want to walk to the carambola garden' } });
  const held = await call('clients:get', { clientId: away });
  await call('clients:archive', { clientId: away, revision: held.revision });
}

test('every kind of hit opens at its place, and the filters hold', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: AWAY, dateOfBirth: '1980-02-03' });
  await addClient(app, { preferredName: NAME, dateOfBirth: '1975-12-01' });
  await fill(app);
  const { page } = app;
  const search = new SearchPage(page);
  const dialog = page.getByRole('dialog');
  /** Asks and opens the only hit of the client. */
  const openHit = async (words: string, kind: string): Promise<void> => {
    await search.open();
    await expect(search.box()).toBeFocused();
    await page.keyboard.type(words);
    // Coming back from a hit, the one before stands there until this is answered.
    await expect(search.marks().filter({ hasText: new RegExp(words.split(' ')[0] ?? '', 'i') }).first()).toBeVisible();
    await expect(search.of(NAME)).toHaveCount(1);
    await expect(search.of(NAME)).toContainText(kind);
    await search.of(NAME).getByRole('button').press('Enter');
  };
  /** By the button on the tab: to the words and the hit one came from. */
  const backToHit = async (words: string): Promise<void> => {
    await page.getByRole('button', { name: t.back, exact: true }).press('Enter');
    await expect(search.box()).toHaveValue(words);
    await expect(search.of(NAME).getByRole('button')).toBeFocused();
  };
  const marked = (): Promise<string[]> => page.evaluate(() => [...CSS.highlights.get('found-words') ?? []].map(String));
  const selected = (): Promise<string> => page.evaluate(() => {
    const box = document.activeElement;
    return box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0) : '';
  });

  await test.step('a measure: its form, with that result open', async () => {
    await openHit('persimmon', t.kindLabels.measure);
    await expect(dialog.getByText('asked beside the persimmon')).toBeInViewport();
    await expect(dialog.getByRole('heading', { name: /^PHQ-9/ })).toBeVisible();
    await expect.poll(marked).toEqual(['persimmon']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: instrumentById('PHQ-9').title })).toBeVisible();
    await backToHit('persimmon');
  });

  await test.step('an entry that stands behind "more": the list is open and the entry in view', async () => {
    await openHit('medlar', t.kindLabels.health);
    await expect(page.getByText('The medlar corner')).toBeInViewport();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('region', { name: clinicalRecordText.lists.triggers }).getByRole('listitem')).toHaveCount(9);
    await expect.poll(marked).toEqual(['medlar']);
  });

  await test.step('a field that only the form shows: the form, with the words chosen in their box', async () => {
    await openHit('foxglove summer', t.kindLabels.health);
    const box = dialog.getByRole('textbox', { name: healthText.fields.previousTreatment });
    await expect(box).toBeFocused();
    await expect(box).toBeInViewport();
    await expect.poll(selected).toBe('summer');
    // The first is chosen, and every one of the words is marked over the box.
    const over = page.locator('.box-marks mark');
    await expect(over).toHaveText(['summer', 'Foxglove']);
    const [spot, edge] = [await over.last().boundingBox(), await box.boundingBox()];
    expect(spot && edge && spot.y >= edge.y && spot.y + spot.height <= edge.y + edge.height).toBe(true);
    // A long text is scrolled to the words inside its own box.
    await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(over).toHaveCount(0);
  });

  await test.step('a finding that was seen: the record, at that finding', async () => {
    await openHit('quince', t.kindLabels.client);
    await expect(page.getByRole('listitem').filter({ hasText: 'Talked through the quince plan together' })).toBeInViewport();
    await expect.poll(marked).toEqual(['quince']);
    await backToHit('quince');
  });

  await test.step('a finding that has changed since: what was said of it stands beneath', async () => {
    const call = callIn(page);
    const [row] = await call('clients:list', { status: 'active' });
    const measures = await call('measures:list', { clientId: row?.clientId as never });
    for (const { value, revision } of measures.filter((one) => one.value.instrumentId === 'PHQ-9')) await call('measures:markError', { measureId: value.id, revision, reason: 'Wrong person' });
    await openHit('quince', t.kindLabels.client);
    await expect(page.getByText('Talked through the quince plan together')).toBeInViewport();
    await expect(page.getByText(checksText.noLonger)).toBeVisible();
  });

  await test.step('a plan in writing: the words are chosen in their box; an event: it stands open; a phase: its row', async () => {
    await openHit('carambola', t.kindLabels.plan);
    await expect.poll(selected).toBe('carambola');
    await backToHit('carambola');
    // The version in force stands behind the draft; its hit opens it.
    await openHit('tamarind', t.kindLabels.plan);
    await expect(page.getByText('I want to see the tamarind tree again')).toBeInViewport();
    await expect.poll(marked).toEqual(['tamarind']);
    await openHit('lighthouse', t.kindLabels.event);
    await expect(page.getByRole('complementary').getByText(/A room at the lighthouse/)).toBeInViewport();
    await expect(page.getByRole('list', { name: timelineText.listTitle }).getByRole('button').and(page.locator('[aria-current=true]'))).toHaveCount(1);
    await openHit('gooseberry', t.kindLabels.event);
    await expect(page.getByRole('row').filter({ hasText: 'Gooseberry evenings' })).toBeInViewport();
  });

  await test.step('kinds, days and clients narrow what is answered', async () => {
    await search.open();
    await page.keyboard.type('foxglove');
    await expect(search.hits()).toHaveCount(2);
    await expect(search.of(AWAY)).toHaveCount(1);
    await expect(page.getByRole('region', { name: AWAY, exact: true }).getByText(t.archivedMark, { exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: NAME, exact: true }).getByText(t.archivedMark, { exact: true })).toHaveCount(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map((one) => `${colorScheme} ${one.id}`)).toEqual([]);
    }
    const pick = (label: string, option: string) => choose(page, page.getByRole('combobox', { name: label, exact: true }), option);
    await pick(t.client, NAME);
    await expect(search.hits()).toHaveCount(1);
    await expect(search.of(AWAY)).toHaveCount(0);
    await pick(t.kinds, t.kindLabels.plan);
    await expect(page.getByText(t.nothing('foxglove'))).toBeVisible();
    await search.ask('tamarind');
    await expect(search.of(NAME)).toHaveCount(1);
    await pick(t.kinds, t.allKinds);
    await search.ask('lighthouse');
    await expect(search.of(NAME)).toHaveCount(1);
    await typeDate(page.getByLabel(t.from, { exact: true }), dayFromToday(-30));
    await expect(search.of(NAME)).toHaveCount(1);
    await search.ask('persimmon');
    await expect(page.getByText(t.nothing('persimmon'))).toBeVisible();
    await search.ask('lighthouse');
    await expect(search.of(NAME)).toHaveCount(1);
    await typeDate(page.getByLabel(t.to, { exact: true }), dayFromToday(-25));
    await expect(page.getByText(t.nothing('lighthouse'))).toBeVisible();
  });

  await test.step('of an archived client the words can be read, not changed', async () => {
    await new FramePage(page).openCaseload();
    await search.open();
    await page.keyboard.type('foxglove');
    await search.of(AWAY).getByRole('button').click();
    await expect(dialog.getByText('Foxglove house, twice')).toBeInViewport();
    await expect(dialog.getByRole('textbox')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByText(clientsText.archive.archivedNotice).or(page.getByText(healthText.archived))).toBeVisible();
    await expect(page.getByRole('button', { name: new RegExp(`^${healthText.readAct}`) })).toBeVisible();
  });
});
