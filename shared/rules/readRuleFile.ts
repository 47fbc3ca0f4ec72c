// Reads a record written by hand for the rule checks (docs/clinical-command.md). Refuses, by place and
// reason, what no schema knows: a misspelt field would otherwise silence a rule.
import type { z } from 'zod';
import { Instant, LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { findInstrument } from '../measures/loadInstruments.ts';
import { asInstant, asObject, fillRecord } from './fileShape.ts';
import { RuleRecord } from './ruleRecord.ts';
import { DEFAULT_RULE_SETTINGS, RuleSettings } from './settings.ts';

export type RuleFile = { readonly record: RuleRecord; readonly settings: RuleSettings; readonly today: LocalDate | null; readonly now: Instant | null };

function refusal(error: z.ZodError): AppError {
  const issue = error.issues[0];
  return new AppError('BAD_REQUEST', { at: issue?.path.map(String).join('.') ?? '', problem: issue?.message === 'DATE_INVALID' ? 'not a day that exists (YYYY-MM-DD)' : issue?.message ?? 'not a record' });
}

function parse<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw refusal(result.error);
  return result.data;
}

/** Throws BAD_REQUEST {at, problem} for anything that the format does not know. */
export function readRuleFile(data: unknown): RuleFile {
  const given = asObject(data);
  if (given === null) throw new AppError('BAD_REQUEST', { at: '', problem: 'the file must hold one JSON object' });
  const { today, now, settings, about: _, ...rest } = given;
  const record = parse(RuleRecord, fillRecord(rest));
  for (const [index, { instrumentId, total }] of record.measures.entries()) {
    const instrument = findInstrument(instrumentId);
    if (instrument === null) throw new AppError('BAD_REQUEST', { at: `measures.${index}.instrument`, problem: `no instrument is called "${instrumentId}"` });
    if (total !== null && (instrument.total === null || total < 0 || total > instrument.total.max)) throw new AppError('BAD_REQUEST', { at: `measures.${index}.total`, problem: `${instrument.id} has ${instrument.total === null ? 'no total' : `a total of 0 to ${instrument.total.max}`}` });
  }
  return {
    record, settings: parse(RuleSettings, { ...DEFAULT_RULE_SETTINGS, ...(asObject(settings ?? {}) ?? { settings }) }),
    today: today === undefined ? null : parse(LocalDate, today), now: now === undefined ? null : parse(Instant, asInstant(now)),
  };
}
