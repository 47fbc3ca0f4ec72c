// Timeline presets and their dates. Refuses to guess: every phase made here is a plan that the
// clinician can edit (docs/clinical-sources.md, Timeline presets).
import { z } from 'zod';
import data from '../../resources/continuum/presets.json' with { type: 'json' };
import type { LocalId } from '../brand.ts';
import { addDays, addMonths, type LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import type { LevelOfCare, Phase } from './episode.ts';
import { OverlayKind } from './episode.ts';
import { Preset, type PresetPhase } from './preset.ts';

const parsed = z.array(Preset).parse(data);
for (const preset of parsed) z.array(OverlayKind).parse(preset.overlays);

/** The presets in the order they are offered. */
export function loadPresets(): Preset[] {
  return parsed.map((preset) => structuredCloneOf(preset));
}

// JSON in, JSON out: keeps callers from changing the shared list.
function structuredCloneOf(preset: Preset): Preset {
  return { ...preset, phases: preset.phases.map((phase) => ({ ...phase })), overlays: [...preset.overlays] };
}

/** One preset; throws NOT_FOUND for an unknown id. */
export function presetById(id: string): Preset {
  const preset = loadPresets().find((candidate) => candidate.id === id);
  if (preset === undefined) throw new AppError('NOT_FOUND');
  return preset;
}

/** Overlays of a preset, as kinds. */
export function presetOverlays(preset: Preset): OverlayKind[] {
  return preset.overlays.map((kind) => OverlayKind.parse(kind));
}

/** A planned phase that has not begun. */
export function plannedPhase(id: LocalId, level: LevelOfCare, plannedStart: LocalDate, plannedEnd: LocalDate | null, program: string): Phase {
  return { id, level, asamEdition: null, asamNumber: '', program, plannedStart, plannedEnd, actualStart: null, actualEnd: null, endReason: '', notes: '' };
}

/**
 * Dates a preset from its first day. Months are calendar months, clamped to a shorter month's end
 * (31 Jan + 1 month = 28 or 29 Feb); a phase's last day is inclusive and the next begins the day
 * after. A phase of no length is left out; an open-ended phase has no end and must be the last.
 */
export function phasesFromPreset(preset: Preset, start: LocalDate, newId: () => LocalId, program = ''): Phase[] {
  const phases: Phase[] = [];
  let first = start;
  for (const step of preset.phases) {
    const next = startOfNext(step, first);
    if (next === first) continue;
    phases.push(plannedPhase(newId(), step.level, first, next === null ? null : addDays(next, -1), program));
    if (next === null) break;
    first = next;
  }
  return phases;
}

function startOfNext(step: PresetPhase, first: LocalDate): LocalDate | null {
  if (step.days === null && step.months === null) return null;
  return addDays(addMonths(first, step.months ?? 0), step.days ?? 0);
}
