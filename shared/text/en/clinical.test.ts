import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CARE_ROLES, LIVING_SITUATIONS, NALOXONE_STATES, PAYERS, PREGNANCY_STATUSES } from '../../clients/client.ts';
import { Episode } from '../../continuum/episode.ts';
import { DISCHARGE_TYPES } from '../../continuum/reasons.ts';
import { MODALITIES, PLACES, PROGRESS_RATINGS, RISK_KINDS, RISK_LEVELS, SERVICE_TYPES } from '../../notes/note.ts';
import { Goal, INTERVENTION_TYPES, Intervention, Measure, OBJECTIVE_STATUSES, Plan, PlanSignature, Problem } from '../../plans/plan.ts';
import * as words from './clinical.ts';
import { helpText } from './handouts.ts';

describe('clinical labels', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['service types', words.serviceTypeLabels, SERVICE_TYPES], ['modalities', words.modalityLabels, MODALITIES], ['places', words.placeLabels, PLACES], ['risk kinds', words.riskKindLabels, RISK_KINDS], ['risk levels', words.riskLevelLabels, RISK_LEVELS],
    ['ratings', words.progressRatingLabels, PROGRESS_RATINGS], ['care roles', words.careRoleLabels, CARE_ROLES], ['pregnancy', words.pregnancyLabels, PREGNANCY_STATUSES], ['living', words.livingLabels, LIVING_SITUATIONS], ['payers', words.payerLabels, PAYERS],
    ['naloxone', words.naloxoneLabels, NALOXONE_STATES], ['episode', words.episodeStatusLabels, Episode.shape.status.options], ['plan', words.planStatusLabels, Plan.shape.status.options], ['problem', words.problemStatusLabels, Problem.shape.status.options],
    ['goal', words.goalStatusLabels, Goal.shape.status.options], ['objective', words.objectiveStatusLabels, OBJECTIVE_STATUSES], ['interventions', words.interventionTypeLabels, INTERVENTION_TYPES], ['help', helpText, INTERVENTION_TYPES],
    ['intervention modalities', words.interventionModalityLabels, Intervention.shape.modality.options], ['per', words.perLabels, Intervention.shape.per.options], ['direction', words.measureDirectionLabels, Measure.shape.direction.options],
    ['signatures', words.signatureRoleLabels, PlanSignature.shape.role.options], ['phase ends', words.phaseEndLabels, ['transition_down', 'transition_up', 'transfer', 'skipped', ...DISCHARGE_TYPES]],
  ])('name every one of %s and nothing else', (_name, labels, values) => {
    expect(Object.keys(labels).toSorted()).toEqual([...values].toSorted());
    expect(new Set(Object.values(labels)).size).toBe(values.length);
    expect(Object.values(labels).every((label) => label.trim() !== '')).toBe(true);
  });
});

describe('the preferred words of the field', () => {
  const AVOIDED = /\b(addicts?|addicted|junkie|abuser|drug abuse|substance abuse|dirty|clean (?:urine|test)|get clean|got clean|relapsed|fell off the wagon|non-?compliant|resistant|in denial|no-shows?|committed suicide|former addict|sober up|OD'd)\b/i;
  const root = join(import.meta.dirname, '..', '..', '..');
  const files = [...list('shared/text', '.ts'), ...list('resources/templates', '.json'), ...list('resources/continuum', '.json'), ...list('resources/demo', '.json')];

  function list(folder: string, ending: string): string[] {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts')).map((name) => join(folder, name));
  }

  it('finds the words it looks for', () => {
    for (const bad of ['an addict', 'a dirty urine', 'was non-compliant', 'No-show', 'He relapsed']) expect(AVOIDED.test(bad), bad).toBe(true);
    expect(AVOIDED.test('relapse prevention, sober living')).toBe(false);
    expect(files.length).toBeGreaterThan(15);
  });

  it.each(files)('%s', (file) => {
    const offending = readFileSync(join(root, file), 'utf8').split('\n').filter((line) => AVOIDED.test(line));
    expect(offending).toEqual([]);
  });
});
