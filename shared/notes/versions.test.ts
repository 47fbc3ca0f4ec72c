import { expect, it } from 'vitest';
import { ClientId, LocalId, NoteId, RecordId } from '../brand.ts';
import { templateById } from './loadTemplates.ts';
import { newNote } from './newNote.ts';
import { differences, SITTING_PAUSE_MS, sittings, type NoteState } from './versions.ts';

function note(templateId: string): NoteState {
  const template = templateById(templateId);
  let ids = 0;
  const { header, document } = newNote({
    noteId: NoteId.parse('n'.repeat(26)), clientId: ClientId.parse('c'.repeat(26)), episode: null, template, templateRecordId: RecordId.parse('t'.repeat(26)),
    today: '2026-11-02' as never, startTime: '10:00' as never, at: '2026-11-02T10:00:00.000Z' as never, newId: () => LocalId.parse(`id${String((ids += 1)).padStart(24, '2')}`.slice(0, 26)),
  });
  return { header, document, template };
}

function saying(state: NoteState, fieldId: string, text: string): NoteState {
  return { ...state, document: state.document.map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'textField' && child.fieldId === fieldId ? { ...child, children: [{ type: 'paragraph' as const, children: [{ text }] }] } : child)) })) };
}

it('a pause or a signature begins a new sitting', () => {
  const at = 1_700_000_000_000;
  const version = (revision: number, savedAt: number, signed = false) => ({ revision, savedAt, signed });
  expect(sittings([])).toEqual([]);
  const groups = sittings([version(5, at + SITTING_PAUSE_MS * 3, true), version(4, at + SITTING_PAUSE_MS * 3 - 1), version(3, at + SITTING_PAUSE_MS + 1), version(2, at + 1), version(1, at)]);
  expect(groups.map(({ versions }) => versions.map(({ revision }) => revision))).toEqual([[5], [4], [3, 2, 1]]);
});

it('names each place that differs, with both texts, and none that does not', () => {
  const before = saying(note('soap'), 'client_report', 'Came late.');
  const after = saying({ ...before, header: { ...before.header, endTime: '10:50' as never, risk: { ...before.header.risk, suicide: { level: 'low', action: 'safety plan read' } } } }, 'client_report', 'Came on time.');
  expect(differences(before, before)).toEqual([]);
  expect(differences(before, after).map(({ label, before: was, after: is }) => [label, was, is])).toEqual([
    ['Stop', '', '10:50'], ['Suicidal thoughts', '', 'Low (safety plan read)'], [expect.stringMatching(/report/i), 'Came late.', 'Came on time.'],
  ]);
});

it('shows what only the earlier format has', () => {
  const before = saying(note('soap'), 'client_report', 'Came late.');
  expect(differences(before, note('narrative')).filter((one) => one.before !== '' && one.after === '').map((one) => one.before)).toEqual(['Came late.']);
});
