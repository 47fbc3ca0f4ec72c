// The whole process border in one table: channel -> input, output, needs the vault, rate. Handlers,
// the preload's list and the renderer's client are all derived from it; the type below fails to
// compile when a channel is missing on either side.
import type { z } from 'zod';
import { Settings } from '../settings.ts';
import type { Channel } from './channels.ts';
import { clientContracts } from './clientsContract.ts';
import { clinicalContracts } from './clinicalContract.ts';
import { counsellingContracts } from './counsellingContract.ts';
import { channel, Nothing, type ChannelContract } from './define.ts';
import { measureContracts } from './measuresContract.ts';
import { noteListContracts } from './noteListsContract.ts';
import { noteContracts } from './notesContract.ts';
import { ownTemplateContracts } from './ownTemplatesContract.ts';
import { paletteContracts } from './paletteContract.ts';
import { phrasesContracts } from './phrasesContract.ts';
import { planContracts } from './plansContract.ts';
import { searchContracts } from './searchContract.ts';
import { spellingContracts } from './spellingContract.ts';
import { vaultContracts } from './vaultContract.ts';

const settingsContracts = {
  'settings:get': channel(Nothing, Settings),
  'settings:update': channel(Settings, Settings),
} as const;

export const contract = {
  ...vaultContracts,
  ...clientContracts,
  ...planContracts,
  ...noteContracts,
  ...noteListContracts,
  ...measureContracts,
  ...clinicalContracts,
  ...searchContracts,
  ...paletteContracts,
  ...settingsContracts,
  ...counsellingContracts,
  ...phrasesContracts,
  ...ownTemplateContracts,
  ...spellingContracts,
} as const satisfies Record<Channel, ChannelContract>;

export type ChannelInput<C extends Channel> = z.infer<(typeof contract)[C]['input']>;
export type ChannelOutput<C extends Channel> = z.infer<(typeof contract)[C]['output']>;
