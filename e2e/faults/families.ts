// The list of families that this folder proves by itself. Refuses to know those whose cases come from the whole app.
import type { Family } from './family.ts';
import { F1, F2 } from './families/callFaults.ts';
import { F3 } from './families/kill.ts';
import { F4 } from './families/bytes.ts';
import { F5 } from './families/shapes.ts';
import { F6 } from './families/wrongKeys.ts';
import { F7 } from './families/rollback.ts';
import { F2_MODEL } from './families/powerModel.ts';

export const FAMILIES: readonly Family[] = [F1, F2, F2_MODEL, F3, F4, F5, F6, F7];

/** The family of that id; throws where there is none. */
export function findFamily(id: string): Family {
  const family = FAMILIES.find((each) => each.id === id);
  if (family === undefined) throw new Error(`no family ${id}`);
  return family;
}
