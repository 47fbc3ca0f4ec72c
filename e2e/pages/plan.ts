// The Plan tab: writing a plan and putting it in force. Finds everything by role and visible name.
import type { Page } from 'playwright-core';
import { frameText } from '../../shared/text/en/frame.ts';
import { planText as t } from '../../shared/text/en/plan.ts';
import { type as typeInto, typeDate } from './typing.ts';

export type PlanWords = {
  ownWords: string; nextReview: string; problem: string; goal: string; objective: string;
  metric: string; baseline: number; target: number; unit: string; targetDate: string; intervention: string; responsible: string;
  strengths: string[]; diagnosis?: { code: string; label: string };
};

export class PlanPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: t.start, exact: true }).click();
    await this.page.getByRole('region', { name: t.basics }).waitFor();
  }

  async fillBasics(words: PlanWords): Promise<void> {
    const basics = this.page.getByRole('region', { name: t.basics });
    await typeInto(basics.getByRole('textbox', { name: t.ownWords }), words.ownWords);
    await typeDate(basics.getByLabel(t.nextReview, { exact: true }), words.nextReview);
    await basics.getByText(t.more, { exact: true }).click();
    await typeInto(basics.getByRole('textbox', { name: t.strengths }), words.strengths.join('\n'));
    if (words.diagnosis === undefined) return;
    await basics.getByRole('button', { name: t.addDiagnosis, exact: true }).click();
    await typeInto(basics.getByRole('textbox', { name: t.code, exact: true }), words.diagnosis.code);
    await typeInto(basics.getByRole('textbox', { name: t.diagnosisLabel, exact: true }), words.diagnosis.label);
  }

  async fillProblem(words: PlanWords): Promise<void> {
    await this.page.getByRole('button', { name: t.addProblem, exact: true }).click();
    await typeInto(this.page.getByRole('textbox', { name: t.statement, exact: true }).last(), words.problem);
    await typeInto(this.page.getByRole('textbox', { name: t.goalText, exact: true }).last(), words.goal);
    const objective = this.page.getByRole('region', { name: new RegExp(`^${t.objective('')}`) }).last();
    await typeInto(objective.getByRole('textbox', { name: t.objectiveText, exact: true }), words.objective);
    await typeInto(objective.getByRole('textbox', { name: t.metric }), words.metric);
    await typeInto(objective.getByLabel(t.baseline, { exact: true }), String(words.baseline));
    await typeInto(objective.getByLabel(t.target, { exact: true }), String(words.target));
    await typeInto(objective.getByRole('textbox', { name: t.unit, exact: true }), words.unit);
    await typeDate(objective.getByLabel(t.targetDate, { exact: true }), words.targetDate);
    await typeInto(objective.getByRole('textbox', { name: t.interventionText, exact: true }), words.intervention);
    await typeInto(objective.getByRole('textbox', { name: t.responsible }), words.responsible);
  }

  /** Signs the draft and puts it in force. */
  async activate(): Promise<void> {
    await this.page.getByRole('button', { name: t.activate, exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: t.activateConfirm, exact: true }).click();
    await this.page.getByRole('button', { name: t.newVersion, exact: true }).waitFor();
    // The buttons come with the list of versions, the plan itself a moment later.
    await this.page.getByRole('heading', { name: t.basics, exact: true }).waitFor();
  }

  saved() {
    return this.page.getByText(new RegExp(`^${frameText.status.saved('')}\\d`)).first();
  }

  async openHandout(): Promise<void> {
    await this.page.getByRole('button', { name: t.print, exact: true }).click();
  }
}
