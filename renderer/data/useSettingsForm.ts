// Saves a part of the settings over the newest ones, so that two parts of the page cannot undo each
// other. Refuses to save without a press.
import { useState } from 'react';
import type { Settings } from '../../shared/settings.ts';
import { api } from '../api.ts';
import { announceChange } from './changes.ts';
import { setSaveState } from './saveState.ts';
import { useAct } from './useAct.ts';

/** The part being edited, and a way to save it. `saved` is true until the next change. */
export function useSettingsForm<K extends keyof Settings>(settings: Settings, keys: readonly K[]) {
  const [part, setPart] = useState<Pick<Settings, K>>(() => pick(settings, keys));
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const change = (next: Partial<Pick<Settings, K>>) => { setPart((before) => ({ ...before, ...next })); setSaved(false); };
  const save = (after?: (settings: Settings) => void) => act.run(async () => {
    const now = await api.settings.update({ ...(await api.settings.get({})), ...part });
    setSaveState({ kind: 'saved', at: Date.now() });
    setSaved(true);
    announceChange();
    after?.(now);
  });
  return { part, change, save, saved, busy: act.busy, sentence: act.sentence };
}

function pick<K extends keyof Settings>(settings: Settings, keys: readonly K[]): Pick<Settings, K> {
  return Object.fromEntries(keys.filter((key) => settings[key] !== undefined).map((key) => [key, settings[key]])) as Pick<Settings, K>;
}
