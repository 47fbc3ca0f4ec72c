// The shape of a timeline preset. Refuses dates: a preset is lengths only, `phasesFromPreset` dates it.
import { z } from 'zod';
import { LevelOfCare } from './episode.ts';

/** `months` are added before `days`; both null means open-ended. */
export const PresetPhase = z.strictObject({ level: LevelOfCare, days: z.number().int().min(0).nullable(), months: z.number().int().min(0).nullable() });
export type PresetPhase = z.infer<typeof PresetPhase>;
export const Preset = z.strictObject({ id: z.string().max(40), name: z.string().max(120), summary: z.string().max(400), source: z.string().max(200), phases: z.array(PresetPhase).min(1), overlays: z.array(z.string().max(20)) });
export type Preset = z.infer<typeof Preset>;
