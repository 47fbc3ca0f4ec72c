// Episodes and commands for tests. Refuses to ship: nothing of the product imports it.
import { ClientId, EpisodeId, LocalId } from '../brand.ts';
import { Instant, type LocalDate, parseLocalDate } from '../dates.ts';
import { type Episode, EpisodeCommand, type LevelOfCare } from './episode.ts';
import type { Acting } from './episodeEvents.ts';
import { startEpisode } from './startEpisode.ts';

export const CLIENT = ClientId.parse('a'.repeat(26));
export const EPISODE = EpisodeId.parse('b'.repeat(26));

let made = 0;

/** Someone acting at noon of a day, with fresh ids. */
export function acting(today: string): Acting {
  return {
    today: parseLocalDate(today), at: Instant.parse(`${today}T12:00:00.000Z`), author: 'Robin Vale',
    newId: () => LocalId.parse((made += 1).toString(2).replaceAll('0', 'a').replaceAll('1', 'b').padStart(24, 'c')),
  };
}

/** The year program from 1 January 2026. */
export function year(today = '2026-01-01'): Episode {
  return startEpisode({ ...acting(today), clientId: CLIENT, episodeId: EPISODE, existing: [], start: { kind: 'preset', preset: 'YEAR_PROGRAM', start: parseLocalDate('2026-01-01'), program: '' } });
}

/** One phase by hand. */
export function byHand(level: LevelOfCare, start: string, today: string, plannedEnd: LocalDate | null = null): Episode {
  return startEpisode({ ...acting(today), clientId: CLIENT, episodeId: EPISODE, existing: [], start: { kind: 'byHand', level, start: parseLocalDate(start), plannedEnd, program: 'North house' } });
}

/** A move with the client's wish as its reason. */
export function moveTo(to: LevelOfCare, date: string, direction: 'down' | 'up' | 'lateral', extra: object = {}): EpisodeCommand {
  return EpisodeCommand.parse({ kind: 'move', date, reasons: ['client_wish'], note: '', direction, to, program: '', plannedEnd: null, clientView: '', handoffContact: '', firstAppointment: null, ...extra });
}

/** A discharge. */
export function leave(type: string, date: string, reasons: string[], extra: object = {}): EpisodeCommand {
  return EpisodeCommand.parse({ kind: 'discharge', date, reasons, note: '', type, naloxoneGiven: true, continuingPlanGiven: true, lastContact: null, ...extra });
}

/** A longer stay. */
export function stay(date: string, plannedEnd: string | null): EpisodeCommand {
  return EpisodeCommand.parse({ kind: 'hold', date, reasons: ['goals_unmet'], note: '', plannedEnd });
}
