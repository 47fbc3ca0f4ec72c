// The main job, step by step, as a counsellor does it on the first day: each step acts through the
// screens and ends on a view worth a picture. Refuses any call behind the screens.
import { clientsText } from '../shared/text/en/clients.ts';
import { naloxoneLabels } from '../shared/text/en/clinical.ts';
import type { RunningApp } from './app.ts';
import { dayFromToday } from './days.ts';
import { FirstRunPage } from './pages/firstRun.ts';
import { FramePage } from './pages/frame.ts';
import { HandoutPage } from './pages/handout.ts';
import { NotePage } from './pages/note.ts';
import { PlanPage, type PlanWords } from './pages/plan.ts';
import { RecordPage } from './pages/record.ts';
import { type as typeInto, typeDate } from './pages/typing.ts';
import { UnlockPage } from './pages/unlock.ts';

export type TourFacts = { recoveryCode: string };
export type TourStep = { name: string; act: (app: RunningApp, facts: TourFacts, pdf: string) => Promise<void> };

export const TOUR_PASSPHRASE = 'copper lantern meadow nine swallow';
const CLIENT = { preferredName: 'Juniper Vale', legalName: 'June Marie Vale', dateOfBirth: '1991-05-23', pronouns: 'they/them' };
const PLAN: PlanWords = {
  ownWords: 'I want mornings that are mine again. I want to be there when my daughter wakes up.', nextReview: dayFromToday(60),
  problem: 'Opioid use has taken over mornings, work and time with family.', goal: 'Be up, steady and present every morning.',
  objective: 'Go to the morning group four days a week and write down how each morning went.', metric: 'mornings at group', baseline: 1, target: 4, unit: 'a week', targetDate: dayFromToday(45),
  intervention: 'Plan the evening before; practice the first ten minutes of the day.', responsible: 'Dana, counselor', strengths: ['Honest about hard days', 'A sister who calls'],
  diagnosis: { code: 'F11.20', label: 'Opioid use disorder, moderate' },
};

async function fillHead(app: RunningApp): Promise<void> {
  const note = new NotePage(app.page);
  await note.times('10:00', '10:50');
  await note.risk();
}

async function fillThoughts(app: RunningApp): Promise<void> {
  const note = new NotePage(app.page);
  await note.rate('Mood', 6);
  await note.rate('Craving now', 3);
  await note.rate('Strongest craving since last time', 8);
  await note.write('In the client\'s words', 'The bus stop is the worst part of the day. After that it gets easier.');
  await app.page.getByRole('button', { name: 'Add thought', exact: true }).click();
  await typeInto(app.page.getByRole('textbox', { name: '1 Situation, thought 1' }), 'Waiting for the bus, phone dead');
  await typeInto(app.page.getByRole('textbox', { name: '2 Automatic thought, thought 1' }), 'One time would not matter');
  await typeInto(app.page.getByRole('textbox', { name: '6 Balanced thought, thought 1' }), 'It has always mattered. The bus comes in eight minutes.');
}

async function fillRest(app: RunningApp): Promise<void> {
  const note = new NotePage(app.page);
  await note.pick('Skills', 'Urge surfing');
  await note.write('Main point', 'We walked the morning at the bus stop link by link and found two places where it can turn.');
  await note.pick('Interventions', 'CBT');
  await note.pick('Interventions', 'Relapse prevention');
  await note.write('What you did and why', 'Chain analysis of Tuesday morning, then urge surfing for eight minutes, to show that the wave passes.');
  await note.write('Client response', 'Engaged and a little surprised. Said: it was shorter than I thought.');
  await note.write('Progress toward goals', 'Three mornings at group this week, two more than last week.');
  await note.write('Next steps', 'Charge the phone at night, call the sister from the stop. We meet on Thursday.');
  await note.linkObjective(/morning group/, '1');
  await note.saved().waitFor();
}

