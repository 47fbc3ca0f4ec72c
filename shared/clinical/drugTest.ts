// A drug test as it was collected and read. Refuses "clean" and "dirty": a substance is detected or not,
// and a prescribed medicine that shows up is expected.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../dates.ts';
import { optionalLine } from '../strings.ts';
import { entryFields } from './entry.ts';

export const SPECIMENS = ['urine', 'oral_fluid', 'breath'] as const;
export const ANALYTES = [
  'opiates', 'morphine_heroin', 'fentanyl', 'oxycodone', 'hydrocodone', 'tramadol', 'methadone', 'buprenorphine', 'benzodiazepines', 'barbiturates',
  'amphetamine', 'methamphetamine', 'cocaine', 'cannabis', 'alcohol', 'ethyl_glucuronide', 'xylazine', 'gabapentin', 'other',
] as const;
export const TEST_RESULTS = ['neg', 'pos', 'pos_prescribed', 'invalid', 'pending', 'not_tested'] as const;

export const Analyte = z.strictObject({ substance: z.enum(ANALYTES), name: optionalLine(80), result: z.enum(TEST_RESULTS), value: optionalLine(40) });
export type Analyte = z.infer<typeof Analyte>;

export const DrugTest = z.strictObject({
  ...entryFields,
  date: LocalDate,
  time: LocalTime.nullable(),
  specimen: z.enum(SPECIMENS),
  panel: z.array(Analyte).min(1).max(40),
  kitLot: optionalLine(60),
  kitExpires: LocalDate.nullable(),
  observed: z.boolean(),
  temperatureOk: z.boolean().nullable(),
  /** Creatinine and additives as expected. Tests recorded before it was asked have none. */
  adulterantOk: z.boolean().nullable().optional(),
  /** Sent to a laboratory to confirm. */
  confirmation: z.enum(['none', 'sent', 'confirmed', 'not_confirmed']),
  collectedBy: optionalLine(200),
});
export type DrugTest = z.infer<typeof DrugTest>;

const OPIOIDS: ReadonlySet<string> = new Set(['opiates', 'morphine_heroin', 'fentanyl', 'oxycodone', 'hydrocodone', 'tramadol', 'methadone', 'buprenorphine']);

/** True for a substance that is an opioid. */
export function isOpioidAnalyte(substance: Analyte['substance']): boolean {
  return OPIOIDS.has(substance);
}
