// What the practice and the clinician have set. Refuses secrets: passphrases and keys are never a setting.
import { z } from 'zod';
import { SpellingChoice } from './spelling/language.ts';
import { optionalLine } from './strings.ts';

export const Settings = z.strictObject({
  clinicianName: optionalLine(200),
  credentials: optionalLine(120),
  clinicName: optionalLine(200),
  clinicPhone: optionalLine(40),
  crisisLine: optionalLine(80),
  /** A line close by, printed after the national one. */
  localCrisisLine: optionalLine(80).optional(),
  /** Lock after this many idle minutes; SECURITY 6: 1 to 30, never "never". */
  idleMinutes: z.number().int().min(1).max(30),
  theme: z.enum(['system', 'light', 'dark']),
  paper: z.enum(['letter', 'a4']),
  asamEdition: z.enum(['3', '4']),
  /** 1 = Monday ... 7 = Sunday. */
  weekStart: z.number().int().min(1).max(7),
  /** Underline wording in notes; on unless set to false. */
  languageHints: z.boolean().optional(),
  /** Which dictionary checks spelling in notes; by the system unless set. */
  spelling: SpellingChoice.optional(),
  /** Figures of the checks that differ from their default, by id (shared/rules/thresholds.ts). */
  rules: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{1,30}(\.[A-Z_]{2,12})?$/), z.number().min(0).max(2000)).refine((given) => Object.keys(given).length <= 200).optional(),
  /** How quarter hours are counted, and which codes are suggested first; both differ by payer. */
  unitRule: z.enum(['midpoint', 'full15']).optional(),
  preferCodes: z.enum(['cpt', 'hcpcs']).optional(),
  lastBackupAt: z.string().max(30).nullable(),
  lastBackupRecords: z.number().int().min(0).nullable(),
});
export type Settings = z.infer<typeof Settings>;

/** CLINICAL H.4: idle lock 5 minutes; G.3: 988 is the national crisis line. */
export const DEFAULT_SETTINGS: Settings = {
  clinicianName: '', credentials: '', clinicName: '', clinicPhone: '', crisisLine: '988 (call or text)', idleMinutes: 5,
  theme: 'system', paper: 'letter', asamEdition: '3', weekStart: 1, lastBackupAt: null, lastBackupRecords: null,
};
