// Answers about the clinical record beside notes and plans: reads, calls the pure function, writes.
// Refuses a command on a record that has moved on meanwhile.
import { type ClientId, RecordId } from '../../shared/brand.ts';
import { applyClinicalCommand, type ClinicalCommand } from '../../shared/clinical/clinicalCommand.ts';
import { emptyClinicalRecord } from '../../shared/clinical/clinicalRecord.ts';
import type { HeldClinical } from '../../shared/ipc/clinicalContract.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, revisioned } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import { heldClinical, storedClinical } from './clientFacts.ts';
import { activeClient, saveForClient } from './clientWrites.ts';
import { actingFor, type HandlerContext } from './context.ts';

type ClinicalHandlers = Pick<HandlerTable, 'clinical:get' | 'clinical:apply'>;

/** Applies one command inside the client's turn; `revision` null takes the record as it stands. */
export async function applyClinical(context: HandlerContext, practice: Practice, clientId: ClientId, revision: number | null, command: ClinicalCommand): Promise<HeldClinical> {
  activeClient(practice, clientId);
  const stored = await storedClinical(practice, clientId);
  const low = stored ?? practice.records.draft('clinical', newRecordId(RecordId), clientId, emptyClinicalRecord(clientId));
  if (revision !== null) assertRevision(low, revision);
  const acting = actingFor(context, practice.settings.data);
  const value = applyClinicalCommand(low.data, command, acting);
  await saveForClient(practice, clientId, { clinical: { low, value } }, acting.today);
  return revisioned(low);
}

export function clinicalHandlers(context: HandlerContext): ClinicalHandlers {
  return {
    'clinical:get': async ({ clientId }) => heldClinical(context.session.practice(), clientId),
    'clinical:apply': ({ clientId, revision, command }) => {
      const practice = context.session.practice();
      return practice.serial(clientId, () => applyClinical(context, practice, clientId, revision, command));
    },
  };
}
