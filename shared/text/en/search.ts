// Words of the search. Refuses to promise what is not read yet: it says how much can be found.
import type { SearchKind } from '../../search/search.ts';
import { inQuotes } from '../inQuotes.ts';

const kindLabels = { note: 'Note', plan: 'Plan', event: 'Timeline', measure: 'Measure', health: 'Health', client: 'Client' } as const satisfies Record<SearchKind, string>;

export const searchText = {
  title: 'Search', back: 'Back to the search',
  box: 'Search everything you wrote',
  hint: 'All words must be there. Put words in “quotes” to find them one after the other, in that order.',
  kinds: 'Kind', allKinds: 'Everything', kindLabels,
  client: 'Client', allClients: 'All clients', archived: (name: string) => `${name} (archived)`,
  archivedMark: 'archived',
  from: 'From', to: 'To',
  results: 'Found',
  found: (count: number, more: boolean) => (count === 0 ? 'Nothing found.' : count === 1 ? '1 found.' : more ? `More than ${count} found; these fit best.` : `${count} found.`),
  progress: (indexed: string, of: string) => `${indexed} of ${of} records can be searched so far.`,
  scan: 'Searching is slower here: this computer has no search index, so every text is read for each question.',
  nothing: (text: string) => `Nothing found for ${inQuotes(text)}`,
  nothingHint: 'Check the spelling, use fewer words, or widen the filters.',
  begin: 'Type a word from a note, a plan, the timeline, a measure, the health record or a client’s details.',
  planTitle: (version: number) => `Plan, version ${version}`,
  phaseTitle: 'Phase of care',
  overlayTitle: 'Alongside care',
  acknowledgedTitle: 'A check was seen', withdrawalTitle: 'Withdrawal care',
  clientTitle: 'Client details',
} as const;
