// The three clocks of the main process, passed in so that tests can turn them. Refuses to be read anywhere else.
import { Instant, localDateOf, LocalTime, type LocalDate } from '../../shared/dates.ts';

export type Clock = {
  /** Milliseconds since the epoch; may jump when the person sets the clock. */
  readonly now: () => number;
  /** Minutes east of UTC at this moment. */
  readonly offsetMinutes: () => number;
  /** Milliseconds that only ever grow; for waits and idle time. */
  readonly monotonicMs: () => number;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  offsetMinutes: () => -new Date().getTimezoneOffset(),
  monotonicMs: () => performance.now(),
};

/** The day it is for the person at this computer. */
export function todayOf(clock: Clock): LocalDate {
  return localDateOf(clock.now(), clock.offsetMinutes());
}

/** This moment, as records hold it. */
export function instantOf(clock: Clock): Instant {
  return Instant.parse(new Date(clock.now()).toISOString());
}

/** The time on the wall, to the minute. */
export function wallTimeOf(clock: Clock): LocalTime {
  return LocalTime.parse(new Date(clock.now() + clock.offsetMinutes() * 60_000).toISOString().slice(11, 16));
}
