// Answers about settings. Refuses to let the window say when the last backup was: main knows.
import type { Settings } from '../../shared/settings.ts';
import { checkThresholds } from '../../shared/rules/thresholds.ts';
import { todayOf } from '../session/clock.ts';
import { change } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';
import { refreshCards } from './refreshCards.ts';

async function update(context: HandlerContext, wanted: Settings): Promise<Settings> {
  const { records, settings, serial } = context.session.practice();
  return serial('settings', async () => {
    const { lastBackupAt, lastBackupRecords } = settings.data;
    const { rules: given = {}, ...others } = wanted;
    const rules = checkThresholds(given);
    const value: Settings = { ...others, ...(Object.keys(rules).length > 0 ? { rules } : {}), lastBackupAt, lastBackupRecords };
    await records.save([change(settings, value)]);
    // The caseload reads cards: what was found with other figures is found anew before "Saved" is said.
    await refreshCards(context.session.practice(), todayOf(context.clock));
    // The lock screen has a theme too, and the vault's settings cannot be read there.
    if (context.state.get().theme !== value.theme) await context.state.update({ theme: value.theme });
    return value;
  });
}

export function settingsHandlers(context: HandlerContext): Pick<HandlerTable, 'settings:get' | 'settings:update'> {
  return {
    'settings:get': async () => context.session.practice().settings.data,
    'settings:update': (wanted) => update(context, wanted),
  };
}
