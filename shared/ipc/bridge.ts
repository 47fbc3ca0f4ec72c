// The type of `window.api`, as the preload exposes it and the renderer uses it.
import type { Channel, EventName } from './channels.ts';
import type { ChannelInput, ChannelOutput } from './contract.ts';
import type { Envelope } from './define.ts';

type Noun<C extends string> = C extends `${infer N}:${string}` ? N : never;
type Verb<C extends string, N extends string> = C extends `${N}:${infer V}` ? V : never;

/** `window.api.notes.sign(input)` for the channel `notes:sign`; never throws for a refusal, answers with an envelope. */
export type BridgeApi = {
  readonly [N in Noun<Channel>]: {
    readonly [V in Verb<Channel, N>]: (input: ChannelInput<Extract<Channel, `${N}:${V}`>>) => Promise<Envelope<ChannelOutput<Extract<Channel, `${N}:${V}`>>>>;
  };
} & {
  /** Listens to an event of main; returns the function that stops listening. */
  readonly on: (event: EventName, listener: (detail: string) => void) => () => void;
};
