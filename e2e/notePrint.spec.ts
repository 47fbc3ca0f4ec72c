// A note on paper: what the choices put on it, a draft that says so on every page, a long note over several pages.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { z } from 'zod';
import { LocalId } from '../shared/brand.ts';
import { crisisSentence } from '../shared/handouts/myPlan.ts';
import type { NoteDocument } from '../shared/notes/document.ts';
import { templateById } from '../shared/notes/loadTemplates.ts';
import { takeHomePart } from '../shared/notes/takeHome.ts';
import { NoteTemplate } from '../shared/notes/template.ts';
import { NEW_GOAL_NUMBER, NEW_OBJECTIVE_NUMBER, NEW_PROBLEM_NO } from '../shared/plans/numbering.ts';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { myPlanText, privateWordKinds } from '../shared/text/en/handouts.ts';
import { notePrintText as t, PART2_NOTICES } from '../shared/text/en/notePrint.ts';
import { ownTemplatesText } from '../shared/text/en/ownTemplates.ts';
import { planSheetText } from '../shared/text/en/planSheet.ts';
import { expect, test } from './fixtures.ts';
import { wordsOfFull } from './fullAnswers.ts';
import { fillDraft } from './fullDraft.ts';
import { addClient, CLINICIAN, firstRun, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { ask } from './ownChannels.ts';
import { NotePage } from './pages/note.ts';
import { readPdf, type ReadPdf } from './pdf.ts';

const LINE = 'She spoke about the bus stop, the sister, and the three mornings at group. ';
/** Of the thought record, in its order. */
const thoughtLabels = templateById('cbt_session').sections.flatMap(({ fields }) => fields).flatMap((field) => (field.id === 'thoughts' && field.kind === 'table' ? field.columns.map(({ label }) => label) : []));
/** 120 paragraphs of 84 words: a note of ten thousand. */
const [PARAGRAPHS, TIMES] = [120, 6];

test('a note prints as it stands, for whom it is printed', async ({ app }) => {
  // Ten thousand words are typed and printed three times.
  test.slow();
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  const { page } = app;
  let count = 0;
  const printed = async (): Promise<ReadPdf> => {
    const path = join(app.exports, `note-${String((count += 1))}.pdf`);
    await app.queueDialog('save', path);
    await page.getByRole('button', { name: t.savePdf }).click();
    await expect(page.getByText(planSheetText.saved)).toBeVisible();
    return readPdf(path);
  };
  const open = () => page.getByRole('button', { name: t.open, exact: true }).click();

  await note.begin('Narrative note');
  await note.enterText('Session');
  for (let line = 0; line < PARAGRAPHS; line += 1) await page.keyboard.insertText(`${LINE.repeat(TIMES)}\n`);

  await test.step('a draft says so on every page, and what was just typed is on it', async () => {
    await open();
    const pdf = await printed();
    expect(pdf.pages).toBeGreaterThan(12);
    expect(pdf.size).toEqual({ width: 612, height: 792 });
    expect(pdf.text.split(t.draft).length - 1).toBeGreaterThanOrEqual(pdf.pages);
    // A line may run over the end of a page, a word may not.
    expect(pdf.text.split('sister').length - 1).toBe(PARAGRAPHS * TIMES);
    for (let at = 1; at <= pdf.pages; at += 1) expect(pdf.text).toContain(`Page ${String(at)} of ${String(pdf.pages)}`);
    await page.getByRole('button', { name: t.back }).click();
  });

  await test.step('a signed copy for someone else carries the notice on every page; for the client it does not', async () => {
    await note.times('10:00', '10:50');
    await note.risk();
    await note.giveNoPlanReason('First contact');
    await note.pick('Interventions', 'CBT');
    for (const label of ['What you did and why', 'Client response', 'Progress toward goals', 'Next steps']) await note.write(label, 'Words.');
    await note.openSigning();
    await note.sign(PASSPHRASE);
    await note.addAddendum('One thing more.', 'Forgotten');
    await open();
    const outside = await printed();
    expect(outside.text.split(PART2_NOTICES.short).length - 1).toBe(outside.pages);
    for (const words of [...PART2_NOTICES.long, 'Zephyrinequill Mora', 'Mar 14, 1987', CLINICIAN.name, CLINICIAN.credentials, 'One thing more.', 'Forgotten', 'First contact']) expect(outside.text).toContain(words);
    expect(outside.text).not.toContain(t.draft);
    await page.getByRole('radio', { name: t.forWhom.client, exact: true }).click();
    await page.getByRole('radio', { name: t.names.initials, exact: true }).click();
    const own = await printed();
    for (const words of [PART2_NOTICES.short, 'Zephyrinequill', 'Mar 14, 1987']) expect(own.text).not.toContain(words);
    expect(own.text).toContain('Z. M.');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
});

test('a linked note carries the words of its objectives and the diagnosis; its tables are tables on both papers', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  const clientId = z.array(z.object({ clientId: z.string() })).parse(await ask(page, 'clients', 'list', { status: 'active' }))[0]?.clientId;
  const Made = z.object({ revision: z.number(), value: z.object({ id: z.string(), content: z.looseObject({ problems: z.array(z.object({ goals: z.array(z.object({ objectives: z.array(z.object({ id: z.string(), number: z.string() })) })) })) }) }) });
  const made = Made.parse(await ask(page, 'plans', 'create', { clientId }));
  const [problem, goal, objective] = ['a', 'b', 'c'].map((letter) => LocalId.parse(letter.repeat(12)));
  const rest = { statusReason: '', targetDate: null };
  const plan = Made.parse(await ask(page, 'plans', 'saveDraft', {
    planId: made.value.id, revision: made.revision,
    content: {
      ...made.value.content, diagnoses: [{ code: 'F11.20', label: 'Opioid use disorder, severe' }],
      problems: [{ id: problem, no: NEW_PROBLEM_NO, statement: 'Heroin use most days', dimension: 1, evidence: '', status: 'active', statusReason: '', goals: [{ id: goal, number: NEW_GOAL_NUMBER, text: 'Be there for my daughter', targetDate: null, status: 'active', objectives: [{ id: objective, number: NEW_OBJECTIVE_NUMBER, text: 'Attend two group meetings a week until the end of March', measure: { metric: '', baseline: null, target: null, unit: '', direction: 'up', source: '' }, startDate: null, status: 'in_progress', interventions: [], ...rest }] }] }],
    },
  }));
  await ask(page, 'plans', 'activate', { planId: plan.value.id, revision: plan.revision });
  const linked = plan.value.content.problems[0]?.goals[0]?.objectives[0];
  const people = [{ id: LocalId.parse('d'.repeat(12)), name: 'Iris', relationship: 'sister', consentOnFile: false }];
  await new FramePage(page).openTab('notes');
  await new NotePage(page).begin('CBT session');
  await fillDraft(page, templateById('cbt_session'), { startTime: '09:00', endTime: '09:50', participants: people, planLinks: [{ planId: plan.value.id, objectiveId: linked?.id, number: linked?.number, rating: '1', comment: 'Went twice' }] });
  await new NotePage(page).openSigning();
  await new NotePage(page).sign(PASSPHRASE);
  await page.getByRole('button', { name: t.open, exact: true }).click();
  const save = async (name: string): Promise<ReadPdf> => {
    const path = join(app.exports, name);
    await app.queueDialog('save', path);
    await page.getByRole('button', { name: t.savePdf }).click();
    await expect(page.getByText(planSheetText.saved)).toBeVisible();
    return readPdf(path);
  };
  const sheet = page.getByRole('region', { name: t.preview });
  // Sentences in seven narrow columns are not read: each record is a block, every label over its answer, a sentence across.
  const thought = sheet.getByRole('group', { name: 'thought 1', exact: true });
  await expect(thought.getByRole('term')).toHaveText(thoughtLabels);
  const across = (await thought.boundingBox())?.width ?? 0;
  for (const label of ['2 Automatic thought', '4 Evidence for', '5 Evidence against']) expect((await thought.getByRole('definition').nth(thoughtLabels.indexOf(label)).boundingBox())?.width ?? 0).toBeGreaterThan(across * 0.9);
  await expect(sheet.getByRole('table', { name: 'Thought record' })).toHaveCount(0);
  for (const name of ['Triggers', 'Homework', 'Beliefs']) await expect(sheet.getByRole('table', { name }).first()).toBeVisible();
  // Eleven columns do not fit beside one another.
  await expect(sheet.getByRole('table', { name: 'ABC chain' })).toHaveCount(0);
  const letter = await save('outside.pdf');
  for (const words of ['1.a Attend two group meetings a week until the end of March', 'Some progress (+1) (Went twice)', 'F11.20 Opioid use disorder, severe', 'Iris (sister, no consent on file)', 'Not answered']) expect.soft(letter.text).toContain(words);
  await page.getByRole('radio', { name: t.papers.a4, exact: true }).click();
  await page.getByRole('radio', { name: t.forWhom.client, exact: true }).click();
  const own = await save('client.pdf');
  expect(own.size).toEqual({ width: 595, height: 842 });
  expect(own.text).toContain('1.a Attend two group meetings a week');
  for (const words of ['F11.20', 'SHA-256', t.sheet.passphrase]) expect(own.text).not.toContain(words);
  await page.getByRole('checkbox', { name: t.diagnosis }).click();
  expect((await save('wished.pdf')).text).toContain('F11.20');
  for (const pdf of [letter, own]) for (let at = 1; at <= pdf.pages; at += 1) expect(pdf.text).toContain(`Page ${String(at)} of ${String(pdf.pages)}`);

  await test.step('a plan that goes home is the plan alone, signed or not; the chart stays in the chart', async () => {
    const note = new NotePage(page);
    const back = async (): Promise<void> => {
      const leave = page.getByRole('button', { name: t.back });
      await leave.click();
      await leave.waitFor({ state: 'detached' });
      await note.back();
    };
    const open = () => page.getByRole('button', { name: t.open, exact: true }).click();
    const CHART = ['Risk check', 'Client response', 'Next steps', 'Progress toward goals', 'SHA-256', 'Level of care', 'Plan objectives', 'Outpatient', t.sheet.passphrase, t.draft, 'Zephyrinequill', 'Mar 14, 1987', 'Given on paper', PART2_NOTICES.short];
    const plan = async (template: NoteTemplate, name: string): Promise<ReadPdf> => {
      await expect(page.getByRole('radio', { name: t.forWhom.client, exact: true })).toBeChecked();
      await expect(page.getByRole('radio', { name: t.names.initials, exact: true })).toBeChecked();
      const pdf = await save(name);
      const part = takeHomePart(template, document);
      const fields = new Set(part.flatMap((section) => section.children.map(({ fieldId }) => fieldId)));
      const own = { ...template, sections: part.flatMap(({ sectionId }) => template.sections.filter((section) => section.id === sectionId)).map((section) => ({ ...section, fields: section.fields.filter((field) => fields.has(field.id)) })) };
      const wanted = [template.title, 'Z. M.', crisisSentence(DEFAULT_SETTINGS), '988', t.takeHome.counselor(t.sheet.signedBy(CLINICIAN.name, CLINICIAN.credentials)), ...wordsOfFull(own, part)];
      expect.soft(wanted.filter((words) => !pdf.text.includes(words)), name).toEqual([]);
      expect.soft([...CHART, ...marksOfChart(template)].filter((words) => pdf.text.includes(words)), name).toEqual([]);
      // A page on its own still says who to call.
      expect.soft(pdf.text.split('988').length - 1, name).toBe(pdf.pages);
      expect.soft(pdf.tagged, name).toBe(true);
      return pdf;
    };
    let document: NoteDocument = [];
    const marksOfChart = (template: NoteTemplate): string[] => {
      const kept = new Set(takeHomePart(template, document).map(({ sectionId }) => sectionId));
      const chart = document.filter(({ sectionId }) => !kept.has(sectionId));
      return [...JSON.stringify(chart).matchAll(/\bqz[0-9a-z]+x\b/g)].map(([mark]) => mark);
    };

    await back();
    await note.begin('Safety plan');
    document = await fillDraft(page, templateById('safety_plan'), { startTime: '10:00', endTime: '10:30' });
    expect(marksOfChart(templateById('safety_plan')).length).toBeGreaterThan(1);
    await open();
    expect((await plan(templateById('safety_plan'), 'safety-unsigned.pdf')).text).toContain('not yet signed by the counselor');
    await page.getByRole('radio', { name: t.forWhom.chart, exact: true }).click();
    expect((await save('safety-chart.pdf')).text).toContain(t.draft);
    await page.getByRole('button', { name: t.back }).click();
    await note.openSigning();
    await note.sign(PASSPHRASE);
    await note.addAddendum('One thing more for the chart.', 'Forgotten');
    await open();
    const signed = await plan(templateById('safety_plan'), 'safety-signed.pdf');
    for (const words of ['not yet signed', 'One thing more for the chart']) expect(signed.text).not.toContain(words);
    await page.getByRole('radio', { name: t.names.full, exact: true }).click();
    expect((await save('safety-named.pdf')).text).toContain('Zephyrinequill Mora');
    await page.getByRole('radio', { name: t.forWhom.outside, exact: true }).click();
    const outside = await save('safety-outside.pdf');
    for (const words of ['SHA-256', 'Risk check', 'Client response', PART2_NOTICES.short]) expect(outside.text).toContain(words);

    await back();
    await note.begin('Overdose response plan and naloxone');
    document = await fillDraft(page, templateById('overdose_plan'), { startTime: '11:00', endTime: '11:30' });
    await open();
    const overdose = await plan(templateById('overdose_plan'), 'overdose.pdf');
    const steps = templateById('overdose_plan').sections.flatMap(({ fields }) => fields.flatMap((field) => (field.id === 'steps' && field.kind === 'checklist' ? field.items.map(({ label }) => overdose.text.indexOf(label)) : [])));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(overdose.text).not.toContain('Not yet:');
    await page.getByRole('button', { name: t.back }).click();
    await note.openSigning();
    await note.sign(PASSPHRASE);
    await page.getByRole('button', { name: t.open, exact: true }).waitFor();
    await note.back();

    await note.begin('Relapse prevention');
    document = await fillDraft(page, templateById('relapse_prevention'), { startTime: '12:00', endTime: '12:30' });
    expect(marksOfChart(templateById('relapse_prevention')).length).toBeGreaterThan(1);
    await open();
    const relapse = await plan(templateById('relapse_prevention'), 'relapse.pdf');
    expect(relapse.pages).toBeGreaterThan(1);
    expect(relapse.text).toContain('not yet signed by the counselor');
    await page.getByRole('button', { name: t.back }).click();
    await note.openSigning();
    await note.sign(PASSPHRASE);
    await open();
    expect((await plan(templateById('relapse_prevention'), 'relapse-signed.pdf')).text).not.toContain('not yet signed');
    await back();

    // The practice's own safety plan is one as well; what a stranger could read is said before it is handed over.
    const frame = new FramePage(page);
    await frame.openSettings();
    await page.getByRole('button', { name: ownTemplatesText.openSettings }).click();
    await page.getByRole('button', { name: ownTemplatesText.makeOwnOf('Safety plan') }).click();
    await page.getByRole('button', { name: ownTemplatesText.editor.back }).click();
    const [kept] = z.object({ templates: z.array(z.object({ template: NoteTemplate })) }).parse(await ask(page, 'ownTemplates', 'list', {})).templates;
    if (kept === undefined) throw new TypeError('the own template was not kept');
    await frame.openCaseload();
    await frame.openClient('Zephyrinequill Mora');
    await frame.openTab('notes');
    await note.begin(kept.template.title);
    document = await fillDraft(page, kept.template, { startTime: '13:00', endTime: '13:30' });
    await open();
    await plan(kept.template, 'own-safety.pdf');
    await expect(page.getByText(planSheetText.warningsTitle)).toHaveCount(0);
    await page.getByRole('button', { name: t.back }).click();
    await note.write('My warning signs', ' Zephyrinequill in court.');
    await open();
    const warned = (kind: string, word: string) => page.getByText(myPlanText.warning(kind, word, '“My warning signs”'));
    await expect(warned(myPlanText.name, 'Zephyrinequill')).toBeVisible();
    await expect(warned(privateWordKinds.legal, 'court')).toBeVisible();
    await page.getByRole('radio', { name: t.names.full, exact: true }).click();
    await expect(warned(myPlanText.name, 'Zephyrinequill')).toHaveCount(0);
    await expect(warned(privateWordKinds.legal, 'court')).toBeVisible();
  });
});
