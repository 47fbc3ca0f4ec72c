// Sends one command to an episode and lets every screen ask again. Refuses to change the episode here:
// the pure function in shared does, behind main.
import type { Episode, EpisodeCommand } from '../../../shared/continuum/episode.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { setSaveState } from '../../data/saveState.ts';

export type HeldEpisode = { readonly value: Episode; readonly revision: number };

/** Applies the command; rejects with the refusal. */
export async function applyToEpisode(held: HeldEpisode, command: EpisodeCommand): Promise<void> {
  await api.episodes.apply({ episodeId: held.value.id, revision: held.revision, command });
  setSaveState({ kind: 'saved', at: Date.now() });
  announceChange();
}
