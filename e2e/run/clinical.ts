// The clinical command: scores, rule checks and templates as JSON, through the app's own functions. Refuses
// unknown names and impossible answers with exit code 2 and one sentence on stderr.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Instant, LocalDate, parseLocalDate } from '../../shared/dates.ts';
import { isAppError } from '../../shared/errors.ts';
import { acceptedOrders } from '../../shared/measures/answerOrders.ts';
import { findInstrument, loadInstruments } from '../../shared/measures/loadInstruments.ts';
import { score } from '../../shared/measures/score.ts';
import { loadTemplates } from '../../shared/notes/loadTemplates.ts';
import { evaluateRules } from '../../shared/rules/evaluate.ts';
import { readRuleFile } from '../../shared/rules/readRuleFile.ts';
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from '../../shared/rules/settings.ts';
import { readAnswers, UsageError } from './clinicalAnswers.ts';

export type World = { readonly baseFolder: string; readonly clock: () => Date; readonly out: (text: string) => void; readonly err: (text: string) => void };

const HELP = `Usage: npm run -s clinical -- <command>

  score --instrument NAME --answers 1,2,,3   item order, option scores; an empty place is a missing answer
        or by item: --answers 1=3,2=2,7A=0   COWS item 1 also takes the pulse itself
        PC-PTSD-5: six answers with the exposure question first, or five when it was answered yes
        BAM: 23 answers (1 to 6, 7A to 7G, 8 to 17), or 16 without 7A to 7G, with or without a place for 7
        --cut 3 or --female                  lower PC-PTSD-5 cut-off
  rules --record FILE.json                   rule checks (docs/clinical-command.md)
        --today YYYY-MM-DD --now INSTANT     the day and moment to look from
  templates                                  every note template with its fields
  instruments                                every instrument with its items and allowed answers
`;

const OPTIONS = { instrument: { type: 'string' }, answers: { type: 'string' }, record: { type: 'string' }, today: { type: 'string' }, now: { type: 'string' }, cut: { type: 'string' }, 'ptsd-cut': { type: 'string' }, female: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
type Given = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's own advice, a second sentence, is about its syntax and not about this command.
    throw new UsageError(error instanceof Error ? `${error.message.split(/\.? To specify|\.?\n/)[0]}.` : 'The arguments cannot be read.');
  }
}

/** Runs the command; gives its exit code. */
export function clinical(args: readonly string[], world: World): number {
  try {
    const given = parse(args);
    const command = given.positionals[0];
    if (given.values.help === true || command === undefined || command === 'help') {
      world.out(HELP);
      return command === undefined && given.values.help !== true ? 2 : 0;
    }
    world.out(`${JSON.stringify(answer(command, given, world), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.err(`${error.message}\n`);
    return 2;
  }
}

function answer(command: string, { values }: Given, world: World): unknown {
  switch (command) {
    case 'score': return scoreCommand(values);
    case 'rules': return rulesCommand(values, world);
    case 'templates': return loadTemplates();
    case 'instruments': return loadInstruments().map((instrument) => ({ ...instrument, accepts: acceptedOrders(instrument).map(({ length }) => length) }));
    default: throw new UsageError(`There is no command "${command}"; use score, rules, templates or instruments.`);
  }
}

function scoreCommand(values: Given['values']): unknown {
  if (values.instrument === undefined) throw new UsageError('Name the instrument: --instrument COWS.');
  const instrument = findInstrument(values.instrument);
  if (instrument === null) throw new UsageError(`No instrument is called "${values.instrument}"; there are ${loadInstruments().map(({ id }) => id).join(', ')}.`);
  if (values.answers === undefined) throw new UsageError('Give the answers in item order: --answers 1,2,,3.');
  const answers = readAnswers(instrument, values.answers);
  const cuts = cutsOf(values);
  try {
    const { skipped, ...result } = score(instrument, answers, cuts);
    const told = instrument.alerts.filter(({ id }) => result.alerts.includes(id)).map(({ id, severity, text }) => ({ id, severity, text }));
    return { instrument: instrument.id, version: instrument.version, ...result, skipped, alertDetails: told, validated: instrument.validated };
  } catch (error) {
    if (!isAppError(error, 'BAD_REQUEST')) throw error;
    throw new UsageError(`Item ${error.facts['item']} of ${instrument.id} cannot be answered so; it takes ${error.facts['allowed']}.`);
  }
}

function cutsOf(values: Given['values']) {
  const { ptsdCut, ptsdCutLower, bamUse, bamRisk, bamProtective } = DEFAULT_RULE_SETTINGS;
  const text = values.cut ?? values['ptsd-cut'];
  if (text !== undefined && !/^[0-5]$/.test(text)) throw new UsageError('The cut-off is a number from 0 to 5.');
  return { bamUse, bamRisk, bamProtective, ptsdCut: text === undefined ? (values.female === true ? ptsdCutLower : ptsdCut) : Number(text) };
}

function readJson(path: string, baseFolder: string): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(baseFolder, path), 'utf8');
  } catch (error) {
    throw new UsageError(`The file "${path}" cannot be read.`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`The file "${path}" is not JSON.`, { cause: error });
  }
}

function rulesCommand(values: Given['values'], world: World): unknown {
  if (values.record === undefined) throw new UsageError('Name the record: --record FILE.json.');
  const file = refusing(() => readRuleFile(readJson(values.record ?? '', world.baseFolder)));
  const { today, now } = moment(values, file, world.clock());
  const results = evaluateRules(file.record, file.settings, today, now);
  const count = (severity: string): number => results.filter((result) => result.severity === severity).length;
  return { today, now, counts: { alert: count('alert'), warn: count('warn'), info: count('info') }, results };
}

function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isAppError(error, 'BAD_REQUEST')) throw error;
    const { at, problem, instrument, item, allowed } = error.facts;
    if (at !== undefined) throw new UsageError(`The record does not fit the format${at === '' ? '' : ` at ${at}`}: ${problem}.`, { cause: error });
    throw new UsageError(`Item ${item} of ${instrument} cannot be answered so${allowed === undefined ? '' : `; it takes ${allowed}`}.`, { cause: error });
  }
}

// The options win over the file; a day without a moment is looked at from its noon.
function moment(values: Given['values'], file: { readonly today: LocalDate | null; readonly now: Instant | null; readonly settings: RuleSettings }, clock: Date): { today: LocalDate; now: Instant } {
  const givenToday = values.today === undefined ? null : LocalDate.safeParse(values.today);
  const givenNow = values.now === undefined ? null : Instant.safeParse(values.now);
  if (givenToday?.success === false) throw new UsageError('--today is a day that exists, as YYYY-MM-DD.');
  if (givenNow?.success === false) throw new UsageError('--now is an instant such as 2026-03-10T15:00:00Z.');
  const named = givenToday?.data ?? file.today;
  const now = givenNow?.data ?? file.now ?? (named === null ? Instant.parse(clock.toISOString()) : Instant.parse(`${named}T12:00:00.000Z`));
  return { today: named ?? parseLocalDate(now.slice(0, 10)), now };
}
