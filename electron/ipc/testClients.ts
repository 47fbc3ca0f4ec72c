// Test helper: made-up client details. Not imported by the product.
import type { ClientDetails } from '../../shared/clients/client.ts';
import { parseLocalDate } from '../../shared/dates.ts';

/** A complete, invented client. */
export function details(over: Partial<ClientDetails> = {}): ClientDetails {
  return {
    preferredName: 'Marisol', legalName: 'Marisol Quintero-Vance', dateOfBirth: parseLocalDate('1990-04-12'), pronouns: 'she/her', phones: [], email: '', address: '',
    emergencyContact: { name: '', relationship: '', phone: '', consentOnFile: false }, pregnancy: 'unknown', naloxone: { state: 'unknown', expires: null },
    careTeam: [], living: 'own_home', payer: 'unknown', payerDetail: '', ...over,
  };
}
