// What keeps the client form from being sent, one sentence for each field. Refuses to be the only
// check: main checks again with the same rules.
import { checkClientDetails, type ClientDetailsDraft } from '../../../shared/clients/clientRules.ts';
import { NAME_MAX, type ClientDetails } from '../../../shared/clients/client.ts';
import { LocalDate } from '../../../shared/dates.ts';
import { isAppError } from '../../../shared/errors.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import type { FieldErrors } from '../../ui/Notes.tsx';

const t = clientsText.form.errors;

/** The legal name may be left empty when it is the same; empty rows say nothing and are left out. */
export function tidy(draft: ClientDetailsDraft): ClientDetailsDraft {
  return {
    ...draft,
    legalName: draft.legalName.trim() === '' ? draft.preferredName : draft.legalName,
    phones: draft.phones.filter((phone) => phone.number.trim() !== '' || phone.label.trim() !== ''),
    careTeam: draft.careTeam.filter((member) => member.name.trim() !== '' || member.phone.trim() !== ''),
  };
}

function nameError(name: string, empty: string): string | undefined {
  if (name.trim() === '') return empty;
  return name.trim().length > NAME_MAX ? t.nameLong : undefined;
}

function birthError(text: string, today: LocalDate): string | undefined {
  if (!LocalDate.safeParse(text).success) return t.dateOfBirth;
  return text > today ? t.dateOfBirthFuture : undefined;
}

/** Details ready to send, or the errors by field name. */
export function readForm(draft: ClientDetailsDraft, today: LocalDate): { details: ClientDetails } | { errors: FieldErrors } {
  const tidied = tidy(draft);
  const errors: Record<string, string | undefined> = {
    preferredName: nameError(draft.preferredName, t.preferredName),
    legalName: tidied.legalName.trim().length > NAME_MAX && tidied.legalName !== tidied.preferredName ? t.nameLong : undefined,
    dateOfBirth: birthError(draft.dateOfBirth, today),
  };
  for (const member of tidied.careTeam) errors[`member-${member.id}`] = nameError(member.name, t.memberName);
  if (Object.values(errors).some((error) => error !== undefined)) return { errors };
  try {
    return { details: checkClientDetails(tidied, today) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { errors: { [String(error.facts['field'] ?? 'form')]: sentenceOf(error) } };
  }
}
