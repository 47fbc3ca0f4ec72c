// What a clinician does to the clinical record. Refuses dates that cannot have been lived and dates out
// of order; an entry is changed or marked as made in error, never removed.
import { z } from 'zod';
import { LocalId } from '../brand.ts';
import type { Instant, LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { requiredLine } from '../strings.ts';
import { Acknowledgement, type ClinicalList, ClinicalRecord, CopingSkill, LivingSpell, NaloxoneKit, OutsidePrescription, PregnancySpell, Trigger, WithdrawalStatus } from './clinicalRecord.ts';
import { DrugTest } from './drugTest.ts';
import { Authorisation, Meeting } from './meetings.ts';
import { Medication } from './medication.ts';
import { SubstanceUse } from './substanceUse.ts';

/** The id is new or names the entry to change; who and when are set by the one who acts. */
const written = { recordedAt: true, recordedBy: true, enteredInError: true } as const;
function put<L extends ClinicalList, S extends z.ZodObject>(list: L, entry: S) {
  return z.strictObject({ kind: z.literal('put'), list: z.literal(list), entry });
}

const Put = z.discriminatedUnion('list', [
  put('medications', Medication.omit(written)), put('tests', DrugTest.omit(written)), put('substances', SubstanceUse.omit(written)), put('naloxoneKits', NaloxoneKit.omit(written)),
  put('living', LivingSpell.omit(written)), put('pregnancy', PregnancySpell.omit(written)), put('triggers', Trigger.omit(written)), put('coping', CopingSkill.omit(written)), put('outsidePrescriptions', OutsidePrescription.omit(written)),
  put('meetings', Meeting.omit(written)), put('authorisations', Authorisation.omit(written)),
]);
type Put = z.infer<typeof Put>;

export const CLINICAL_LIST_NAMES = ['medications', 'tests', 'substances', 'naloxoneKits', 'living', 'pregnancy', 'triggers', 'coping', 'outsidePrescriptions', 'meetings', 'authorisations'] as const satisfies readonly ClinicalList[];

export const ClinicalCommand = z.union([
  Put,
  z.strictObject({ kind: z.literal('markError'), list: z.enum(CLINICAL_LIST_NAMES), id: LocalId }),
  z.strictObject({ kind: z.literal('withdrawal'), status: WithdrawalStatus }),
  z.strictObject({ kind: z.literal('lowerPtsdCut'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('acknowledge'), ruleId: Acknowledgement.shape.ruleId, evidenceKeys: Acknowledgement.shape.evidenceKeys, why: requiredLine(1000) }),
]);
export type ClinicalCommand = z.infer<typeof ClinicalCommand>;

export type ClinicalActing = { readonly today: LocalDate; readonly at: Instant; readonly author: string; readonly newId: () => LocalId };

/**
 * The record after a command. Throws DATE_ORDER {field} for dates out of order or lived ones still to
 * come, NOT_FOUND for an entry that is not there, BAD_REQUEST {field} for what cannot be together.
 */
export function applyClinicalCommand(record: ClinicalRecord, command: ClinicalCommand, acting: ClinicalActing): ClinicalRecord {
  switch (command.kind) {
    case 'put':
      checkEntry(command, acting.today);
      return checked(putEntry(record, command, acting));
    case 'markError':
      return markError(record, command.list, command.id);
    case 'withdrawal':
      notAhead(command.status.notIndicatedOn, acting.today, 'notIndicatedOn');
      notAhead(command.status.stabilisedOn, acting.today, 'stabilisedOn');
      return { ...record, withdrawal: command.status };
    case 'lowerPtsdCut':
      return { ...record, lowerPtsdCut: command.value };
    case 'acknowledge': {
      if (acting.author.trim() === '') throw new AppError('NAME_EMPTY', { field: 'who' });
      const { ruleId, evidenceKeys, why } = command;
      return checked({ ...record, acknowledgements: [...record.acknowledgements, { id: acting.newId(), ruleId, evidenceKeys, why, who: acting.author, at: acting.at }] });
    }
  }
}

// Lists are bounded by the schema; a record that outgrew one is refused before it reaches the disk.
function checked(record: ClinicalRecord): ClinicalRecord {
  const parsed = ClinicalRecord.safeParse(record);
  if (!parsed.success) throw new AppError('BAD_REQUEST', { field: String(parsed.error.issues[0]?.path[0] ?? '') });
  return parsed.data;
}

function putEntry(record: ClinicalRecord, { list, entry }: Put, { at, author }: ClinicalActing): ClinicalRecord {
  const entries: readonly { readonly id: string }[] = record[list];
  const whole = { ...entry, recordedAt: at, recordedBy: author, enteredInError: false };
  const known = entries.some(({ id }) => id === entry.id);
  // The pair of list and entry was parsed together; `checked` parses the whole again.
  return { ...record, [list]: known ? entries.map((old) => (old.id === entry.id ? whole : old)) : [...entries, whole] };
}

function markError(record: ClinicalRecord, list: ClinicalList, id: LocalId): ClinicalRecord {
  const entries: readonly { readonly id: string }[] = record[list];
  if (!entries.some((entry) => entry.id === id)) throw new AppError('NOT_FOUND');
  return { ...record, [list]: entries.map((entry) => (entry.id === id ? { ...entry, enteredInError: true } : entry)) };
}

function inOrder(earlier: LocalDate | null, later: LocalDate | null, field: string): void {
  if (earlier !== null && later !== null && later < earlier) throw new AppError('DATE_ORDER', { field });
}

function notAhead(date: LocalDate | null, today: LocalDate, field: string): void {
  if (date !== null && date > today) throw new AppError('DATE_ORDER', { field, why: 'future' });
}

function together(allowed: boolean, field: string): void {
  if (!allowed) throw new AppError('BAD_REQUEST', { field });
}

// Starts of medicines, surgery and due dates may lie ahead; what was taken, tested or used may not.
function checkEntry(command: Put, today: LocalDate): void {
  switch (command.list) {
    case 'medications': return checkMedication(command.entry, today);
    case 'tests':
      together(command.entry.specimen !== 'breath' || command.entry.panel.every(({ substance }) => substance === 'alcohol'), 'panel');
      return notAhead(command.entry.date, today, 'date');
    case 'substances':
      notAhead(command.entry.lastUse, today, 'lastUse');
      notAhead(command.entry.lastOverdose, today, 'lastOverdose');
      return together(command.entry.lastUse !== null || command.entry.lastUseTime === null, 'lastUseTime');
    case 'naloxoneKits': return notAhead(command.entry.given, today, 'given');
    case 'living':
      notAhead(command.entry.end, today, 'end');
      return inOrder(command.entry.start, command.entry.end, 'end');
    case 'pregnancy':
      notAhead(command.entry.start, today, 'start');
      inOrder(command.entry.start, command.entry.end, 'end');
      return together((command.entry.end === null) === (command.entry.outcome === null), 'outcome');
    case 'outsidePrescriptions':
      inOrder(command.entry.start, command.entry.end, 'end');
      return notAhead(command.entry.painPlan, today, 'painPlan');
    case 'meetings': return notAhead(command.entry.date, today, 'date');
    case 'authorisations': return inOrder(command.entry.start, command.entry.lastDay, 'lastDay');
    case 'triggers':
    case 'coping':
  }
}

function checkMedication({ start, stop, stopReason, lastTaken, nextDue }: Omit<Medication, keyof typeof written>, today: LocalDate): void {
  inOrder(start, stop, 'stop');
  inOrder(start, lastTaken, 'lastTaken');
  notAhead(lastTaken, today, 'lastTaken');
  inOrder(start, nextDue, 'nextDue');
  together(stop !== null || stopReason === null, 'stopReason');
}
