// What a printed handout holds: words and dates already chosen for the client's eyes. Refuses by
// shape: there is no place for a diagnosis, a full name, a test or a medication dose (CLINICAL G.2).
import { z } from 'zod';

const Line = z.string().max(1200);

export const HandoutOptions = z.strictObject({
  /** G.2: first name or initials; default initials. */
  nameStyle: z.enum(['initials', 'firstName', 'none']),
  largePrint: z.boolean(),
  showClinicName: z.boolean(),
  paper: z.enum(['letter', 'a4']),
});
export type HandoutOptions = z.infer<typeof HandoutOptions>;

export const HandoutStep = z.strictObject({ text: Line, howIKnow: Line, by: Line, help: z.array(Line) });
export type HandoutStep = z.infer<typeof HandoutStep>;
export const HandoutGoal = z.strictObject({ ownWords: Line, steps: z.array(HandoutStep) });
export type HandoutGoal = z.infer<typeof HandoutGoal>;

export const HandoutModel = z.strictObject({
  kind: z.literal('myPlan'),
  title: Line,
  nameLine: Line,
  dateLine: Line,
  ownWords: z.string().max(4000),
  goals: z.array(HandoutGoal).max(60),
  strengths: z.array(Line),
  whoHelps: z.array(Line),
  nextReview: Line,
  clinicLine: Line,
  crisisLine: Line,
  options: HandoutOptions,
  /** Flesch-Kincaid grade of our own sentences on the page, one decimal. */
  readingGrade: z.number(),
  /** Words on the page that tell a stranger more than the client may want; for the preview, never printed. */
  warnings: z.array(Line).max(100),
});
export type HandoutModel = z.infer<typeof HandoutModel>;
