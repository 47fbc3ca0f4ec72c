// Checks in pregnancy (CLINICAL B.6: PREG). Refuses to weigh: the prescriber and obstetrics decide, today.
import { isAgonist, isCurrent, isNaltrexone } from '../clinical/medication.ts';
import { isPlanned } from '../continuum/position.ts';
import { addDays, type LocalDate } from '../dates.ts';
import { ruleText } from '../text/en/rules.ts';
import { currentMedications, eventMedication, isWithdrawalLevel, medicationStarts, medicationStops, type RuleContext } from './context.ts';
import { type Evidence, evidence, type Finding } from './rule.ts';

type Pregnancy = { readonly since: LocalDate; readonly sure: boolean; readonly evidence: Evidence };

// Any one source is enough: the card, an open spell or an overlay. Missing one would cost more than asking twice.
function pregnancy({ record, clinical, settings, today }: RuleContext): Pregnancy | null {
  const earliest = addDays(today, -settings.pregnancyLookbackDays);
  const { pregnancy: status, id } = record.client;
  const spells = clinical.pregnancy.filter(({ start, end }) => start <= today && (end === null || end > today)).map((spell): Pregnancy => ({ since: spell.start, sure: spell.status === 'pregnant', evidence: evidence('pregnancy', spell.id, 'status', spell.status) }));
  const card: Pregnancy[] = status === 'pregnant' || status === 'possible' ? [{ since: earliest, sure: status === 'pregnant', evidence: evidence('client', id, 'pregnancy', status) }] : [];
  const overlays = record.episodes.flatMap((episode) => episode.overlays).filter(({ kind, start, end }) => kind === 'PREGNANCY' && start <= today && (end === null || end >= today)).map((overlay): Pregnancy => ({ since: overlay.start, sure: true, evidence: evidence('overlay', overlay.id, 'kind', 'PREGNANCY') }));
  const all = [...spells, ...card, ...overlays];
  const named = all.find(({ sure }) => sure) ?? all[0];
  if (named === undefined) return null;
  // Once it is certain, what happened while it was possible still counts.
  return { ...named, since: all.map(({ since }) => since).toSorted()[0] ?? named.since };
}

/** R-PREG1: pregnant or possibly so, with withdrawal management planned or under way, or methadone or buprenorphine stopped or tapered. */
export function pregnancyWithdrawal(context: RuleContext): Finding | null {
  const found = pregnancy(context);
  if (found === null) return null;
  const phases = context.record.episodes.filter(({ status }) => status !== 'completed' && status !== 'closed').flatMap((episode) => episode.phases).filter((phase) => isWithdrawalLevel(phase.level) && (isPlanned(phase) || (phase.actualStart !== null && (phase.actualEnd === null || phase.actualEnd >= context.today))));
  if (phases.length > 0) return { severity: 'alert', message: ruleText.pregnancyWithdrawal, evidence: [found.evidence, ...phases.map(({ id, level }) => evidence('phase', id, 'level', level))] };
  const ends = agonistEnds(context, found.since);
  return ends.length === 0 ? null : { severity: 'alert', message: ruleText.pregnancyStop, evidence: [found.evidence, ...ends] };
}

// A stop that is followed by another agonist in use today was a change of medicine, not an end of it.
function agonistEnds(context: RuleContext, since: LocalDate): Evidence[] {
  const { clinical, events, today } = context;
  const tapers = currentMedications(context).filter((medication) => isAgonist(medication) && medication.tapering).map(({ id }) => evidence('medication', id, 'tapering', 'yes'));
  const taperEvents = events.filter((event) => event.type === 'MED_CHANGE' && event.date >= since && /\b(taper|lower|reduc|wean)/i.test(`${event.fields['reason'] ?? ''} ${event.note}`)).filter((event) => {
    const kind = eventMedication(event);
    return kind !== null && isAgonist({ kind });
  }).map(({ id, date }) => evidence('event', id, 'date', date));
  const goesOn = clinical.medications.some((medication) => isAgonist(medication) && isCurrent(medication, today) && medication.stop === null);
  const stops = goesOn ? [] : medicationStops(context, isAgonist).filter(({ date }) => date >= since).map((turn) => turn.evidence);
  return [...tapers, ...taperEvents, ...stops];
}

/** R-PREG2: pregnant, with naltrexone in use or about to start. Only possibly so asks nothing here. */
export function pregnancyNaltrexone(context: RuleContext): Finding | null {
  const found = pregnancy(context);
  if (found === null || !found.sure) return null;
  const taken = medicationStarts(context, isNaltrexone).filter(({ date, medication }) => (medication === null ? date >= found.since && !stoppedSince(context, date) : medication.stop === null || medication.stop > context.today));
  return taken.length === 0 ? null : { severity: 'alert', message: ruleText.pregnancyNaltrexone, evidence: [found.evidence, ...taken.map((turn) => turn.evidence)] };
}

function stoppedSince(context: RuleContext, date: LocalDate): boolean {
  return medicationStops(context, isNaltrexone).some((stop) => stop.date >= date);
}
