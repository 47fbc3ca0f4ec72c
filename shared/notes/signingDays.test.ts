// What is said before signing about the day and the hours of a session.
import { expect, it } from 'vitest';
import { LocalTime, parseLocalDate } from '../dates.ts';
import { riskKindLabels, signProblemText as t } from '../text/en/clinical.ts';
import { loadTemplates } from './loadTemplates.ts';
import { emptyDocument, newNoteHeader } from './newNote.ts';
import type { NoteHeader } from './note.ts';
import { signProblems } from './signing.ts';

const NOW = { date: parseLocalDate('2026-03-10'), time: LocalTime.parse('15:00') };
const BORN = parseLocalDate('1988-04-12');

function check(day: string, end: string | null, more: Partial<NoteHeader> = {}, born: typeof BORN | null = BORN): { hints: string[]; blocking: string[] } {
  const [template] = loadTemplates();
  if (template === undefined) throw new Error('no template');
  const header = { ...newNoteHeader({ today: parseLocalDate(day), startTime: LocalTime.parse('14:00'), template }), endTime: end === null ? null : LocalTime.parse(end), ...more };
  const { hints, blocking } = signProblems({ header, document: emptyDocument(template) }, template, NOW, born);
  return { hints: hints.map(({ text }) => text), blocking: blocking.map(({ text }) => text) };
}

it('an end that has not come by the clock is mentioned and blocks nothing', () => {
  const early = check('2026-03-10', '15:01');
  expect(early.hints).toContain(t.endsLater);
  expect(early.blocking).toEqual(check('2026-03-10', '15:00').blocking);
  expect(check('2026-03-10', '15:00').hints).not.toContain(t.endsLater);
  expect(check('2026-03-10', null).hints).not.toContain(t.endsLater);
  expect(check('2026-03-09', '23:50').hints).not.toContain(t.endsLater);
  expect(check('2026-03-10', '23:50', { serviceType: 'no_show' }).hints).not.toContain(t.endsLater);
  // A day that has not come blocks by itself.
  expect(check('2026-03-11', '09:00').hints).not.toContain(t.endsLater);
});

it('a service before the client was born is mentioned where the date of birth is known', () => {
  expect(check('1988-04-11', '14:50').hints).toContain(t.beforeBirth);
  expect(check('1988-04-11', '14:50').blocking).not.toContain(t.beforeBirth);
  expect(check('1988-04-12', '14:50').hints).not.toContain(t.beforeBirth);
  expect(check('1988-04-11', '14:50', {}, null).hints).not.toContain(t.beforeBirth);
});

it('asks what was done about a low risk, and holds up a moderate one', () => {
  const words = t.riskActionMissing(riskKindLabels.suicide);
  const [template] = loadTemplates();
  if (template === undefined) throw new Error('no template');
  const { risk } = newNoteHeader({ today: NOW.date, startTime: NOW.time, template });
  const said = (level: 'none' | 'low' | 'moderate', action = ''): ReturnType<typeof check> => check('2026-03-10', '15:00', { risk: { ...risk, suicide: { level, action } } });
  expect(said('none').hints).not.toContain(words);
  expect(said('low').hints).toContain(words);
  expect(said('low').blocking).not.toContain(words);
  expect(said('low', 'Plan made together').hints).not.toContain(words);
  expect(said('moderate').blocking).toContain(words);
});
