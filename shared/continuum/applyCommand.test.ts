import { describe, expect, it } from 'vitest';
import { LocalId } from '../brand.ts';
import { parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { applyEpisodeCommand } from './applyCommand.ts';
import { Episode, EpisodeCommand, type LevelOfCare } from './episode.ts';
import { activeEpisode, activeOverlays, currentPhase, nextPhase, onMoud } from './position.ts';
import { moveReasons } from './reasons.ts';
import { startEpisode } from './startEpisode.ts';
import { acting, byHand, CLIENT, EPISODE, leave, moveTo, stay, year } from './testEpisodes.ts';

const day = parseLocalDate;
const spans = (episode: Episode) => episode.phases.map(({ level, actualStart, actualEnd }) => [level, actualStart, actualEnd]);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
  return 'no refusal';
}

describe('startEpisode', () => {
  it('begins the first phase and records the admission when the day has come', () => {
    const episode = Episode.parse(year());
    expect(episode.status).toBe('active');
    expect(episode.phases.map(({ actualStart }) => actualStart)).toEqual(['2026-01-01', null, null, null]);
    expect(episode.events.map(({ type, fields }) => [type, fields.level])).toEqual([['ADMISSION', 'WM_RES']]);
  });

  it('stays planned until the first day, and begins by startPhase', () => {
    const planned = byHand('IOP', '2026-03-01', '2026-02-01');
    expect(planned.status).toBe('planned');
    expect(planned.events).toEqual([]);
    expect(currentPhase(planned, day('2026-03-05'))).toBeNull();
    const begun = applyEpisodeCommand(planned, { kind: 'startPhase', phaseId: planned.phases[0]?.id ?? LocalId.parse('zzzzzzzzzzzz'), date: day('2026-03-02') }, acting('2026-03-02'));
    expect(begun).toMatchObject({ status: 'active', start: '2026-03-02' });
    expect(begun.events[0]?.type).toBe('ADMISSION');
  });

  it('brings the overlay of a preset with it', () => {
    const episode = startEpisode({ ...acting('2026-01-01'), clientId: CLIENT, episodeId: EPISODE, existing: [], start: { kind: 'preset', preset: 'OUTPATIENT_MOUD', start: day('2026-01-01'), program: '' } });
    expect(onMoud(episode, day('2026-01-01'))).toBe(true);
    expect(activeOverlays(episode, day('2025-12-31'))).toEqual([]);
  });

  it('refuses a second open episode, an end before its start, an unknown preset', () => {
    const again = (existing: Episode[], start: string) => () => startEpisode({ ...acting('2026-06-01'), clientId: CLIENT, episodeId: EPISODE, existing, start: { kind: 'byHand', level: 'OP', start: day(start), plannedEnd: null, program: '' } });
    expect(codeOf(again([year()], '2026-05-01'))).toBe('EPISODE_OPEN');
    const closed = applyEpisodeCommand(year(), leave('DISCHARGE_LOST', '2026-02-01', ['no_contact']), acting('2026-02-01'));
    expect(codeOf(again([closed], '2026-01-15'))).toBe('DATE_ORDER');
    expect(codeOf(() => byHand('OP', '2026-05-02', '2026-06-01', day('2026-05-01')))).toBe('DATE_ORDER');
    expect(codeOf(() => startEpisode({ ...acting('2026-06-01'), clientId: CLIENT, episodeId: EPISODE, existing: [], start: { kind: 'preset', preset: 'NOPE', start: day('2026-05-01'), program: '' } }))).toBe('NOT_FOUND');
    expect(again([closed], '2026-03-03')().events[0]).toMatchObject({ type: 'READMISSION', fields: { daysSinceDischarge: 30 } });
  });
});

