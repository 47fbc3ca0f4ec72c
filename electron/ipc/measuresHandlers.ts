// Answers about questionnaires and scales: reads, counts through the pure function, writes. Refuses to
// recount or remove what was recorded.
import { type ClientId, RecordId } from '../../shared/brand.ts';
import type { ChannelInput } from '../../shared/ipc/contract.ts';
import { instrumentById, loadInstruments } from '../../shared/measures/loadInstruments.ts';
import { markMeasureError } from '../../shared/measures/markError.ts';
import { type Measure, newMeasure } from '../../shared/measures/measure.ts';
import { cutsOf } from '../../shared/rules/thresholds.ts';
import { todayOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import { assertRevision, revisioned, type Revisioned } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import { heldClinical, storedMeasures } from './clientFacts.ts';
import { activeClient, saveForClient } from './clientWrites.ts';
import { actingFor, type HandlerContext } from './context.ts';

type MeasureHandlers = Pick<HandlerTable, 'instruments:list' | 'measures:list' | 'measures:fromNotes' | 'measures:record' | 'measures:markError'>;

function record(context: HandlerContext, { clientId, instrumentId, ...given }: ChannelInput<'measures:record'>): Promise<Revisioned<Measure>> {
  const practice = context.session.practice();
  const instrument = instrumentById(instrumentId);
  return practice.serial(clientId, async () => {
    activeClient(practice, clientId);
    const { today, at, author } = actingFor(context, practice.settings.data);
    const { value: clinical } = await heldClinical(practice, clientId);
    const cuts = cutsOf(practice.rules(), clinical.lowerPtsdCut);
    const value = newMeasure({ ...given, id: newRecordId(RecordId), clientId, instrument, today, recordedAt: at, administrator: author, cuts });
    const low = practice.records.draft('measure', value.id, clientId, value);
    await saveForClient(practice, clientId, { measures: [{ low, value }] }, today);
    return revisioned(low);
  });
}

function markError(context: HandlerContext, { measureId, revision, reason }: ChannelInput<'measures:markError'>): Promise<Revisioned<Measure>> {
  const practice = context.session.practice();
  const clientId = practice.vault.entry(measureId)?.clientId ?? '';
  return practice.serial(clientId, async () => {
    const low = await practice.records.open('measure', measureId);
    assertRevision(low, revision);
    const { today, at, author } = actingFor(context, practice.settings.data);
    const value = markMeasureError(low.data, { reason, who: author, at });
    await saveForClient(practice, clientId, { measures: [{ low, value }] }, today);
    return revisioned(low);
  });
}

async function list(context: HandlerContext, clientId: ClientId): Promise<Revisioned<Measure>[]> {
  return (await storedMeasures(context.session.practice(), clientId)).map(revisioned);
}

export function measuresHandlers(context: HandlerContext): MeasureHandlers {
  return {
    'instruments:list': async () => [...loadInstruments()],
    'measures:list': ({ clientId }) => list(context, clientId),
    'measures:fromNotes': ({ clientId }) => context.session.practice().noteScores.of(clientId, todayOf(context.clock)),
    'measures:record': (input) => record(context, input),
    'measures:markError': (input) => markError(context, input),
  };
}
