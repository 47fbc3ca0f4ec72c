// The screen of a draft by itself, with a given note, for measuring what a key press costs (e2e/bench/typing.bench.ts).
// No entry of the app: nothing of it is built or shipped. Refuses to save anywhere: the machine behind it answers from memory.
import '../data/zodSetup.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../screens/note/note.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OpenNote } from '../../shared/ipc/notesContract.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { DraftNote } from '../screens/note/DraftNote.tsx';

/** What main would answer; what is not named here is refused, as a vault that is locked would. */
function answers(revision: () => number): Readonly<Record<string, () => unknown>> {
  return {
    'settings:get': () => DEFAULT_SETTINGS,
    'phrases:list': () => ({ phrases: [], revision: 0 }),
    'notes:saveDraft': () => ({ revision: revision(), savedAt: Date.now() }),
    'notes:overlaps': () => ({ notes: [] }),
    // As many words not known as in an ordinary note: none of the bench's own.
    'spelling:check': () => ({ unknown: [] }),
    'spelling:words': () => ({ words: [] }),
    'plans:list': () => ({ heads: [], unreadable: 0 }),
  };
}

function memoryMachine(firstRevision: number): typeof globalThis.api {
  let revision = firstRevision;
  const known = answers(() => (revision += 1));
  const noun = (name: string) => new Proxy({}, { get: (_target, verb) => async (input: unknown) => {
    // As at the process border: what is sent is copied.
    structuredClone(input);
    const answer = known[`${name}:${String(verb)}`];
    return answer ? { ok: true, value: answer() } : { ok: false, code: 'LOCKED', facts: {} };
  } });
  return new Proxy({}, { get: (_target, name) => (name === 'on' ? () => () => undefined : noun(String(name))) }) as typeof globalThis.api;
}

const nothing = (): void => undefined;

async function show(root: HTMLElement): Promise<void> {
  const open = OpenNote.parse(await (await fetch('/note.json')).json());
  globalThis.api = memoryMachine(open.revision);
  createRoot(root).render(<StrictMode><DraftNote open={open} onSigned={nothing} onReplaced={nothing} onReopen={nothing} onVersions={nothing} onPrint={nothing} onClose={nothing} /></StrictMode>);
}

const root = document.querySelector<HTMLElement>('#root');
if (root) await show(root);
