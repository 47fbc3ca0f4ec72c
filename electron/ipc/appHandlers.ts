// Answers about the app itself: its state while locked, its folder, quitting. Refuses anything about clients.
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

type AppHandlers = Pick<HandlerTable, 'app:state' | 'app:folders' | 'app:flushed' | 'app:unfinished' | 'app:place' | 'app:copied' | 'app:licences' | 'app:quit'>;

/** What the window must know before anything is unlocked. */
export async function appState(context: HandlerContext): Promise<AppState> {
  const { session, state, folders } = context;
  return {
    phase: await session.phase(), version: context.appVersion, platform: context.platform, waitSeconds: session.waitSeconds(),
    vaultLabel: folders.label(session.folder()), theme: state.get().theme, textLost: session.textLost(), unfinishedForm: context.unfinished.closedByLock(), restoreNext: context.unfinished.restoreNext(),
  };
}

export function appHandlers(context: HandlerContext): AppHandlers {
  return {
    'app:state': () => appState(context),
    'app:folders': () => context.folders.offer(context.defaultFolder),
    'app:flushed': async ({ saved, place }) => {
      context.lastPlace.tell(place ?? null);
      context.flushed(saved !== false);
      return {};
    },
    'app:unfinished': async ({ form }) => {
      context.unfinished.set(form);
      return {};
    },
    'app:place': async () => {
      const { vault } = context.session.practice();
      const place = context.lastPlace.take();
      // Another vault may have been opened in between.
      const isThere = (recordId: string, kind: string, clientId: string): boolean => {
        const entry = vault.entry(recordId);
        return entry?.kind === kind && (kind === 'client' || entry.clientId === clientId);
      };
      if (place === null || !('clientId' in place)) return { place };
      const there = isThere(place.clientId, 'client', place.clientId) && (place.room !== 'note' || isThere(place.noteId, 'note', place.clientId));
      return { place: there ? place : null };
    },
    'app:copied': async () => {
      await context.copied();
      return {};
    },
    'app:licences': async () => ({ packages: await context.licences() }),
    'app:quit': async () => {
      context.quit();
      return {};
    },
  };
}