describe('move', () => {
  it('ends a phase the day before and begins the planned one', () => {
    const moved = applyEpisodeCommand(year(), moveTo('RES', '2026-01-12', 'down'), acting('2026-01-12'));
    expect(spans(moved).slice(0, 2)).toEqual([['WM_RES', '2026-01-01', '2026-01-11'], ['RES', '2026-01-12', null]]);
    expect(moved.phases[1]).toMatchObject({ plannedStart: '2026-01-11', plannedEnd: '2026-04-10' });
    expect(moved.phases[2]).toMatchObject({ plannedStart: '2026-04-11', plannedEnd: '2026-09-10' });
    expect(moved.events.at(-1)).toMatchObject({ type: 'TRANSITION_DOWN', fields: { from: 'WM_RES', to: 'RES', reasons: 'client_wish' } });
    expect(currentPhase(moved, day('2026-01-11'))?.level).toBe('WM_RES');
    expect(currentPhase(moved, day('2026-01-12'))?.level).toBe('RES');
    Episode.parse(moved);
  });

  it('marks planned phases that were passed over', () => {
    const moved = applyEpisodeCommand(year(), moveTo('IOP', '2026-01-11', 'down'), acting('2026-01-11'));
    expect(moved.phases.map(({ level, endReason }) => [level, endReason])).toEqual([['WM_RES', 'transition_down'], ['RES', 'skipped'], ['IOP', ''], ['AFTERCARE', '']]);
    expect(nextPhase(moved)?.level).toBe('AFTERCARE');
  });

  it('puts a level in between and pushes only what it would cover', () => {
    const inRes = applyEpisodeCommand(year(), moveTo('RES', '2026-01-11', 'down'), acting('2026-01-11'));
    const inPhp = applyEpisodeCommand(inRes, moveTo('PHP', '2026-04-11', 'down', { plannedEnd: '2026-04-30' }), acting('2026-04-11'));
    const planned = inPhp.phases.filter(({ actualStart }) => actualStart === null).map(({ level, plannedStart, plannedEnd }) => [level, plannedStart, plannedEnd]);
    expect(planned).toEqual([['IOP', '2026-05-01', '2026-09-30'], ['AFTERCARE', '2026-10-01', '2027-01-30']]);
    const open = applyEpisodeCommand(inRes, moveTo('PHP', '2026-03-01', 'down', { plannedEnd: '2026-03-20' }), acting('2026-03-01'));
    expect(open.phases.find(({ level }) => level === 'IOP')).toMatchObject({ plannedStart: '2026-04-11', plannedEnd: '2026-09-10' });
  });

  it('moves into an open-ended level on the very day another was planned to begin', () => {
    const inRes = applyEpisodeCommand(year(), moveTo('RES', '2026-01-11', 'down'), acting('2026-01-11'));
    const inPhp = applyEpisodeCommand(inRes, moveTo('PHP', '2026-04-11', 'down'), acting('2026-04-11'));
    expect(inPhp.phases.find(({ level }) => level === 'IOP')).toMatchObject({ plannedStart: '2026-04-12', plannedEnd: '2026-09-11' });
  });

  it('lets a day be shared only by a phase that began that day', () => {
    const sameDay = applyEpisodeCommand(byHand('OP', '2026-05-01', '2026-05-01'), moveTo('WM_RES', '2026-05-01', 'up'), acting('2026-05-01'));
    expect(spans(sameDay)).toEqual([['OP', '2026-05-01', '2026-05-01'], ['WM_RES', '2026-05-01', null]]);
    expect(currentPhase(sameDay, day('2026-05-01'))?.level).toBe('WM_RES');
  });

  it('refuses wrong directions, dates and reasons and changes nothing', () => {
    const episode = year();
    const before = JSON.stringify(episode);
    const refused = (command: EpisodeCommand, today = '2026-01-12') => codeOf(() => applyEpisodeCommand(episode, command, acting(today)));
    expect(refused(moveTo('RES', '2026-01-12', 'up'))).toBe('TRANSITION_INVALID');
    expect(refused(moveTo('WM_AMB', '2026-01-12', 'down'))).toBe('TRANSITION_INVALID');
    expect(refused(moveTo('RES', '2025-12-31', 'down'))).toBe('DATE_ORDER');
    expect(refused(moveTo('RES', '2026-01-13', 'down'))).toBe('DATE_ORDER');
    expect(refused(moveTo('RES', '2026-01-12', 'down', { plannedEnd: '2026-01-11' }))).toBe('DATE_ORDER');
    expect(refused(moveTo('RES', '2026-01-12', 'down', { firstAppointment: '2026-01-11' }))).toBe('DATE_ORDER');
    expect(refused(moveTo('RES', '2026-01-12', 'down', { reasons: ['because'] }))).toBe('REASON_MISSING');
    expect(refused(moveTo('RES', '2026-01-12', 'down', { reasons: [''] }))).toBe('REASON_MISSING');
    expect(codeOf(() => applyEpisodeCommand(byHand('OP', '2026-03-01', '2026-02-01'), moveTo('IOP', '2026-02-01', 'up'), acting('2026-02-01')))).toBe('PHASE_NONE');
    expect(JSON.stringify(episode)).toBe(before);
  });

  it('keeps a long view of the client whole', () => {
    const view = `first line\n${'word '.repeat(120)}end`;
    const moved = applyEpisodeCommand(year(), moveTo('RES', '2026-01-12', 'down', { clientView: view }), acting('2026-01-12'));
    expect(moved.events.at(-1)?.note).toContain(view);
    Episode.parse(moved);
  });

  it('never lets a reason list outgrow its field', () => {
    for (const direction of ['down', 'up', 'lateral'] as const) expect(moveReasons(direction).map(({ code }) => code).join(', ').length).toBeLessThanOrEqual(400);
  });
});

