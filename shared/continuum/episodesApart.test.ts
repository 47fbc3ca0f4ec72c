import { describe, expect, it } from 'vitest';
import { EpisodeId } from '../brand.ts';
import { addDays, parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { applyEpisodeCommand } from './applyCommand.ts';
import { type Episode, EpisodeCommand } from './episode.ts';
import { startEpisode } from './startEpisode.ts';
import { acting, byHand, CLIENT } from './testEpisodes.ts';

const day = parseLocalDate;
const FIRST: Episode = { ...byHand('IOP', '2026-01-01', '2026-01-01'), status: 'closed', end: day('2026-06-01') };

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
  return 'no refusal';
}

function plannedSecond(): Episode {
  return startEpisode({ ...acting('2026-07-01'), clientId: CLIENT, episodeId: EpisodeId.parse('c'.repeat(26)), existing: [FIRST], start: { kind: 'byHand', level: 'OP', start: day('2026-08-01'), plannedEnd: null, program: '' } });
}

function begin(episode: Episode, date: string, others: readonly Episode[]): Episode {
  return applyEpisodeCommand(episode, EpisodeCommand.parse({ kind: 'startPhase', phaseId: episode.phases[0]?.id, date }), acting('2026-08-01'), others);
}

describe('an episode that was planned ahead', () => {
  it('is a readmission when it begins, with the days since the discharge', () => {
    expect(begin(plannedSecond(), '2026-08-01', [FIRST]).events.at(-1)).toMatchObject({ type: 'READMISSION', fields: { daysSinceDischarge: 61 } });
  });

  it('does not begin before the last one ended, nor while another is open', () => {
    expect(codeOf(() => begin(plannedSecond(), '2026-03-01', [FIRST]))).toBe('DATE_ORDER');
    expect(codeOf(() => begin(plannedSecond(), '2026-08-01', [{ ...FIRST, status: 'active', end: null }]))).toBe('EPISODE_OPEN');
    expect(begin(plannedSecond(), '2026-06-01', [FIRST]).start).toBe('2026-06-01');
  });
});

describe('an overlay', () => {
  it('that is ended later does not run into the next of its kind', () => {
    const start = day('2026-01-01');
    const add = (episode: Episode, from: number, to: number | null) => applyEpisodeCommand(episode, EpisodeCommand.parse({ kind: 'addOverlay', overlay: 'OTP', start: addDays(start, from), end: to === null ? null : addDays(start, to), detail: '' }), acting('2026-03-01'));
    const episode = add(add(byHand('OP', '2026-01-01', '2026-01-01'), 0, 10), 20, null);
    const end = (days: number) => applyEpisodeCommand(episode, EpisodeCommand.parse({ kind: 'endOverlay', overlayId: episode.overlays[0]?.id, end: addDays(start, days) }), acting('2026-03-01'));
    expect(codeOf(() => end(25))).toBe('PHASE_OVERLAP');
    expect(end(19).overlays[0]?.end).toBe(addDays(start, 19));
  });
});
