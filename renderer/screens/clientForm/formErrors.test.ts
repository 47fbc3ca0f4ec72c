import { describe, expect, it } from 'vitest';
import { emptyClientDetails } from '../../../shared/clients/clientRules.ts';
import { parseLocalDate } from '../../../shared/dates.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { newLocalId } from '../../data/today.ts';
import { readForm } from './formErrors.ts';

const today = parseLocalDate('2026-11-22');
const t = clientsText.form.errors;
const good = { ...emptyClientDetails(), preferredName: '李小龙', dateOfBirth: '1988-04-02' };

function errorsOf(draft: typeof good) {
  const read = readForm(draft, today);
  return 'errors' in read ? read.errors : {};
}

describe('readForm', () => {
  it('takes a name in any script and uses it as the legal name when that is empty', () => {
    const read = readForm(good, today);
    expect('details' in read && read.details.legalName).toBe('李小龙');
  });
  it('names every field to mend at once', () => {
    expect(errorsOf({ ...good, preferredName: '  ', dateOfBirth: '' })).toMatchObject({ preferredName: t.preferredName, dateOfBirth: t.dateOfBirth });
  });
  it('refuses a birth date in the future, a day that does not exist and a 300-character name', () => {
    expect(errorsOf({ ...good, dateOfBirth: '2026-11-23' })['dateOfBirth']).toBe(t.dateOfBirthFuture);
    expect(errorsOf({ ...good, dateOfBirth: '2026-02-31' })['dateOfBirth']).toBe(t.dateOfBirth);
    expect(errorsOf({ ...good, preferredName: 'x'.repeat(300) })['preferredName']).toBe(t.nameLong);
    expect(errorsOf({ ...good, legalName: 'x'.repeat(300) })['legalName']).toBe(t.nameLong);
  });
  it('leaves empty rows out and asks for the name of a half-filled one', () => {
    const empty = { id: newLocalId(), role: 'nurse' as const, name: '', phone: '' };
    const half = { ...empty, id: newLocalId(), phone: '555' };
    const read = readForm({ ...good, careTeam: [empty], phones: [{ label: '', number: ' ', messageOk: true }] }, today);
    expect('details' in read && [read.details.careTeam, read.details.phones]).toEqual([[], []]);
    expect(errorsOf({ ...good, careTeam: [half] })[`member-${half.id}`]).toBe(t.memberName);
  });
  it('says which field a rule of the record refuses', () => {
    expect(Object.keys(errorsOf({ ...good, pronouns: 'x'.repeat(41) }))).toEqual(['pronouns']);
  });
});
