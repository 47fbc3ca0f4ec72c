// A small list of work that must reach the disk before the window may be left or locked. Refuses to
// know what the work is: an editor registers how to finish its own save.

type Flush = () => Promise<void>;
const pending = new Set<Flush>();

/** Registers how to finish a save; it rejects when the text could not be saved. Returns the way out of the list. */
export function registerFlush(flush: Flush): () => void {
  pending.add(flush);
  return () => { pending.delete(flush); };
}

/** Finishes every pending save; true when all reached the disk. */
export async function flushAll(): Promise<boolean> {
  const results = await Promise.allSettled([...pending].map((flush) => flush()));
  return results.every((result) => result.status === 'fulfilled');
}
