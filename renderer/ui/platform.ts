// Whose keys this window shows: a Mac's or the others'. Refuses finer questions; the app's state answers those.
import type { Platform } from '../../shared/commandKeys.ts';

export const platform: Platform = globalThis.navigator?.platform?.startsWith('Mac') ? 'mac' : 'linux';
