// Words about note templates: their groups, the practice's own ones, and why a change or a file was not taken.
import type { TemplateColumn, TemplateField, TemplateGroup } from '../../notes/template.ts';

export const templateGroupLabels = {
  session: 'Sessions', assessment: 'Assessment', formats: 'Note formats', safety: 'Safety', coordination: 'Coordination and discharge', short: 'Short notes',
} as const satisfies Record<TemplateGroup, string>;

export const fieldKindLabels = {
  text: 'Long text', shortText: 'Short text', scale: 'Scale 0 to 10', number: 'Number', choice: 'One of several', multiChoice: 'Any of several', date: 'Date', time: 'Time', checklist: 'Checklist', table: 'Table',
  instrumentScore: 'Score of a measure', drugTest: 'Drug-test result', medication: 'Medication', objectives: 'Plan objectives with progress', riskCheck: 'Risk check',
} as const satisfies Record<TemplateField['kind'], string>;

export const columnKindLabels = {
  text: 'Short text', longText: 'Long text', number: 'Number', percent: 'Percent', scale: 'Scale 0 to 10', date: 'Date', choice: 'One of several',
} as const satisfies Record<TemplateColumn['kind'], string>;

/** Words of scores, and columns of the tables that are the same in every template. */
export const presetTableText = {
  scoreOf: (max: number) => `of ${max}`,
  urgentItem: (id: string, text: string) => `Item ${id}: ${text}`,
  urgentOption: (score: number, label: string) => `${score} ${label}`,
  urgentAnswer: (id: string, score: number, label: string) => `item ${id}: ${score} (${label})`,
  drugTest: { row: 'substance', substance: 'Substance', name: 'If other, which', result: 'Result', value: 'Level, if given' },
  medication: { row: 'medication', kind: 'Medication', product: 'Product', dose: 'Dose, as told', doseHint: 'In the words of the client or prescriber', lastTaken: 'Last taken', missed: 'Doses missed in 7 days', nextDue: 'Next due' },
  objectives: { row: 'objective', number: 'Objective', numberHint: 'Number in the plan, such as 1.a', rating: 'Progress', comment: 'How you can tell' },
  riskCheck: { row: 'risk', risk: 'Risk', level: 'Level', action: 'What was done' },
} as const;

/** Why a change to an own template was not made. */
export const templateRefusalText = {
  sectionUnknown: 'That section is no longer there. Open the template again.',
  fieldUnknown: 'That field is no longer there. Open the template again.',
  placeUnknown: 'There is no such place to move to.',
  lastSection: 'A template needs at least one section. Add another before you take this one out.',
  lastField: 'A section needs at least one field. Add another first, or take out the whole section.',
  noText: 'A template needs at least one place for running text, so that nothing said is lost.',
  nameEmpty: 'Give it a name.',
  nameLong: 'That name is too long. Use up to {max} characters.',
  idTaken: 'Two places may not have the same name inside the file. Change one of them.',
  tooManySections: 'A template holds up to {max} sections. Take one out first.',
  tooManyFields: 'A template holds up to {max} fields. Take one out first.',
  lastColumn: 'A table needs at least one column. Add another before you take this one out.',
  tooManyColumns: 'A table holds up to {max} columns. Take one out first.',
  rangeEmpty: 'The highest number has to be above the lowest one.',
  decimals: 'The lowest or the highest number of “{at}” has more decimals than that. Change it first.',
  condition: 'Whether “{at}” must be filled in depends on this. Take that condition away first.',
  notValid: 'This cannot be kept: something in {at} is missing or out of range.',
} as const;

/** Why a template file was not read; nothing was changed. */
export const templateFileText = {
  tooLarge: 'This file is larger than any template. Nothing was changed.',
  notJson: 'This is not a template file: it could not be read. Nothing was changed.',
  notTemplate: 'This is not a template file of Throughline. Nothing was changed.',
  newer: 'This template file was made by a newer version of Throughline. Update Throughline to read it.',
  tooDeep: 'This file is nested more deeply than any template. Nothing was changed.',
  forbiddenName: 'This file uses the name “{name}”, which could change how the app works. Nothing was changed.',
  reference: 'This file points from {at} to another part instead of writing it out, and could point in a circle. Nothing was changed.',
  unknownKind: 'The field “{field}” is of a kind that is not known here: “{kind}”. Nothing was changed.',
  duplicateId: 'Two places in this file have the same id: “{id}”. Nothing was changed.',
  tooManyFields: 'This file has {count} fields; a template holds up to {max}. Nothing was changed.',
  serviceType: 'This file names a kind of service that is not known here: “{name}”. Nothing was changed.',
  notValid: 'Something in this file is missing or out of range, at {at}. Nothing was changed.',
} as const;

/** A hint while a template is edited: places that most payers and licensing bodies look for. */
export const templateHintText = {
  missing: (labels: readonly string[]) => `A service note is usually asked for: ${labels.join(', ')}. This template has no place for ${labels.length === 1 ? 'it' : 'them'}.`,
} as const;

/** Fills the facts of a sentence in; a fact that is missing leaves its place as it is. */
export function templateSentence(text: string, facts: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
}
