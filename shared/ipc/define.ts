// The shape of one channel's contract and of the envelope its answer travels in.
import { z, type ZodType } from 'zod';
import { ErrorCode } from '../errors.ts';

export type ChannelContract<I extends ZodType = ZodType, O extends ZodType = ZodType> = {
  readonly input: I;
  readonly output: O;
  /** True when the vault must be open; otherwise the answer is LOCKED. */
  readonly needsVault: boolean;
  /** Most calls a second; more are refused with RATE_LIMITED. */
  readonly perSecond: number;
};

/** Declares a channel that needs an open vault. */
export function channel<I extends ZodType, O extends ZodType>(input: I, output: O, perSecond = 50): ChannelContract<I, O> {
  return { input, output, needsVault: true, perSecond };
}

/** Declares a channel that works while the vault is closed. */
export function openChannel<I extends ZodType, O extends ZodType>(input: I, output: O, perSecond = 20): ChannelContract<I, O> {
  return { input, output, needsVault: false, perSecond };
}

export const ErrorEnvelope = z.strictObject({ ok: z.literal(false), code: ErrorCode, facts: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])) });
/** Every answer: `{ok: true, value}` or `{ok: false, code, facts}`. */
export type Envelope<T> = { readonly ok: true; readonly value: T } | z.infer<typeof ErrorEnvelope>;

export const Nothing = z.strictObject({});
