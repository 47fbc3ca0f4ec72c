// The table of all handlers, one for each channel. Refuses a channel without one: it would not compile.
import type { HandlerTable } from './answer.ts';
import { appHandlers } from './appHandlers.ts';
import { backupHandlers } from './backupHandlers.ts';
import { chartHandlers } from './chartHandlers.ts';
import { clientsHandlers } from './clientsHandlers.ts';
import { clinicalHandlers } from './clinicalHandlers.ts';
import type { HandlerContext } from './context.ts';
import { counsellingHandlers } from './counsellingHandlers.ts';
import { episodesHandlers } from './episodesHandlers.ts';
import { handoutsHandlers } from './handoutsHandlers.ts';
import { leftoverHandlers } from './leftoverHandlers.ts';
import { measuresHandlers } from './measuresHandlers.ts';
import { noteAidHandlers } from './noteAidHandlers.ts';
import { noteListHandlers } from './noteListHandlers.ts';
import { notesHandlers } from './notesHandlers.ts';
import { ownTemplatesHandlers } from './ownTemplatesHandlers.ts';
import { paletteHandlers } from './paletteHandlers.ts';
import { phrasesHandlers } from './phrasesHandlers.ts';
import { plansHandlers } from './plansHandlers.ts';
import { printHandlers } from './printHandlers.ts';
import { rulesHandlers } from './rulesHandlers.ts';
import { searchHandlers } from './searchHandlers.ts';
import { settingsHandlers } from './settingsHandlers.ts';
import { versionHandlers } from './versionHandlers.ts';
import { spellingHandlers } from './spellingHandlers.ts';
import { vaultHandlers } from './vaultHandlers.ts';

/** Every handler over one context. */
export function allHandlers(context: HandlerContext): HandlerTable {
  return {
    ...appHandlers(context),
    ...vaultHandlers(context),
    ...backupHandlers(context),
    ...clientsHandlers(context),
    ...episodesHandlers(context),
    ...chartHandlers(context),
    ...noteListHandlers(context),
    ...plansHandlers(context),
    ...notesHandlers(context),
    ...noteAidHandlers(context),
    ...leftoverHandlers(context),
    ...versionHandlers(context),
    ...handoutsHandlers(context),
    ...printHandlers(context),
    ...measuresHandlers(context),
    ...clinicalHandlers(context),
    ...rulesHandlers(context),
    ...searchHandlers(context),
    ...paletteHandlers(context),
    ...settingsHandlers(context),
    ...counsellingHandlers(context),
    ...phrasesHandlers(context),
    ...ownTemplatesHandlers(context),
    ...spellingHandlers(context),
  };
}
