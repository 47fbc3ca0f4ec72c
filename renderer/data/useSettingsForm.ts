// Saves a part of the settings over the newest ones, so that two parts of the page cannot undo each
// other. Refuses to save without a press or an answer; leaving with changes asks first.
import { useState } from 'react';
import type { Settings } from '../../shared/settings.ts';
import { api } from '../api.ts';
import { announceChange } from './changes.ts';
import { useAct } from './useAct.ts';
import { useUnsavedForm } from './useUnsavedForm.ts';

/** The part being edited, and a way to save it. `saved` is true until the next change. */
export function useSettingsForm<K extends keyof Settings>(settings: Settings, keys: readonly K[], name: string, check: () => boolean = () => true) {
  const [part, setPart] = useState<Pick<Settings, K>>(() => pick(settings, keys));
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const change = (next: Partial<Pick<Settings, K>>) => { setPart((before) => ({ ...before, ...next })); setSaved(false); form.typed(); };
  const send = async () => {
    const holdsAll = form.mark();
    const now = await api.settings.update({ ...(await api.settings.get({})), ...part });
    // What was changed while the save was under way is not in it, and is still asked about.
    if (holdsAll()) {
      form.settled({ kind: 'saved', at: Date.now() });
      setSaved(true);
    }
    announceChange();
    return now;
  };
  const form = useUnsavedForm(name, async () => {
    if (!check()) return false;
    await send();
    // Changed again meanwhile: the person stays and is asked anew.
    return form.unsaved() === null;
  });
  const save = (after?: (settings: Settings) => void) => {
    if (!check()) return;
    act.run(async () => {
      // On a line of its own: an optional call leaves out its arguments too, and with them the save.
      const now = await send();
      after?.(now);
    });
  };
  return { part, change, save, saved, busy: act.busy, sentence: act.sentence };
}

function pick<K extends keyof Settings>(settings: Settings, keys: readonly K[]): Pick<Settings, K> {
  return Object.fromEntries(keys.filter((key) => settings[key] !== undefined).map((key) => [key, settings[key]])) as Pick<Settings, K>;
}