export const TOUR_STEPS: TourStep[] = [
  { name: 'welcome', act: async (app) => { await new FirstRunPage(app.page).heading('Notes that stay in this room').waitFor(); } },
  { name: 'where-the-vault-lives', act: async (app) => { await new FirstRunPage(app.page).start(); } },
  { name: 'passphrase', act: async (app) => {
    const run = new FirstRunPage(app.page);
    await run.keepStandardPlace();
    await typeInto(app.page.getByLabel('Passphrase', { exact: true }), TOUR_PASSPHRASE);
    await app.page.getByText(/^Strength: /).waitFor();
  } },
  { name: 'recovery-code', act: async (app, facts) => {
    const run = new FirstRunPage(app.page);
    await run.choosePassphrase(TOUR_PASSPHRASE);
    facts.recoveryCode = await run.readCode();
  } },
  { name: 'recovery-code-typed-back', act: async (app, facts) => {
    const run = new FirstRunPage(app.page);
    await run.confirmPaper();
    await run.typeCode(facts.recoveryCode);
    await run.heading('What should stand under your notes?').waitFor();
  } },
  { name: 'empty-caseload', act: async (app) => {
    await new FirstRunPage(app.page).aboutYou({ name: 'Dana Reyes', credentials: 'LPC, CADC II', clinic: 'Harbor House', phone: '555-0142' });
    await new FramePage(app.page).caseloadHeading().waitFor();
  } },
  { name: 'new-client', act: async (app) => {
    const frame = new FramePage(app.page);
    await frame.openNewClient();
    await frame.fillClient(CLIENT);
    await app.page.getByRole('radio', { name: naloxoneLabels.on_hand, exact: true }).click();
    await typeDate(app.page.getByLabel(clientsText.form.naloxoneExpires), dayFromToday(400));
  } },
  { name: 'record', act: async (app) => {
    const frame = new FramePage(app.page);
    await frame.submitClient();
    await frame.tab('record').waitFor();
  } },
  { name: 'start-an-episode', act: async (app) => {
    const record = new RecordPage(app.page);
    await record.openStart();
    await record.choosePreset('Short residential, then step by step', dayFromToday(-44), 'Harbor House');
  } },
  { name: 'episode-started', act: async (app) => { await new RecordPage(app.page).submitStart(); } },
  { name: 'step-down', act: async (app) => {
    const record = new RecordPage(app.page);
    await record.openMove('moveDown');
    await record.move('down', dayFromToday(-37), /./);
    await record.openMove('moveDown');
    await record.move('down', dayFromToday(-6), /./);
  } },
  { name: 'plan-written', act: async (app) => {
    const plan = new PlanPage(app.page);
    await new FramePage(app.page).openTab('plan');
    await plan.start();
    await plan.fillBasics(PLAN);
    await plan.fillProblem(PLAN);
    await plan.saved().waitFor();
  } },
  { name: 'plan-in-force', act: async (app) => { await new PlanPage(app.page).activate(); } },
  { name: 'note-begun', act: async (app) => {
    await new FramePage(app.page).openTab('notes');
    await new NotePage(app.page).begin('CBT session');
  } },
  { name: 'note-times-and-risk', act: fillHead },
  { name: 'thought-record', act: fillThoughts },
  { name: 'note-written', act: fillRest },
  { name: 'review-and-sign', act: async (app) => { await new NotePage(app.page).openSigning(); } },
  { name: 'signed-note', act: async (app) => {
    await new NotePage(app.page).sign(TOUR_PASSPHRASE);
    await app.page.getByText('Signed by Dana Reyes, LPC, CADC II').waitFor();
  } },
  { name: 'timeline', act: async (app) => {
    await new NotePage(app.page).back();
    await new FramePage(app.page).openTab('timeline');
    await app.page.getByRole('heading', { name: 'Timeline', exact: true }).waitFor();
  } },
  { name: 'handout', act: async (app) => {
    await new FramePage(app.page).openTab('plan');
    await new PlanPage(app.page).openHandout();
    await new HandoutPage(app.page).ready();
  } },
  { name: 'handout-saved', act: async (app, _facts, pdf) => {
    await app.queueDialog('save', pdf);
    await new HandoutPage(app.page).savePdf();
  } },
  { name: 'caseload', act: async (app) => { await new FramePage(app.page).openCaseload(); } },
  { name: 'locked', act: async (app) => {
    await app.page.keyboard.press('ControlOrMeta+l');
    await new UnlockPage(app.page).heading().waitFor();
  } },
];
