// The instruments that ship with the product. Refuses data that points at items, sets or subscales it
// does not have, so that a slip in a file is found at start and not in a score.
import bam from '../../resources/instruments/bam.json' with { type: 'json' };
import cows from '../../resources/instruments/cows.json' with { type: 'json' };
import craving from '../../resources/instruments/craving.json' with { type: 'json' };
import gad7 from '../../resources/instruments/gad-7.json' with { type: 'json' };
import notBundled from '../../resources/instruments/not-bundled.json' with { type: 'json' };
import oudCriteria from '../../resources/instruments/oud-criteria.json' with { type: 'json' };
import pcPtsd5 from '../../resources/instruments/pc-ptsd-5.json' with { type: 'json' };
import phq9 from '../../resources/instruments/phq-9.json' with { type: 'json' };
import rulers from '../../resources/instruments/rulers.json' with { type: 'json' };
import safetyInquiry from '../../resources/instruments/safety-inquiry.json' with { type: 'json' };
import symptomCheck from '../../resources/instruments/symptom-check.json' with { type: 'json' };
import { AppError } from '../errors.ts';
import { Instrument, optionsOf } from './instrument.ts';

/** Parses one instrument and checks that all it names exists; throws a TypeError that says what does not. */
export function parseInstrument(data: unknown): Instrument {
  const instrument = Instrument.parse(data);
  const items = new Set(instrument.items.map(({ id }) => id));
  const subscales = new Set(instrument.subscales.map(({ id }) => id));
  const known = (id: string): void => {
    if (!items.has(id)) throw new TypeError(`${instrument.id} has no item ${id}`);
  };
  if (items.size !== instrument.items.length) throw new TypeError(`${instrument.id} has an item twice`);
  for (const item of instrument.items) {
    if (item.answer.kind === 'options' && optionsOf(instrument, item).length === 0) throw new TypeError(`${instrument.id} item ${item.id} has no options`);
  }
  for (const subscale of instrument.subscales) subscale.items.forEach(known);
  for (const skip of instrument.skips) [skip.item, ...Object.keys(skip.set), ...Object.keys(skip.fill), ...skip.blank].forEach(known);
  for (const { item } of instrument.followed ?? []) known(item);
  for (const step of instrument.triage) step.needs.forEach(known);
  for (const condition of [...instrument.alerts, ...instrument.triage].flatMap(({ any }) => any)) {
    if (condition.item !== undefined) known(condition.item);
    if (condition.subscale !== undefined && !subscales.has(condition.subscale)) throw new TypeError(`${instrument.id} has no subscale ${condition.subscale}`);
  }
  return instrument;
}

const parsed: readonly Instrument[] = [cows, phq9, gad7, pcPtsd5, bam, craving, ...rulers, symptomCheck, safetyInquiry, oudCriteria, ...notBundled].map(parseInstrument);
const byName = new Map(parsed.flatMap((instrument) => [instrument.id, instrument.title, instrument.shortTitle, ...instrument.aliases].map((name) => [nameKey(name), instrument] as const)));

/** Names compare by letters and digits only: "PHQ-9", "phq9" and "Phq 9" are one. */
function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Every instrument, those whose wording is not included last. Do not change them: they are shared. */
export function loadInstruments(): readonly Instrument[] {
  return parsed;
}

/** The instrument of this name, id or alias in any case; null when there is none. */
export function findInstrument(name: string): Instrument | null {
  return byName.get(nameKey(name)) ?? null;
}

/** The instrument of this id or name; throws NOT_FOUND. */
export function instrumentById(id: string): Instrument {
  const instrument = findInstrument(id);
  if (instrument === null) throw new AppError('NOT_FOUND', { field: 'instrument' });
  return instrument;
}
