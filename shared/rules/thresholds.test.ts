import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors.ts';
import { DEFAULT_SETTINGS, Settings } from '../settings.ts';
import { thresholdLabel, thresholdText } from '../text/en/thresholds.ts';
import { DEFAULT_RULE_SETTINGS } from './settings.ts';
import { checkThresholds, cutsOf, defaultThreshold, fitsThreshold, NOT_ABOVE, ruleSettingsName, ruleSettingsOf, THRESHOLDS, thresholdValue } from './thresholds.ts';

/** Every figure in the defaults of the checks, as ids. */
function figures(): string[] {
  return Object.entries(DEFAULT_RULE_SETTINGS).flatMap(([name, value]) => {
    if (typeof value === 'number') return [name];
    return typeof value === 'object' && Object.values(value).every((one) => typeof one === 'number') ? Object.keys(value).map((level) => `${name}.${level}`) : [];
  });
}

function refusal(changes: Record<string, number>): string {
  try {
    checkThresholds(changes);
  } catch (error) {
    return isAppError(error) ? `${error.code} ${String(error.facts['at'])}` : 'other';
  }
  return 'accepted';
}

describe('the settings of the checks', () => {
  it('hold every figure of the defaults, each once, with a label, within its bounds', () => {
    const ids = THRESHOLDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // The week's first day is a setting of its own.
    expect(figures().filter((id) => id !== 'version' && id !== 'weekStart' && !ids.includes(id))).toEqual([]);
    for (const threshold of THRESHOLDS) {
      expect(fitsThreshold(threshold, defaultThreshold(threshold.id)), threshold.id).toBe(true);
      expect(thresholdLabel(threshold.id), threshold.id).not.toContain(threshold.id.split('.')[0]);
      expect(thresholdText.sources[threshold.source]).toBeTruthy();
    }
    for (const [low, high] of NOT_ABOVE) expect(defaultThreshold(low)).toBeLessThanOrEqual(defaultThreshold(high));
  });

  it('reach the checks, and keep only what differs', () => {
    expect(ruleSettingsOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_RULE_SETTINGS);
    const rules = checkThresholds({ iopMinHours: 6, 'gapDays.OP': 14, phq9Cut: 10 });
    expect(rules).toEqual({ iopMinHours: 6, 'gapDays.OP': 14 });
    const set = ruleSettingsOf({ rules, weekStart: 7 });
    expect(set).toMatchObject({ iopMinHours: 6, weekStart: 7, phq9Cut: 10, gapDays: { OP: 14, IOP: 7 } });
    expect(Settings.safeParse({ ...DEFAULT_SETTINGS, rules }).success).toBe(true);
    expect(cutsOf(ruleSettingsOf({ rules: { ptsdCut: 5, ptsdCutLower: 2 }, weekStart: 1 }), true)).toMatchObject({ ptsdCut: 2 });
  });

  it('refuse a figure that no one may set, one out of bounds, and an order that cannot be', () => {
    expect(refusal({ nothing: 3 })).toBe('BAD_REQUEST rules.nothing');
    expect(refusal({ phq9Cut: 28 })).toBe('BAD_REQUEST rules.phq9Cut');
    expect(refusal({ phq9Cut: 9.5 })).toBe('BAD_REQUEST rules.phq9Cut');
    expect(refusal({ phq9Cut: 27 })).toBe('accepted');
    expect(refusal({ iopMinHours: 21 })).toBe('BAD_REQUEST rules.iopMinHours');
    expect(refusal({ iopMinHours: 21, iopMaxHours: 25 })).toBe('accepted');
  });

  it('leave the default in force where a stored figure no longer fits', () => {
    expect(thresholdValue({ phq9Cut: 400 }, 'phq9Cut')).toBe(10);
    expect(ruleSettingsOf({ rules: { phq9Cut: 400, gone: 3 }, weekStart: 1 })).toEqual(DEFAULT_RULE_SETTINGS);
  });

  it('have a name that is the same for the same settings only', () => {
    expect(ruleSettingsName(DEFAULT_SETTINGS)).toBe('');
    const six = ruleSettingsName({ rules: { iopMinHours: 6 }, weekStart: 1 });
    expect(six).toBe(ruleSettingsName({ rules: { phq9Cut: 10, iopMinHours: 6 }, weekStart: 1 }));
    expect(new Set(['', six, ruleSettingsName({ rules: { iopMinHours: 7 }, weekStart: 1 }), ruleSettingsName({ weekStart: 7 })]).size).toBe(4);
  });
});
