// Every note template that ships: opens, is ready to sign once each required place is answered, then holds an answer in
// every field, signs, stands as it was signed, and prints all of it. A template nobody can finish, or a field that never
// reaches the paper, would be found in front of a client otherwise.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { loadTemplates } from '../shared/notes/loadTemplates.ts';
import type { NoteTemplate, TemplateField } from '../shared/notes/template.ts';
import { notePrintText, PART2_NOTICES } from '../shared/text/en/notePrint.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { planSheetText } from '../shared/text/en/planSheet.ts';
import { expect, test } from './fixtures.ts';
import { wordsOfFull } from './fullAnswers.ts';
import { fillDraft } from './fullDraft.ts';
import { addClient, CLINICIAN, firstRun, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { readPdf } from './pdf.ts';

const WORDS = 'seen and said';

/** Takes the first answer of a list of the system by its keys. */
async function takeFirst(page: Page, list: Locator): Promise<void> {
  await list.focus();
  for (const key of ['Space', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(list).not.toHaveValue('');
  await expect(list).toBeFocused();
}

async function press(button: Locator): Promise<void> {
  await button.click();
  await expect(button).toHaveAttribute('aria-checked', 'true');
}

/** Answers one field by whatever control it has. */
async function answer(page: Page, field: Locator, kind: string): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  if (kind === 'text') {
    await field.getByRole('paragraph').last().click();
    await page.keyboard.type(WORDS);
    return;
  }
  const table = field.locator('.table');
  const cell = (await table.count()) > 0;
  if (cell && (await table.getByRole('textbox').count()) === 0) await table.locator('.table__add').click();
  const box = cell ? table.getByRole('textbox').first() : field.getByRole('textbox').first();
  if (cell && (await table.locator('select').count()) > 0) await takeFirst(page, table.locator('select').first());
  if (cell || kind === 'shortText') await box.fill(WORDS);
  else if (kind === 'number' || kind === 'instrumentScore') await box.fill('2');
  else if (kind === 'date') await field.locator('input').fill('2026-01-05');
  else if (kind === 'time') await field.locator('input').fill('10:30');
  else if ((await field.locator('select').count()) > 0) await takeFirst(page, field.locator('select'));
  else await press(field.getByRole('radio').or(field.getByRole('checkbox')).first());
}

async function fillRequired(page: Page, template: NoteTemplate): Promise<void> {
  const fields = template.sections.flatMap((section) => section.fields);
  // `answer` takes the first option of a choice; what that makes required is asked for too.
  const madeRequired = ({ requiredIf }: TemplateField): boolean => fields.some((field) => field.id === requiredIf?.field && field.required && field.kind === 'choice' && requiredIf.is.includes(field.options[0]?.id ?? ''));
  for (const field of fields) {
    if (field.required || madeRequired(field)) await answer(page, page.locator(`[data-field-id="${field.id}"]`), field.kind);
  }
}

/** What was answered by hand: a kind of field in a group of templates. */
const byHand = new Set<string>();

/** Answers one optional field of each kind that nobody has answered in this group of templates yet. */
async function fillEachKind(page: Page, { group, sections }: NoteTemplate): Promise<void> {
  const fields = sections.flatMap((section) => section.fields);
  const keyOf = ({ kind }: TemplateField) => `${group ?? ''} ${kind}`;
  for (const field of fields) if (field.required) byHand.add(keyOf(field));
  for (const field of fields) {
    if (byHand.has(keyOf(field)) || field.requiredIf !== undefined) continue;
    byHand.add(keyOf(field));
    await answer(page, page.locator(`[data-field-id="${field.id}"]`), field.kind);
  }
}

async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`);
}

const templates = loadTemplates();
const halves = [templates.filter((_, index) => index % 2 === 0), templates.filter((_, index) => index % 2 === 1)];

for (const [index, half] of halves.entries()) {
  test(`every template can be filled in and signed (${String(index + 1)} of 2)`, async ({ app }) => {
    test.setTimeout(600_000);
    await firstRun(app);
    await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
    for (const template of half) {
      await test.step(template.title, async () => {
        const note = new NotePage(app.page);
        await new FramePage(app.page).openTab('notes');
        await note.begin(template.title);
        await expect(app.page.locator('.note-section')).toHaveCount(template.sections.length);
        expect.soft(await breaches(app.page), template.id).toEqual([]);
        await note.times('09:00', '09:50');
        await fillRequired(app.page, template);
        await note.openSigning();
        const signing = app.page.getByRole('dialog');
        await expect(signing.getByRole('button', { name: notesText.sign.sign, exact: true }), `${template.id}: what is required is enough`).toBeEnabled();
        await signing.getByRole('button', { name: notesText.sign.goBack, exact: true }).first().click();
        await fillEachKind(app.page, template);
        const document = await fillDraft(app.page, template, {});
        await note.openSigning();
        await note.sign(PASSPHRASE);
        await expect(app.page.getByRole('dialog')).toHaveCount(0);
        const reading = app.page.locator('article.reading').first();
        for (const { title } of template.sections) await expect(reading.getByRole('heading', { name: title, exact: true })).toBeVisible();
        await app.page.getByRole('button', { name: notePrintText.open, exact: true }).click();
        // A plan that goes home is printed for the client first; the whole note is wanted here.
        await app.page.getByRole('radio', { name: notePrintText.forWhom.outside, exact: true }).click();
        const path = join(app.exports, `${template.id}.pdf`);
        await app.queueDialog('save', path);
        await app.page.getByRole('button', { name: notePrintText.savePdf }).click();
        await expect(app.page.getByText(planSheetText.saved)).toBeVisible();
        const pdf = await readPdf(path);
        expect.soft(pdf.tagged).toBe(true);
        expect.soft(pdf.title).toBe(notePrintText.documentTitle);
        const wanted = [template.title, 'Zephyrinequill Mora', CLINICIAN.name, `Page ${String(pdf.pages)} of ${String(pdf.pages)}`, ...wordsOfFull(template, document)];
        expect.soft(wanted.filter((words) => !pdf.text.includes(words)), template.id).toEqual([]);
        expect.soft(pdf.text.split(PART2_NOTICES.short).length - 1, template.id).toBe(pdf.pages);
        const paper = app.page.getByRole('button', { name: notePrintText.back });
        await paper.click();
        // Both say "Back to": the way out of the note is asked for once that of the paper is gone.
        await paper.waitFor({ state: 'detached' });
        await note.back();
      });
    }
  });
}
