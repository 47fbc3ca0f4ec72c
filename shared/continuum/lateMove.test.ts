// A person who stayed far longer than planned can still step down: the outline moves on with them.
import { describe, expect, it } from 'vitest';
import { ClientId, EpisodeId, LocalId } from '../brand.ts';
import { Instant, parseLocalDate } from '../dates.ts';
import { applyEpisodeCommand } from './applyCommand.ts';
import { startEpisode } from './startEpisode.ts';

let count = 0;
const newId = () => LocalId.parse(`aaaaaaaaaa${'abcdefghijklmnopqrstuvwxyz'[count++ % 26] ?? 'a'}`);
const today = parseLocalDate('2026-11-22');
const acting = { today, at: Instant.parse('2026-11-22T10:00:00.000Z'), author: 'A', newId };

describe('a move after the whole planned stretch has passed', () => {
  it('begins the next level today and keeps the length of everything behind it', () => {
    const episode = startEpisode({ ...acting, clientId: ClientId.parse('a'.repeat(26)), episodeId: EpisodeId.parse('b'.repeat(26)), start: { kind: 'preset', preset: 'SHORT_RES', start: parseLocalDate('2026-09-13'), program: '' }, existing: [] });
    const moved = applyEpisodeCommand(episode, { kind: 'move', direction: 'down', to: 'RES', date: today, reasons: ['stable_medical'], note: '', program: '', plannedEnd: null, clientView: '', handoffContact: '', firstAppointment: null }, acting);
    expect(moved.phases.slice(0, 4).map((phase) => [phase.level, phase.plannedStart, phase.plannedEnd, phase.actualStart])).toEqual([
      ['WM_RES', '2026-09-13', '2026-09-19', '2026-09-13'],
      ['RES', '2026-11-22', '2026-12-21', '2026-11-22'],
      ['PHP', '2026-12-22', '2027-01-18', null],
      ['IOP', '2027-01-19', '2027-04-12', null],
    ]);
  });
});
