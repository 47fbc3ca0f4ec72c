// Saves records of one client and, in the same frame, the client's card when what the caseload shows
// changes with them. Refuses to decide what a summary says: see shared/clients/summary.ts.
import type { Client, ClientFindings } from '../../shared/clients/client.ts';
import { summarise } from '../../shared/clients/summary.ts';
import type { ClinicalRecord } from '../../shared/clinical/clinicalRecord.ts';
import type { Episode } from '../../shared/continuum/episode.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import type { Measure } from '../../shared/measures/measure.ts';
import { noteHead } from '../../shared/notes/heads.ts';
import type { Note, NoteHead } from '../../shared/notes/note.ts';
import type { Plan } from '../../shared/plans/plan.ts';
import { cardFindings } from '../../shared/rules/findings.ts';
import type { RuleNote } from '../../shared/rules/ruleRecord.ts';
import { ruleNoteOf } from '../../shared/rules/ruleRecordOf.ts';
import { ruleSettingsName } from '../../shared/rules/thresholds.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { CommitReceipt } from '../vault/types.ts';
import { change, type Change, type RecordOf, type Removal } from '../session/records.ts';
import type { Practice, SaveNoteOf } from '../session/practice.ts';
import { todayOf, type Clock } from '../session/clock.ts';
import { ruleRecord, storedMeasures } from './clientFacts.ts';

type ClientKind = 'episode' | 'plan' | 'note';

/** What is being written for one client: at most a few records, all of them this client's. */
export type ClientWrite = {
  readonly episodes?: readonly { readonly low: RecordLow<Episode>; readonly value: Episode }[];
  readonly plans?: readonly { readonly low: RecordLow<Plan>; readonly value: Plan }[];
  readonly notes?: readonly { readonly low: RecordLow<Note>; readonly value: Note }[];
  readonly measures?: readonly { readonly low: RecordLow<Measure>; readonly value: Measure }[];
  readonly clinical?: { readonly low: RecordLow<ClinicalRecord>; readonly value: ClinicalRecord };
  readonly removed?: readonly (Removal & { readonly kind: ClientKind; readonly recordId: string })[];
  /** Records of the practice that must be there with them, such as a template. */
  readonly others?: readonly Change[];
};

function merged<T extends { readonly id: string }>(before: readonly T[], written: readonly { readonly value: T }[], removedIds: ReadonlySet<string>): readonly T[] {
  const byId = new Map(before.map((one) => [one.id, one]));
  for (const { value } of written) byId.set(value.id, value);
  for (const id of removedIds) byId.delete(id);
  return [...byId.values()];
}

async function all<K extends 'episode' | 'plan'>(practice: Practice, kind: K, clientId: string): Promise<readonly RecordOf<K>[]> {
  return (await practice.records.openAll(kind, clientId)).map((low) => low.data);
}

// So that a later start can tell which cards the settings in force have not reached.
function named(practice: Practice, findings: ClientFindings): ClientFindings {
  const by = ruleSettingsName(practice.settings.data);
  return by === '' ? findings : { ...findings, by };
}

async function cardChange(practice: Practice, clientId: string, write: ClientWrite, today: LocalDate): Promise<readonly Change[]> {
  const card = practice.cards.get(clientId);
  // A stand-in must not become the record; the person's own entry replaces it.
  if (practice.cards.isDamaged(clientId)) return [];
  const gone = new Set((write.removed ?? []).map(({ recordId }) => recordId));
  const [storedEpisodes, storedPlans, heads, ruleNotes, measures] = await Promise.all([all(practice, 'episode', clientId), all(practice, 'plan', clientId), practice.heads.of(clientId), practice.ruleNotes.of(clientId), storedMeasures(practice, clientId)]);
  const [episodes, plans] = [merged(storedEpisodes, write.episodes ?? [], gone), merged(storedPlans, write.plans ?? [], gone)];
  const notes: readonly NoteHead[] = merged(heads, (write.notes ?? []).map(({ value }) => ({ value: noteHead(value) })), gone);
  const facts = summarise({ episodes, plans, notes, today });
  const findings = named(practice, cardFindings(await ruleRecord(practice, { ...card.data, summary: facts }, {
    episodes, plans, notes: merged<RuleNote>(ruleNotes, (write.notes ?? []).map(({ value }) => ({ value: ruleNoteOf(value) })), gone),
    measures: merged(measures.map((low) => low.data), write.measures ?? [], gone), ...(write.clinical === undefined ? {} : { clinical: write.clinical.value }),
  }), practice.rules(), today));
  const summary = { ...facts, findings };
  if (JSON.stringify(summary) === JSON.stringify(card.data.summary)) return [];
  return [change(card, { ...card.data, summary })];
}

function remember(practice: Practice, clientId: string, write: ClientWrite): void {
  for (const { value } of write.notes ?? []) practice.heads.saved(value);
  for (const { kind, recordId } of write.removed ?? []) if (kind === 'note') practice.heads.removed(clientId, recordId);
}

function changesOf(write: ClientWrite): readonly Change[] {
  return [
    ...(write.others ?? []),
    ...(write.episodes ?? []).map(({ low, value }) => change(low, value)),
    ...(write.plans ?? []).map(({ low, value }) => change(low, value)),
    ...(write.notes ?? []).map(({ low, value }) => change(low, value)),
    ...(write.measures ?? []).map(({ low, value }) => change(low, value)),
    ...(write.clinical === undefined ? [] : [change(write.clinical.low, write.clinical.value)]),
  ];
}

/** One atomic frame with the card in it where needed; resolves after the fsync. Call it inside `practice.serial`. */
export async function saveForClient(practice: Practice, clientId: string, write: ClientWrite, today: LocalDate): Promise<CommitReceipt> {
  const card = await cardChange(practice, clientId, write, today);
  const receipt = await practice.records.save([...changesOf(write), ...card], write.removed ?? []);
  remember(practice, clientId, write);
  return receipt;
}

/** For the leftovers of a lock, which know no clock: one note, saved as any other. */
export function savesNote(clock: Clock): SaveNoteOf {
  return (practice, low, value) => saveForClient(practice, value.clientId, { notes: [{ low, value }] }, todayOf(clock));
}

/** As `saveForClient`, for a write that leaves the summary as it is; reads nothing else. */
export async function saveWithoutCard(practice: Practice, clientId: string, write: ClientWrite): Promise<CommitReceipt> {
  const receipt = await practice.records.save(changesOf(write), write.removed ?? []);
  remember(practice, clientId, write);
  return receipt;
}

/** What the checks find once the client's details are these. */
export async function findingsFor(practice: Practice, client: Client, today: LocalDate): Promise<Client> {
  return { ...client, summary: { ...client.summary, findings: named(practice, cardFindings(await ruleRecord(practice, client), practice.rules(), today)) } };
}

/** The client's card; NOT_FOUND, or CLIENT_ARCHIVED where nothing new may be begun. */
export function activeClient(practice: Practice, clientId: string): RecordLow<Client> {
  const card = practice.cards.get(clientId);
  if (card.data.status === 'archived') throw new AppError('CLIENT_ARCHIVED');
  return card;
}