describe('hold, return to use and discharge', () => {
  it('stays longer and pushes what follows by just enough', () => {
    const held = applyEpisodeCommand(year(), stay('2026-01-10', '2026-01-17'), acting('2026-01-10'));
    expect(held.phases.map(({ plannedStart, plannedEnd }) => [plannedStart, plannedEnd])).toEqual([
      ['2026-01-01', '2026-01-17'], ['2026-01-18', '2026-04-17'], ['2026-04-18', '2026-09-17'], ['2026-09-18', '2027-01-17'],
    ]);
    expect(held.events.at(-1)).toMatchObject({ type: 'HOLD', fields: { plannedEndBefore: '2026-01-10', plannedEnd: '2026-01-17' } });
    const open = applyEpisodeCommand(year(), stay('2026-01-10', null), acting('2026-01-10'));
    expect(open.phases[0]?.plannedEnd).toBeNull();
    expect(open.phases[1]?.plannedStart).toBe('2026-01-11');
    expect(codeOf(() => applyEpisodeCommand(year(), stay('2026-01-10', '2026-01-09'), acting('2026-01-10')))).toBe('DATE_ORDER');
  });

  it('records a return to use without moving anyone', () => {
    const command = EpisodeCommand.parse({ kind: 'returnToUse', date: '2026-01-05', time: '21:30', substance: 'heroin', route: 'smoked', amount: '', pattern: 'lapse', toleranceRisk: true, planChanged: false, note: 'Called the next morning.' });
    const after = applyEpisodeCommand(year(), command, acting('2026-01-06'));
    expect(after.status).toBe('active');
    expect(after.phases.map(({ id: _id, ...phase }) => phase)).toEqual(year().phases.map(({ id: _id, ...phase }) => phase));
    expect(after.events.at(-1)).toMatchObject({ type: 'RETURN_TO_USE', time: '21:30', fields: { pattern: 'lapse', toleranceRisk: true } });
    expect(codeOf(() => applyEpisodeCommand(year(), { ...command, date: day('2026-01-07') } as EpisodeCommand, acting('2026-01-06')))).toBe('DATE_ORDER');
  });

  it('closes the phase under way on its last day and marks what never began', () => {
    const done = applyEpisodeCommand(year(), leave('DISCHARGE_COMPLETED', '2026-01-20', ['goals_met'], { lastContact: '2026-01-20' }), acting('2026-01-20'));
    expect(done).toMatchObject({ status: 'completed', end: '2026-01-20' });
    expect(done.phases.map(({ actualEnd, endReason }) => [actualEnd, endReason])).toEqual([['2026-01-20', 'DISCHARGE_COMPLETED'], [null, 'DISCHARGE_COMPLETED'], [null, 'DISCHARGE_COMPLETED'], [null, 'DISCHARGE_COMPLETED']]);
    expect(activeEpisode([done])).toBeNull();
    expect(codeOf(() => applyEpisodeCommand(done, stay('2026-01-20', null), acting('2026-01-21')))).toBe('EPISODE_NONE');
    const outreach = applyEpisodeCommand(done, { kind: 'addEvent', type: 'OUTREACH', date: day('2026-01-25'), time: null, note: '', fields: { attempt: 1, method: 'phone' } }, acting('2026-01-25'));
    expect(outreach.events.at(-1)?.type).toBe('OUTREACH');
  });

  it('refuses a discharge before the phase began, after today, or with reasons of another type', () => {
    const refused = (command: EpisodeCommand) => codeOf(() => applyEpisodeCommand(year(), command, acting('2026-02-01')));
    expect(refused(leave('DISCHARGE_AMA', '2025-12-30', ['left_early']))).toBe('DATE_ORDER');
    expect(refused(leave('DISCHARGE_AMA', '2026-02-02', ['left_early']))).toBe('DATE_ORDER');
    expect(refused(leave('DISCHARGE_AMA', '2026-02-01', ['left_early'], { lastContact: '2026-02-02' }))).toBe('DATE_ORDER');
    expect(refused(leave('DISCHARGE_AMA', '2026-02-01', ['no_contact']))).toBe('REASON_MISSING');
  });
});

