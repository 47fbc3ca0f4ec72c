// What must be settled before the window may be left or locked: saves on their way, and forms that are
// saved by their button. Refuses to know what the work is: an editor or a form registers how to finish it.

type Flush = () => Promise<void>;

/** A form with something typed in it that is not saved. */
export type UnsavedForm = {
  /** What it is called on the screen; never a client's name. */
  readonly name: string;
  /** Saves it, where it can be saved from outside; false when its answers must be mended first. */
  readonly save: (() => Promise<boolean>) | null;
  /** The person gives up what was typed. */
  readonly drop: () => void;
};

const pending = new Set<Flush>();
const forms = new Set<() => UnsavedForm | null>();

/** Registers how to finish a save; it rejects when the text could not be saved. Returns the way out of the list. */
export function registerFlush(flush: Flush): () => void {
  pending.add(flush);
  return () => { pending.delete(flush); };
}

/** Registers a form; `ask` answers null while nothing typed is unsaved. Returns the way out of the list. */
export function registerForm(ask: () => UnsavedForm | null): () => void {
  forms.add(ask);
  return () => { forms.delete(ask); };
}

function unsavedForms(): UnsavedForm[] {
  return [...forms].flatMap((ask) => ask() ?? []);
}

/** True while a form stands on the page, whether anything was typed in it or not. */
export function hasForms(): boolean {
  return forms.size > 0;
}

/** The form to ask about first; null when none holds anything unsaved. */
export function unsavedForm(): UnsavedForm | null {
  return unsavedForms().at(-1) ?? null;
}

/** The person gives up every form that is not saved. */
export function dropForms(): void {
  for (const form of unsavedForms()) form.drop();
}

/** Saves every form that holds something; false as soon as one cannot be saved. */
export async function saveForms(): Promise<boolean> {
  for (const form of unsavedForms()) {
    if (form.save === null || !await form.save()) return false;
  }
  return true;
}

/** Finishes every save on its way; true when all reached the disk. Leaves forms alone. */
export async function flushPending(): Promise<boolean> {
  const results = await Promise.allSettled([...pending].map((flush) => flush()));
  return results.every((result) => result.status === 'fulfilled');
}

/** Before a lock: finishes every save, and saves each form that can be. True when nothing is left unsaved. */
export async function flushAll(): Promise<boolean> {
  const [saved, ...kept] = await Promise.allSettled([flushPending(), ...unsavedForms().map((form) => form.save?.() ?? false)]);
  return saved.status === 'fulfilled' && saved.value && kept.every((result) => result.status === 'fulfilled' && result.value);
}
