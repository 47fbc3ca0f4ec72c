// What of the treatment plan stands in the head of a note on paper: the words of the objectives it is linked to and
// the diagnosis. Refuses to guess: what the plans do not say is left out.
import type { PlanId } from '../brand.ts';
import type { Plan } from '../plans/plan.ts';
import type { PlanHead } from '../plans/planHead.ts';
import type { NoteHeader } from './note.ts';

/** Words of objectives by id, and diagnoses as code and words. */
export type NotePlan = { readonly objectives: ReadonlyMap<string, string>; readonly diagnoses: readonly string[] };

/**
 * The versions of the plan to read: those the note is linked to, or, where it is linked to none, the last one that
 * took effect by the day of the service. A draft counts only where the note is linked to it.
 */
export function plansOfNote({ planLinks, serviceDate }: Pick<NoteHeader, 'planLinks' | 'serviceDate'>, heads: readonly PlanHead[]): PlanId[] {
  const linked = [...new Set(planLinks.map(({ planId }) => planId))];
  if (linked.length > 0) return linked;
  const last = heads.filter(({ status, effectiveDate }) => status !== 'draft' && effectiveDate <= serviceDate).toSorted((a, b) => a.version - b.version).at(-1);
  return last === undefined ? [] : [last.id];
}

/** What those versions say. */
export function notePlan(plans: readonly Pick<Plan, 'content'>[]): NotePlan {
  const objectives = plans.flatMap(({ content }) => content.problems).flatMap(({ goals }) => goals).flatMap((goal) => goal.objectives);
  const diagnoses = plans.flatMap(({ content }) => content.diagnoses).map(({ code, label }) => [code.trim(), label.trim()].filter((part) => part !== '').join(' ')).filter((line) => line !== '');
  return { objectives: new Map(objectives.map(({ id, text }) => [id, text])), diagnoses: [...new Set(diagnoses)] };
}