describe('phases, overlays and events by hand', () => {
  const add = (level: LevelOfCare, plannedStart: string, plannedEnd: string | null) => EpisodeCommand.parse({ kind: 'addPhase', level, plannedStart, plannedEnd, program: '' });
  const edit = (episode: Episode, index: number, plannedStart: string, plannedEnd: string | null) => EpisodeCommand.parse({ kind: 'editPhase', phaseId: episode.phases[index]?.id, plannedStart, plannedEnd, program: '', asamEdition: '3', asamNumber: '2.1', notes: '' });

  it('adds, edits and removes planned phases', () => {
    let episode = byHand('RES', '2026-01-01', '2026-01-01', day('2026-01-30'));
    episode = applyEpisodeCommand(episode, add('OP', '2026-03-01', null), acting('2026-01-02'));
    episode = applyEpisodeCommand(episode, add('IOP', '2026-01-31', '2026-02-28'), acting('2026-01-02'));
    expect(episode.phases.map(({ level }) => level)).toEqual(['RES', 'IOP', 'OP']);
    episode = applyEpisodeCommand(episode, edit(episode, 1, '2026-02-02', '2026-02-20'), acting('2026-01-02'));
    expect(episode.phases[1]).toMatchObject({ plannedStart: '2026-02-02', asamNumber: '2.1' });
    const id = episode.phases[1]?.id;
    episode = applyEpisodeCommand(episode, EpisodeCommand.parse({ kind: 'removePhase', phaseId: id }), acting('2026-01-02'));
    expect(episode.phases.map(({ level }) => level)).toEqual(['RES', 'OP']);
  });

  it('refuses overlaps, reversed dates, lived phases and strangers', () => {
    const episode = year();
    const refused = (command: unknown) => codeOf(() => applyEpisodeCommand(episode, EpisodeCommand.parse(command), acting('2026-01-02')));
    expect(refused(add('PHP', '2026-03-01', '2026-03-10'))).toBe('PHASE_OVERLAP');
    expect(refused(add('PHP', '2027-02-10', '2027-02-01'))).toBe('DATE_ORDER');
    expect(refused(add('PHP', '2025-12-01', '2025-12-10'))).toBe('DATE_ORDER');
    expect(refused(edit(episode, 1, '2026-01-11', '2026-04-11'))).toBe('PHASE_OVERLAP');
    expect(refused(edit(episode, 0, '2025-12-01', '2025-12-31'))).toBe('DATE_ORDER');
    expect(refused({ kind: 'removePhase', phaseId: episode.phases[0]?.id })).toBe('TRANSITION_INVALID');
    expect(refused({ kind: 'removePhase', phaseId: 'zzzzzzzzzzzz' })).toBe('PHASE_NONE');
    expect(refused({ kind: 'startPhase', phaseId: episode.phases[1]?.id, date: '2026-01-02' })).toBe('PHASE_OVERLAP');
    expect(refused({ kind: 'startPhase', phaseId: episode.phases[0]?.id, date: '2026-01-02' })).toBe('TRANSITION_INVALID');
  });

  it('keeps the plan of a phase that is over', () => {
    const moved = applyEpisodeCommand(year(), moveTo('RES', '2026-01-11', 'down'), acting('2026-01-11'));
    expect(codeOf(() => applyEpisodeCommand(moved, edit(moved, 0, '2026-01-01', '2026-01-09'), acting('2026-01-12')))).toBe('TRANSITION_INVALID');
    expect(applyEpisodeCommand(moved, edit(moved, 0, '2026-01-01', '2026-01-10'), acting('2026-01-12')).phases[0]?.asamNumber).toBe('2.1');
  });

  it('runs one overlay of a kind at a time', () => {
    const overlay = (start: string, end: string | null) => EpisodeCommand.parse({ kind: 'addOverlay', overlay: 'REC_RES', start, end, detail: '' });
    const first = applyEpisodeCommand(year(), overlay('2026-01-05', null), acting('2026-01-05'));
    expect(codeOf(() => applyEpisodeCommand(first, overlay('2026-02-05', null), acting('2026-02-05')))).toBe('PHASE_OVERLAP');
    const id = first.overlays[0]?.id;
    expect(codeOf(() => applyEpisodeCommand(first, EpisodeCommand.parse({ kind: 'endOverlay', overlayId: id, end: '2026-01-04' }), acting('2026-02-05')))).toBe('DATE_ORDER');
    const ended = applyEpisodeCommand(first, EpisodeCommand.parse({ kind: 'endOverlay', overlayId: id, end: '2026-01-31' }), acting('2026-02-05'));
    expect(applyEpisodeCommand(ended, overlay('2026-02-05', null), acting('2026-02-05')).overlays).toHaveLength(2);
    expect(codeOf(() => applyEpisodeCommand(first, EpisodeCommand.parse({ kind: 'endOverlay', overlayId: 'zzzzzzzzzzzz', end: '2026-01-31' }), acting('2026-02-05')))).toBe('PHASE_NONE');
  });

  it('takes events by hand with fields of their type only, in order of time', () => {
    const event = (type: string, date: string, fields: object) => EpisodeCommand.parse({ kind: 'addEvent', type, date, time: null, note: '', fields });
    const late = applyEpisodeCommand(year(), event('TEST_RESULT', '2026-01-09', { specimen: 'urine', result: 'negative' }), acting('2026-01-12'));
    const both = applyEpisodeCommand(late, event('SCREENING', '2025-12-20', { tool: 'intake form' }), acting('2026-01-12'));
    expect(both.events.map(({ type }) => type)).toEqual(['SCREENING', 'ADMISSION', 'TEST_RESULT']);
    const refused = (command: EpisodeCommand) => codeOf(() => applyEpisodeCommand(year(), command, acting('2026-01-12')));
    expect(refused(event('TEST_RESULT', '2026-01-09', { specimen: 'hair' }))).toBe('BAD_REQUEST');
    expect(refused(event('TEST_RESULT', '2026-01-09', { colour: 'x' }))).toBe('BAD_REQUEST');
    expect(refused(event('TEST_RESULT', '2026-01-13', {}))).toBe('DATE_ORDER');
    expect(refused(event('DISCHARGE_LOST', '2026-01-09', {}))).toBe('TRANSITION_INVALID');
    expect(refused(event('ADMISSION', '2026-01-09', {}))).toBe('TRANSITION_INVALID');
  });
});
