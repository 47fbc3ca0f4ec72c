// The cuts that scores are read by on this practice's screens. Refuses to guess: the defaults stand until the
// settings have come.
import { DEFAULT_RULE_SETTINGS } from '../../shared/rules/settings.ts';
import { cutsOf, ruleSettingsOf } from '../../shared/rules/thresholds.ts';
import type { ScoreSettings } from '../../shared/measures/score.ts';
import { api } from '../api.ts';
import { useCall } from './useCall.ts';

/** `lower`: the lower cut of the PC-PTSD-5 is chosen for this client. */
export function useCuts(lower: boolean): ScoreSettings {
  const settings = useCall('settings', () => api.settings.get({}));
  return cutsOf(settings.value === undefined ? DEFAULT_RULE_SETTINGS : ruleSettingsOf(settings.value), lower);
}
