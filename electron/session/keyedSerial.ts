// Runs work on one client one piece after another, so that two saves that both touch the client's
// card do not refuse each other. Refuses to let a failed piece stop the next one.

export type KeyedSerial = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Work with the same key runs in the order of the calls; different keys do not wait for each other. */
export function createKeyedSerial(): KeyedSerial {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    // The caller gets the failure; the tail only says "done".
    const tail = mine.then(() => undefined, () => undefined).then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    tails.set(key, tail);
    return mine;
  };
}
