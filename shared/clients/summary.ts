// The client's card: the few facts the caseload needs. Refuses to hold words of notes or plans.
import type { Episode, LevelOfCare } from '../continuum/episode.ts';
import { overlayInfo } from '../continuum/levels.ts';
import { activeEpisode, currentPhase, isPlanned } from '../continuum/position.ts';
import type { LocalDate } from '../dates.ts';
import type { NoteHead } from '../notes/note.ts';
import type { Plan } from '../plans/plan.ts';
import { planRoles } from '../plans/newPlan.ts';
import type { ClientSummary } from './client.ts';

/** The card of a client about whom nothing is recorded yet. */
export function emptySummary(): ClientSummary {
  return { level: null, phaseStart: null, episodeStart: null, nextReview: null, hasActivePlan: false, opioidUseDisorder: false, unsignedNotes: [], blankDrafts: [], lastService: null, withdrawalPlanned: false };
}

export type SummaryInput = { readonly episodes: readonly Episode[]; readonly plans: readonly Plan[]; readonly notes: readonly NoteHead[]; readonly today: LocalDate };

/** The card recomputed from a client's records; call it on each save that touches one of them. */
export function summarise({ episodes, plans, notes, today }: SummaryInput): ClientSummary {
  const episode = activeEpisode(episodes);
  const phase = episode === null ? null : currentPhase(episode, today);
  const { active, draft } = planRoles(plans);
  // After discharge no review is owed; the plan itself stays readable.
  const hasLeft = episodes.length > 0 && episode === null;
  return {
    level: phase?.level ?? null,
    phaseStart: phase?.actualStart ?? null,
    episodeStart: episode === null || episode.status === 'planned' ? null : episode.start,
    nextReview: hasLeft ? null : active?.content.nextReviewDue ?? null,
    hasActivePlan: active !== null,
    opioidUseDisorder: [active, draft].some((plan) => plan !== null && namesOpioidUseDisorder(plan)) || (episode !== null && hasMoudOverlay(episode)),
    ...noteSummary(notes),
    withdrawalPlanned: episode !== null && episode.phases.some((candidate) => isWithdrawal(candidate.level) && (candidate.id === phase?.id || isPlanned(candidate))),
  };
}

/** The part of the card that its notes make. */
export function noteSummary(notes: readonly NoteHead[]): Pick<ClientSummary, 'unsignedNotes' | 'blankDrafts' | 'lastService'> {
  const drafts = notes.filter(({ status }) => status === 'draft');
  return {
    unsignedNotes: drafts.filter(({ blank }) => !blank).slice(0, 500).map(({ id, createdAt }) => ({ noteId: id, createdAt })),
    blankDrafts: drafts.filter(({ blank }) => blank).slice(0, 500).map(({ id }) => id),
    lastService: lastService(notes),
  };
}

/** True for the withdrawal-management levels. */
export function isWithdrawal(level: LevelOfCare): boolean {
  return level === 'WM_RES' || level === 'WM_AMB';
}

/** ICD-10-CM F11.* names opioid-related disorders. */
function namesOpioidUseDisorder(plan: Plan): boolean {
  return plan.content.diagnoses.some(({ code }) => /^\s*F11(\.|$)/i.test(code));
}

// Any medication overlay, ended or not: the need for naloxone outlives the medicine.
function hasMoudOverlay(episode: Episode): boolean {
  return episode.overlays.some(({ kind }) => overlayInfo(kind).medication);
}

function lastService(notes: readonly NoteHead[]): LocalDate | null {
  return notes.filter(({ serviceType, blank }) => serviceType !== 'no_show' && !blank).reduce<LocalDate | null>((latest, { serviceDate }) => (latest === null || serviceDate > latest ? serviceDate : latest), null);
}
