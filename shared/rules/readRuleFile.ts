// Reads a record written by hand for the rule checks (docs/clinical-command.md). Refuses, by place and
// reason, what no schema knows: a misspelled field would otherwise silence a rule.
import type { z } from 'zod';
import { Instant, LocalDate } from '../dates.ts';
import { AppError } from '../errors.ts';
import { checkGiven, checkRecord, unknownField } from './checkRuleFile.ts';
import { asInstant, asObject, fillRecord } from './fileShape.ts';
import { RuleRecord } from './ruleRecord.ts';
import { DEFAULT_RULE_SETTINGS, RuleSettings } from './settings.ts';

export type RuleFile = { readonly record: RuleRecord; readonly settings: RuleSettings; readonly today: LocalDate | null; readonly now: Instant | null };

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'not a record';
  if (issue.code === 'unrecognized_keys') return unknownField(issue.keys[0] ?? '');
  if (issue.message === 'DATE_INVALID') return 'not a day that exists (YYYY-MM-DD)';
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return 'missing';
  if (issue.code !== 'invalid_format') return issue.message;
  return issue.format === 'datetime' ? 'not an instant (2026-03-20T12:00:00Z)' : /time$/i.test(String(issue.path.at(-1))) ? 'not a time of day (HH:MM)' : issue.message;
}

function parse<S extends z.ZodType>(schema: S, value: unknown, under: readonly string[] = []): z.infer<S> {
  const result = schema.safeParse(value);
  if (!result.success) {
    // A misspelled name tells more than what is missing because of it.
    const issue = result.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? result.error.issues[0];
    throw new AppError('BAD_REQUEST', { at: [...under, ...issue?.path.map(String) ?? []].join('.'), problem: problemOf(issue) });
  }
  return result.data;
}

/** Throws BAD_REQUEST {at, problem} for anything that the format does not know. */
export function readRuleFile(data: unknown): RuleFile {
  const given = asObject(data);
  if (given === null) throw new AppError('BAD_REQUEST', { at: '', problem: 'the file must hold one JSON object' });
  const { today, now, settings, about: _, ...rest } = given;
  checkGiven(rest);
  const record = parse(RuleRecord, fillRecord(rest));
  checkRecord(record, rest);
  return {
    record, settings: parse(RuleSettings, { ...DEFAULT_RULE_SETTINGS, ...(asObject(settings ?? {}) ?? { settings }) }, ['settings']),
    today: today === undefined ? null : parse(LocalDate, today, ['today']), now: now === undefined ? null : parse(Instant, asInstant(now), ['now']),
  };
}
