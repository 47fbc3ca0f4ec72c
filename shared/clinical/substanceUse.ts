// One row of the substance-use history (CLINICAL D.3). Refuses judgement: amounts and days, in the
// client's own measure.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../dates.ts';
import { optionalLine, plainText } from '../strings.ts';
import { entryFields } from './entry.ts';

export const SUBSTANCE_CATEGORIES = ['heroin', 'fentanyl', 'prescription_opioid', 'methadone', 'buprenorphine', 'other_opioid', 'alcohol', 'benzodiazepine', 'other_sedative', 'cocaine', 'methamphetamine', 'other_stimulant', 'cannabis', 'nicotine', 'inhalant', 'hallucinogen', 'other'] as const;
export const USE_ROUTES = ['', 'injected', 'smoked', 'snorted', 'swallowed', 'drunk', 'patch', 'other'] as const;

export const SubstanceUse = z.strictObject({
  ...entryFields,
  category: z.enum(SUBSTANCE_CATEGORIES),
  substance: optionalLine(120),
  route: z.enum(USE_ROUTES),
  ageFirstUse: z.number().int().min(0).max(120).nullable(),
  yearsRegular: z.number().min(0).max(120).nullable(),
  amountPerDay: optionalLine(120),
  daysPast30: z.number().int().min(0).max(30).nullable(),
  /** Used on all or nearly all days before the last use. */
  dailyUse: z.boolean().nullable(),
  /** A form that acts long, such as extended-release tablets. */
  longActing: z.boolean(),
  lastUse: LocalDate.nullable(),
  lastUseTime: LocalTime.nullable(),
  longestAbstinence: optionalLine(120),
  overdoses: z.number().int().min(0).max(999).nullable(),
  lastOverdose: LocalDate.nullable(),
  previousTreatment: plainText(2000),
  withdrawalHistory: plainText(2000),
});
export type SubstanceUse = z.infer<typeof SubstanceUse>;
export type SubstanceCategory = SubstanceUse['category'];

const OPIOIDS: ReadonlySet<SubstanceCategory> = new Set(['heroin', 'fentanyl', 'prescription_opioid', 'methadone', 'buprenorphine', 'other_opioid'] as const);
const SEDATIVES: ReadonlySet<SubstanceCategory> = new Set(['alcohol', 'benzodiazepine', 'other_sedative'] as const);

/** True for any opioid. */
export function isOpioid(category: SubstanceCategory): boolean {
  return OPIOIDS.has(category);
}

/** True for what slows breathing beside an opioid: alcohol, benzodiazepines, other sedatives. */
export function isSedative(category: SubstanceCategory): boolean {
  return SEDATIVES.has(category);
}

// Words of an event's free text, the most telling first.
const WORDS: readonly (readonly [SubstanceCategory, RegExp])[] = [
  ['fentanyl', /fentan[yi]l/i], ['heroin', /\b(heroin|diamorphine)\b/i], ['methadone', /\bmethadone\b/i], ['buprenorphine', /\b(buprenorphine|suboxone|subutex)\b/i],
  ['prescription_opioid', /\b(oxycod|oxycontin|percocet|hydrocod|vicodin|norco|morphine|codeine|tramadol|hydromorphone|dilaudid|oxymorphone|opana)/i], ['other_opioid', /\b(opioids?|opiates?|kratom|nitazenes?|opium)\b/i],
  ['alcohol', /\b(alcohol|beer|wine|vodka|whisk(e)?y|liquor|spirits)\b/i], ['benzodiazepine', /\b(benzo|\w+zolam\b|\w+zepam\b|xanax|valium|klonopin|ativan)/i], ['other_sedative', /\b(sedatives?|barbiturates?|phenobarbital|zolpidem|ambien|carisoprodol|soma|ghb|xylazine|gabapentin|pregabalin)\b/i],
];

/** The opioid or sedative that free text names, or null where it names none of them. */
export function categoryOfText(text: string): SubstanceCategory | null {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
