// Answers about episodes of care: reads, calls the pure function, writes. Refuses to place anyone.
import { EpisodeId, type ClientId } from '../../shared/brand.ts';
import { applyEpisodeCommand } from '../../shared/continuum/applyCommand.ts';
import { checkCareDays } from '../../shared/continuum/careDays.ts';
import type { Episode, EpisodeCommand, EpisodeStart } from '../../shared/continuum/episode.ts';
import { loadPresets } from '../../shared/continuum/presets.ts';
import { startEpisode } from '../../shared/continuum/startEpisode.ts';
import { todayOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import { assertRevision, revisioned, type Revisioned } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import { activeClient, saveForClient } from './clientWrites.ts';
import { actingFor, type HandlerContext } from './context.ts';

type EpisodeHandlers = Pick<HandlerTable, 'episodes:presets' | 'episodes:list' | 'episodes:start' | 'episodes:apply'>;
type Command = { readonly episodeId: EpisodeId; readonly revision: number; readonly command: EpisodeCommand };

async function start(context: HandlerContext, clientId: ClientId, wanted: EpisodeStart): Promise<Revisioned<Episode>> {
  const practice = context.session.practice();
  return practice.serial(clientId, async () => {
    const { dateOfBirth } = activeClient(practice, clientId).data.details;
    checkCareDays(wanted, { born: dateOfBirth, today: todayOf(context.clock) });
    const existing = (await practice.records.openAll('episode', clientId)).map((low) => low.data);
    // One that cannot be read may be open, or end later than the new one begins.
    practice.records.assertReadable('episode', clientId);
    const acting = actingFor(context, practice.settings.data);
    const value = startEpisode({ ...acting, clientId, episodeId: newRecordId(EpisodeId), start: wanted, existing });
    const low = practice.records.draft('episode', value.id, clientId, value);
    await saveForClient(practice, clientId, { episodes: [{ low, value }] }, acting.today);
    return revisioned(low);
  });
}

async function apply(context: HandlerContext, { episodeId, revision, command }: Command): Promise<Revisioned<Episode>> {
  const practice = context.session.practice();
  const { clientId } = (await practice.records.open('episode', episodeId)).data;
  return practice.serial(clientId, async () => {
    const { dateOfBirth } = activeClient(practice, clientId).data.details;
    const low = await practice.records.open('episode', episodeId);
    assertRevision(low, revision);
    const acting = actingFor(context, practice.settings.data);
    checkCareDays(command, { born: dateOfBirth, today: acting.today });
    const others = (await practice.records.openAll('episode', clientId)).map((other) => other.data).filter((other) => other.id !== episodeId);
    if (command.kind === 'startPhase') practice.records.assertReadable('episode', clientId);
    const value = applyEpisodeCommand(low.data, command, acting, others);
    await saveForClient(practice, clientId, { episodes: [{ low, value }] }, acting.today);
    return revisioned(low);
  });
}

export function episodesHandlers(context: HandlerContext): EpisodeHandlers {
  return {
    'episodes:presets': async () => loadPresets(),
    'episodes:list': async ({ clientId }) => (await context.session.practice().records.openAll('episode', clientId)).map(revisioned),
    'episodes:start': ({ clientId, start: wanted }) => start(context, clientId, wanted),
    'episodes:apply': (input) => apply(context, input),
  };
}
