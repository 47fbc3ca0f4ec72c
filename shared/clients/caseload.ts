// The caseload's rows and reminders. Refuses to block anything: reminders are shown, never enforced.
import { LevelOfCare } from '../continuum/episode.ts';
import { levelName } from '../continuum/levels.ts';
import { daysBetween, type Instant, type LocalDate } from '../dates.ts';
import { initialPlanDue, reviewState } from '../plans/review.ts';
import { findingsOn } from '../rules/findings.ts';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../rules/settings.ts';
import { alertText } from '../text/en/clinical.ts';
import { ruleText } from '../text/en/rules.ts';
import type { CaseloadRow, ClientAlert } from './caseloadRow.ts';
import type { Client } from './client.ts';

const HOUR = 3_600_000;
const SEVERITY = { alert: 0, warn: 1, info: 2 } as const;

/** The row of one client on `today` at `now`. */
export function caseloadRow(client: Client, today: LocalDate, now: Instant, rules: RuleSettings = DEFAULT_RULE_SETTINGS): CaseloadRow {
  const { details, summary } = client;
  const level = levelOf(client);
  return {
    clientId: client.id, preferredName: details.preferredName, legalName: details.legalName, pronouns: details.pronouns, status: client.status,
    level, dayInLevel: level === null || summary.phaseStart === null || summary.phaseStart > today ? null : daysBetween(summary.phaseStart, today) + 1,
    nextReview: summary.nextReview, unsignedNotes: summary.unsignedNotes.length, blankDrafts: summary.blankDrafts?.length ?? 0, oldestUnsignedHours: oldestUnsignedHours(client, now), alerts: clientAlerts(client, today, now, rules),
  };
}

function levelOf({ summary }: Client): LevelOfCare | null {
  const parsed = LevelOfCare.safeParse(summary.level);
  return parsed.success ? parsed.data : null;
}

function oldestUnsignedHours({ summary }: Client, now: Instant): number | null {
  if (summary.unsignedNotes.length === 0) return null;
  const oldest = Math.min(...summary.unsignedNotes.map(({ createdAt }) => Date.parse(createdAt)));
  return Math.max(0, Math.floor((Date.parse(now) - oldest) / HOUR));
}

/** Reminders about a client, the gravest first (CLINICAL B.6, those this version checks). */
export function clientAlerts(client: Client, today: LocalDate, now: Instant, rules: RuleSettings = DEFAULT_RULE_SETTINGS): ClientAlert[] {
  if (client.status === 'archived') return [];
  const { findings } = client.summary;
  const byTheClock = [planAlert(client, today, rules), reviewAlert(client, today), signingAlert(client, now, rules), gapAlert(client, today, rules)];
  // Cards written before the checks were kept on them say less.
  const others = findings !== undefined ? findingsOn(findings, today) : [pregnancyAlert(client), naloxoneAlert(client, today), environmentAlert(client)];
  const unseen = byTheClock.filter((alert) => alert !== null && findings?.seen.includes(alert.id) !== true && !others.some((other) => other?.id === alert.id));
  return [...others, ...unseen].filter((alert) => alert !== null).toSorted((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]);
}

// R-PREG1: withdrawal management in pregnancy needs an urgent talk with obstetrics and the prescriber.
function pregnancyAlert({ details, summary }: Client): ClientAlert | null {
  const pregnant = details.pregnancy === 'pregnant' || details.pregnancy === 'possible';
  const withdrawal = summary.withdrawalPlanned === true || summary.level === 'WM_RES' || summary.level === 'WM_AMB';
  return pregnant && withdrawal ? { id: 'R-PREG1', severity: 'alert', text: alertText.pregnancyWithdrawal } : null;
}

// R-NAL1: a kit without a known date may have run out, so it is asked about too.
function naloxoneAlert({ details: { naloxone }, summary }: Client, today: LocalDate): ClientAlert | null {
  if (!summary.opioidUseDisorder) return null;
  if (naloxone.state !== 'on_hand') return { id: 'R-NAL1', severity: 'warn', text: alertText.naloxoneNone };
  if (naloxone.expires === null) return { id: 'R-NAL1', severity: 'warn', text: alertText.naloxoneNoDate };
  return naloxone.expires < today ? { id: 'R-NAL1', severity: 'warn', text: alertText.naloxoneExpired } : null;
}

function environmentAlert(client: Client): ClientAlert | null {
  const level = levelOf(client);
  if (level !== 'IOP' && level !== 'OP') return null;
  const { living } = client.details;
  if (living === 'unknown') return { id: 'R-ENV1', severity: 'warn', text: alertText.livingUnknown };
  return living === 'unsafe' ? { id: 'R-ENV1', severity: 'warn', text: alertText.livingUnsafe } : null;
}

function planAlert(client: Client, today: LocalDate, rules: RuleSettings): ClientAlert | null {
  const { hasActivePlan, episodeStart } = client.summary;
  if (hasActivePlan || episodeStart === null) return null;
  return today > initialPlanDue(levelOf(client), episodeStart, rules) ? { id: 'R-PLAN1', severity: 'warn', text: alertText.planMissing } : null;
}

function reviewAlert({ summary }: Client, today: LocalDate): ClientAlert | null {
  const state = reviewState(summary.nextReview, today);
  return state.kind === 'overdue' ? { id: 'R-PLAN2', severity: 'warn', text: alertText.reviewOverdue(state.days) } : null;
}

function signingAlert(client: Client, now: Instant, { unsignedNoteHours }: RuleSettings): ClientAlert | null {
  const hours = oldestUnsignedHours(client, now);
  return hours !== null && hours > unsignedNoteHours ? { id: 'R-SIG1', severity: 'warn', text: alertText.unsignedNote(Math.floor(hours / 24)) } : null;
}

// R-GAP1 from the card alone: the last attended service, or the start of the phase.
function gapAlert(client: Client, today: LocalDate, { gapDays }: RuleSettings): ClientAlert | null {
  const { episodeStart, phaseStart, lastService, findings } = client.summary;
  const level = levelOf(client);
  if (findings === undefined || episodeStart === null || phaseStart === null || level === null) return null;
  const limit = gapDays[level];
  const since = lastService !== null && lastService > phaseStart && lastService <= today ? lastService : phaseStart;
  const days = daysBetween(since, today);
  return limit !== undefined && days > limit ? { id: 'R-GAP1', severity: 'warn', text: ruleText.noService(days, levelName(level)) } : null;
}
