// Reads what the build wrote down about built-in code. Refuses to show a part of it: a list that cannot be read is a failure.
import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import { mergedLicences, PackageLicences, type PackageLicence } from '../../shared/licences.ts';

/** All lists as one. IMPORT_FAILED where a file is missing or is not such a list. */
export async function readLicences(files: readonly string[]): Promise<PackageLicence[]> {
  try {
    return mergedLicences(await Promise.all(files.map(async (file) => PackageLicences.parse(JSON.parse(await readFile(file, 'utf8'))))));
  } catch (error) {
    throw new AppError('IMPORT_FAILED', {}, { cause: error });
  }
}
