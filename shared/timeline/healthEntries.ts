// Tests, scores and medicines of a client as entries and bands of the timeline. Refuses to interpret: a
// test is what its panel says, a score is the number that was recorded, and none where there is none.
import { entryLine } from '../clinical/entryLines.ts';
import type { ClinicalRecord } from '../clinical/clinicalRecord.ts';
import type { DrugTest } from '../clinical/drugTest.ts';
import { valid } from '../clinical/entry.ts';
import type { LocalDate } from '../dates.ts';
import type { MeasureHead } from '../measures/measure.ts';
import { analyteLabels, medicationKindLabels } from '../text/en/clinicalRecord.ts';
import { measuresText } from '../text/en/measures.ts';
import { timelineText as t } from '../text/en/timeline.ts';
import type { TimelineEntry, TimelineMark, TimelineMedicine, TimelineScoreLane } from './model.ts';

/** More lanes than this would push the list out of sight; the list holds every score. */
const MOST_SCORE_LANES = 3;
/** Forms that are never added up: "no total" would sound as if something were missing. */
const WITHOUT_TOTAL: readonly string[] = ['BAM', 'SAFETY', 'C-SSRS'];
const LANE_ORDER = ['PHQ-9', 'GAD-7', 'COWS', 'CRAVING', 'PC-PTSD-5'];

type TestMark = { readonly mark: TimelineMark; readonly short: string; readonly title: string };

function testMark({ panel }: DrugTest): TestMark {
  const found = panel.filter(({ result }) => result === 'pos').map(({ substance, name }) => (substance === 'other' && name !== '' ? name : analyteLabels[substance]));
  if (found.length > 0) return { mark: 'testPos', short: t.testShort.pos, title: t.testPositive(found.join(', ')) };
  if (panel.some(({ result }) => result === 'pending')) return { mark: 'testOpen', short: t.testShort.pending, title: t.testPending };
  if (panel.some(({ result }) => result === 'neg' || result === 'pos_prescribed')) return { mark: 'testNeg', short: t.testShort.neg, title: t.testNegative };
  return { mark: 'testOpen', short: t.testShort.invalid, title: t.testInvalid };
}

/** One entry a test: P where something unexpected was found, N where nothing was. */
export function testEntries({ tests }: ClinicalRecord, today: LocalDate): TimelineEntry[] {
  return valid(tests).map((test) => ({ ...testMark(test), id: `test-${test.id}`, lane: 'tests', date: test.date, time: test.time, detail: entryLine('tests', test, today).facts.join('\n'), target: null }));
}

function scoreName(instrumentId: string): string {
  return (t.scoreNames as Readonly<Record<string, string>>)[instrumentId] ?? instrumentId;
}

function scoreTitle({ instrumentId, result: { total } }: MeasureHead): string {
  const name = scoreName(instrumentId);
  if (total !== null) return t.score(name, total);
  return WITHOUT_TOTAL.includes(instrumentId) ? t.answered(name) : t.noTotal(name);
}

/** One entry an administration, in the lane of its form, also where answers are missing; item 9 is said beside it. */
export function scoreEntries(measures: readonly MeasureHead[]): TimelineEntry[] {
  return measures.filter(({ enteredInError }) => !enteredInError).map((head) => {
    const { id, instrumentId, date, time, result: { total, band, missing }, item9 } = head;
    const detail = [band ?? '', missing.length > 0 ? measuresText.missingShort(missing.length) : ''].filter((part) => part !== '').join('\n');
    const entry = { id: `score-${id}`, lane: `score:${instrumentId}` as const, mark: 'score' as const, date, time, title: scoreTitle(head), short: total === null ? t.scoreShort.none : String(total), detail, target: null };
    return item9 === null ? entry : { ...entry, attention: measuresText.item9(item9) };
  });
}

/** The lanes drawn for scores, the most telling forms first. */
export function scoreLanes(measures: readonly MeasureHead[]): TimelineScoreLane[] {
  const ids = [...new Set(measures.filter(({ enteredInError, instrumentId, result }) => !enteredInError && (result.total !== null || !WITHOUT_TOTAL.includes(instrumentId))).map(({ instrumentId }) => instrumentId))];
  const place = (id: string): number => (LANE_ORDER.includes(id) ? LANE_ORDER.indexOf(id) : LANE_ORDER.length);
  return ids.toSorted((a, b) => place(a) - place(b) || a.localeCompare(b)).slice(0, MOST_SCORE_LANES).map((id) => ({ lane: `score:${id}`, name: scoreName(id) }));
}

/** A band for each medicine, the earliest first. */
export function medicineBands({ medications }: ClinicalRecord): TimelineMedicine[] {
  return valid(medications).map(({ id, kind, product, start, stop }) => ({ id, name: product === '' ? medicationKindLabels[kind] : product, start, end: stop })).toSorted((a, b) => a.start.localeCompare(b.start));
}
