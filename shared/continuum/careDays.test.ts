import { describe, expect, it } from 'vitest';
import { parseLocalDate } from '../dates.ts';
import { isAppError } from '../errors.ts';
import { errorSentence } from '../text/errorSentence.ts';
import { checkCareDays, isFarAhead } from './careDays.ts';
import { EpisodeCommand, EpisodeStart } from './episode.ts';

const day = parseLocalDate;
const DAYS = { born: day('1988-04-12'), today: day('2026-03-10') };

function said(dated: EpisodeStart | EpisodeCommand): string {
  try {
    checkCareDays(dated, DAYS);
  } catch (error) {
    if (isAppError(error, 'DATE_ORDER')) return `${error.facts['field']}: ${errorSentence(error.code, error.facts)}`;
    throw error;
  }
  return 'passes';
}

const start = (first: string, plannedEnd: string | null = null) => EpisodeStart.parse({ kind: 'byHand', level: 'OP', start: first, plannedEnd, program: '' });
const BORN = 'This is before the client was born (1988-04-12). Check the year.';
const FAR = 'This is more than 5 years ahead. Check the year.';

describe('days of care', () => {
  it('begin with the birth and end where no program is planned any more', () => {
    expect(said(start('1988-04-11'))).toBe(`start: ${BORN}`);
    expect(said(start('1988-04-12'))).toBe('passes');
    expect(said(start('2031-03-10', '2031-03-10'))).toBe('passes');
    expect(said(start('2031-03-11'))).toBe(`start: ${FAR}`);
    expect(said(start('2199-06-01'))).toBe(`start: ${FAR}`);
    expect(said(start('2026-04-01', '2199-12-31'))).toBe(`plannedEnd: ${FAR}`);
  });

  it('are asked for of every dated command, by the field to mend', () => {
    const reasoned = { reasons: ['goal_met'], note: '' };
    const command = (value: object) => said(EpisodeCommand.parse(value));
    const move = { kind: 'move', ...reasoned, date: '2026-03-10', direction: 'down', to: 'OP', program: '', plannedEnd: null, clientView: '', handoffContact: '', firstAppointment: null };
    expect(command(move)).toBe('passes');
    expect(command({ ...move, date: '1926-03-10' })).toBe(`date: ${BORN}`);
    expect(command({ ...move, firstAppointment: '2126-03-12' })).toBe(`firstAppointment: ${FAR}`);
    expect(command({ kind: 'hold', ...reasoned, date: '1926-03-10', plannedEnd: null })).toBe(`date: ${BORN}`);
    expect(command({ kind: 'hold', ...reasoned, date: '2026-03-10', plannedEnd: '2199-12-31' })).toBe(`plannedEnd: ${FAR}`);
    expect(command({ kind: 'returnToUse', date: '1926-03-10', time: null, substance: '', route: '', amount: '', pattern: 'unknown', toleranceRisk: false, planChanged: false, note: '' })).toBe(`date: ${BORN}`);
    expect(command({ kind: 'discharge', ...reasoned, date: '2026-03-10', type: 'DISCHARGE_LOST', naloxoneGiven: false, continuingPlanGiven: false, lastContact: '1926-03-01' })).toBe(`lastContact: ${BORN}`);
    expect(command({ kind: 'addEvent', type: 'OUTREACH', date: '1926-03-10', time: null, note: '', fields: {} })).toBe(`date: ${BORN}`);
    expect(command({ kind: 'addOverlay', overlay: 'OTP', start: '1926-03-10', end: null, detail: '' })).toBe(`start: ${BORN}`);
  });

  it('are answered near the end of the calendar too', () => {
    expect(isFarAhead(day('2199-12-31'), day('2198-01-01'))).toBe(false);
    expect(isFarAhead(day('2199-12-31'), day('2194-06-01'))).toBe(true);
  });
});
