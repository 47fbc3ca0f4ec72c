// Whether the result code of a contingency-management visit and its test panel say the same (CLINICAL E.2). Refuses to
// say which of the two is wrong, and to guess: a result that is pending, invalid or missing contradicts nothing.
import { ANALYTES } from '../clinical/drugTest.ts';
import { analyteLabels } from '../text/en/clinicalRecord.ts';
import type { FieldValue, NoteDocument, TableRow } from './document.ts';

/** The field that carries the result code: where a contradiction leads to. */
export const RESULT_FIELD = 'result_code';
const PANEL_FIELD = 'panel';
const TARGET_FIELD = 'targets';
const TEST_TARGET = 'test_negative';
/** Codes of a visit without a specimen: not there, declined, could not provide. A kit that failed may have shown a part. */
const NO_SPECIMEN: ReadonlySet<string> = new Set(['u', 'e', 'r', 'x']);
const READ: ReadonlySet<unknown> = new Set(['neg', 'pos', 'pos_prescribed']);
/** Results that tell the same as "target met": what a prescription explains counts as met. */
const MET: ReadonlySet<unknown> = new Set(['neg', 'pos_prescribed']);

/**
 * `detected`: the code says "target met" while these substances were detected and no prescription explains them. `allMet`: the code says
 * "not met", a negative test was the only target, and the panel holds nothing else. `noSpecimen`: the code says that there was none.
 */
export type Contradiction = { readonly kind: 'detected'; readonly substances: readonly string[] } | { readonly kind: 'allMet' } | { readonly kind: 'noSpecimen' };

function valueOf(document: NoteDocument, id: string): FieldValue | null {
  for (const { children } of document) for (const element of children) if (element.type === 'field' && element.fieldId === id) return element.field;
  return null;
}

function substanceOf({ cells }: TableRow): string {
  const known = ANALYTES.find((id) => id === cells['substance']);
  const name = typeof cells['name'] === 'string' ? cells['name'].trim() : '';
  // "Other" says nothing where a name stands beside it.
  return name !== '' && (known === undefined || known === 'other') ? name : known === undefined ? '' : analyteLabels[known];
}

/** Rows in which a test is told: not the empty one that waits, and not what was left out of the test. */
function testedRows(panel: FieldValue | null): readonly TableRow[] {
  if (panel?.kind !== 'drugTest') return [];
  return panel.value.filter((row) => row.cells['result'] !== 'not_tested' && (Boolean(row.cells['result']) || substanceOf(row) !== ''));
}

/** What the panel and the code of a visit contradict each other about; null where they agree, or where it cannot be told. */
// Which substances the plan is about is not in the note, so that "target met" beside a detected one is a question and no error.
export function visitContradiction(document: NoteDocument): Contradiction | null {
  const code = valueOf(document, RESULT_FIELD);
  if (code?.kind !== 'choice' || code.value === null) return null;
  const rows = testedRows(valueOf(document, PANEL_FIELD));
  if (NO_SPECIMEN.has(code.value)) return rows.some(({ cells }) => READ.has(cells['result'])) ? { kind: 'noSpecimen' } : null;
  const targets = valueOf(document, TARGET_FIELD);
  if (targets?.kind !== 'multiChoice' || !targets.value.includes(TEST_TARGET)) return null;
  if (code.value === 'n') {
    const detected = rows.filter(({ cells }) => cells['result'] === 'pos');
    return detected.length === 0 ? null : { kind: 'detected', substances: [...new Set(detected.map(substanceOf))].filter((name) => name !== '') };
  }
  const onlyTest = targets.value.length === 1;
  return code.value === 'p' && onlyTest && rows.length > 0 && rows.every(({ cells }) => MET.has(cells['result'])) ? { kind: 'allMet' } : null;
}
