// The facts the rules read, taken from a client's own records. Refuses to keep words: of a note's text only
// the craving figure and one yes or no go on.
import type { Client } from '../clients/client.ts';
import type { ClinicalRecord } from '../clinical/clinicalRecord.ts';
import type { Episode } from '../continuum/episode.ts';
import type { Measure } from '../measures/measure.ts';
import { isBlankDraft } from '../notes/blankDraft.ts';
import type { NoteDocument } from '../notes/document.ts';
import { noteMinutes } from '../notes/duration.ts';
import type { Note } from '../notes/note.ts';
import { textFieldText } from '../notes/plainText.ts';
import type { Plan } from '../plans/plan.ts';
import { LevelOfCare } from '../continuum/episode.ts';
import { cravingNow, phqItem9, suicideLevel } from './noteFacts.ts';
import { namesUltraRapid, type RuleMeasure, type RuleNote, type RulePlan, type RuleRecord } from './ruleRecord.ts';

export type RuleSources = { readonly client: Client; readonly episodes: readonly Episode[]; readonly plans: readonly Plan[]; readonly notes: readonly RuleNote[]; readonly measures: readonly Measure[]; readonly clinical: ClinicalRecord };

/** Joins a client's records; notes go through `ruleNoteOf` one by one, so that the caller may keep the results. */
export function ruleRecordOf({ client, episodes, plans, notes, measures, clinical }: RuleSources): RuleRecord {
  const { pregnancy, living, naloxone } = client.details;
  // Meetings and authorizations are no business of the checks.
  const { clientId: _, meetings: _meetings, authorisations: _authorisations, ...facts } = clinical;
  return {
    client: { id: client.id, status: client.status, pregnancy, living, naloxone, diagnoses: [], opioidUseDisorder: client.summary.opioidUseDisorder },
    episodes: [...episodes], plans: plans.map(rulePlanOf), notes: [...notes], measures: measures.filter(({ enteredInError }) => !enteredInError).map(ruleMeasureOf), clinical: facts,
  };
}

/** What the rules read of a note. */
export function ruleNoteOf(note: Note): RuleNote {
  const { header } = note;
  const level = LevelOfCare.safeParse(note.levelAtSigning);
  const blank = isBlankDraft(note);
  return {
    id: note.id, status: note.status, serviceDate: header.serviceDate, startTime: header.startTime, endTime: header.endTime, minutes: noteMinutes(header), serviceType: header.serviceType, attended: header.serviceType !== 'no_show' && !blank, blank,
    createdAt: note.createdAt, level: level.success ? level.data : null, planLinks: header.planLinks.length, noPlanLinkReason: header.noPlanLinkReason, suicide: suicideLevel(note),
    craving: cravingNow(note.document), phqItem9: phqItem9(note.document), ultraRapid: namesUltraRapid(documentWords(note.document)),
  };
}

function documentWords(document: NoteDocument): string {
  return document.flatMap(({ children }) => children).map((element) => (element.type === 'textField' ? textFieldText(element) : JSON.stringify(element.field))).join('\n');
}

/** What the rules read of a plan: objectives only where problem and goal are still pursued. */
export function rulePlanOf({ id, episodeId, status, content }: Plan): RulePlan {
  const pursued = content.problems.filter((problem) => problem.status === 'active').flatMap(({ goals }) => goals).filter((goal) => goal.status === 'active');
  return {
    id, episodeId, status, effectiveDate: content.effectiveDate, nextReviewDue: content.nextReviewDue, diagnoses: content.diagnoses.map(({ code }) => code),
    problems: content.problems.map((problem) => ({ id: problem.id, statement: problem.statement, status: problem.status })),
    objectives: pursued.flatMap(({ objectives }) => objectives).map((objective) => ({ id: objective.id, number: objective.number, targetDate: objective.targetDate, status: objective.status })),
    ultraRapid: namesUltraRapid(JSON.stringify(content)),
  };
}

/** What the rules read of an administration: the answers and the result as it was saved. */
export function ruleMeasureOf({ id, instrumentId, date, time, answers, result }: Measure): RuleMeasure {
  return { id, instrumentId, date, time, answers, total: result.total, subscales: result.subscales };
}
