// Says that records of a client are there but damaged. Refuses to leave them out of a list in silence.
import { clientsText } from '../../../shared/text/en/clients.ts';
import { Notice } from '../../ui/Notes.tsx';

const t = clientsText.unreadable;

export function Unreadable({ kind, count }: { kind: 'notes' | 'plans' | 'episodes' | 'clinical'; count: number }) {
  return count === 0 ? null : <Notice tone="warn" title={t[kind](count)}>{t.how}</Notice>;
}
