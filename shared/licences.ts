// What is owed to the authors of built-in code: one package and the text of its licence. Refuses a package without one.
import { z } from 'zod';

export const PackageLicence = z.strictObject({ name: z.string().min(1).max(214), version: z.string().min(1).max(100), licence: z.string().min(1).max(200), text: z.string().min(1).max(200_000) });
export type PackageLicence = z.infer<typeof PackageLicence>;
export const PackageLicences = z.array(PackageLicence).max(500);

/** Lists of several bundles as one, by name; a package that is in more than one stands once for each version. */
export function mergedLicences(lists: readonly (readonly PackageLicence[])[]): PackageLicence[] {
  const byVersion = new Map(lists.flat().map((one) => [`${one.name}@${one.version}`, one]));
  return [...byVersion.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
}
