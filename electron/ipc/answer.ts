// What happens to one call from the window, without Electron: sender, arity, rate, size, lock state,
// schema in, the handler, schema out, envelope. Refuses to let a message, path or stack cross back.
import type { ZodType } from 'zod';
import { AppError, type ErrorCode, type ErrorFacts } from '../../shared/errors.ts';
import { CHANNELS, type Channel } from '../../shared/ipc/channels.ts';
import { contract, type ChannelInput, type ChannelOutput } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/define.ts';
import type { Log } from '../log.ts';
import { guardMessage, type GuardCodes } from './messageGuard.ts';
import { createRateLimit } from './rateLimit.ts';
import type { SenderEvent } from './sender.ts';

/** One function per channel; a missing one does not compile. */
export type HandlerTable = { readonly [C in Channel]: (input: ChannelInput<C>) => Promise<ChannelOutput<C>> };

export type AnswerDeps = {
  readonly isTrusted: (event: SenderEvent) => boolean;
  /** Throws LOCKED (or OPEN_ROLLBACK) when this channel needs an open vault and has none. */
  readonly assertOpen: (channel: Channel) => void;
  /** Counts a call that uses the vault until it settles, so that locking can wait for it. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** What must be looked at before the schema, such as the depth of a note, and the codes for it. */
  readonly prechecks: Prechecks;
  readonly monotonicMs: () => number;
  readonly log: Log;
};

export type Prechecks = Readonly<Partial<Record<Channel, { readonly codes: GuardCodes; readonly check: (input: object) => void }>>>;

export type Answer = (event: SenderEvent, args: readonly unknown[]) => Promise<Envelope<unknown>>;

function refusal(code: ErrorCode, facts: ErrorFacts = {}): Envelope<never> {
  return { ok: false, code, facts: { ...facts } };
}

/** Where in the shape the first fault lies; names of fields only. */
function placeOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  return issues[0]?.path.map(String).join('.') || 'root';
}

function parseInput(channel: Channel, schema: ZodType, args: readonly unknown[], deps: AnswerDeps): unknown {
  const [input] = args;
  if (args.length !== 1 || typeof input !== 'object' || input === null || Array.isArray(input)) throw new AppError('BAD_REQUEST', { reason: 'arity' });
  const precheck = deps.prechecks[channel];
  guardMessage(input, precheck?.codes);
  precheck?.check(input);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  deps.log('BAD_REQUEST', { channel, at: placeOf(parsed.error.issues) });
  throw new AppError('BAD_REQUEST', { reason: 'schema' });
}

function toRefusal(channel: Channel, error: unknown, log: Log): Envelope<never> {
  if (error instanceof AppError) return refusal(error.code, error.facts);
  log('INTERNAL', { channel, error: error instanceof Error ? error.name : typeof error });
  return refusal('INTERNAL');
}

/** The answering function of one channel. Never rejects. */
export function createAnswer(channel: Channel, handler: (input: never) => Promise<unknown>, deps: AnswerDeps): Answer {
  const { input: inputSchema, output: outputSchema, needsVault, perSecond } = contract[channel];
  const mayCall = createRateLimit(perSecond, deps.monotonicMs);
  return async (event, args) => {
    try {
      if (!deps.isTrusted(event)) throw new AppError('FORBIDDEN');
      if (!mayCall()) throw new AppError('RATE_LIMITED');
      const input = parseInput(channel, inputSchema, args, deps);
      if (needsVault) deps.assertOpen(channel);
      // The schema just parsed is the handler's own input type; the table's type ties the two together.
      const work = handler(input as never);
      const value = await (needsVault ? deps.track(work) : work);
      const checked = outputSchema.safeParse(value);
      if (checked.success) return { ok: true, value: checked.data };
      deps.log('INTERNAL', { channel, at: placeOf(checked.error.issues) });
      return refusal('INTERNAL');
    } catch (error) {
      return toRefusal(channel, error, deps.log);
    }
  };
}

/** The answering function of every channel, in the order of CHANNELS. */
export function createAnswers(table: HandlerTable, deps: AnswerDeps): readonly (readonly [Channel, Answer])[] {
  return CHANNELS.map((channel) => [channel, createAnswer(channel, table[channel], deps)] as const);
}
