// The screen of a draft by itself, with a given note, for measuring what a key press costs (e2e/bench/typing.bench.ts).
// No entry of the app: nothing of it is built or shipped. Refuses to save anywhere: the machine behind it answers from memory.
import '../data/zodSetup.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../screens/note/note.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { z } from 'zod';
import { OpenNote as OpenNoteSchema } from '../../shared/ipc/notesContract.ts';
import { LocalId } from '../../shared/brand.ts';
import type { Phrase } from '../../shared/phrases/phrase.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { wayBackText } from '../../shared/text/en/frame.ts';
import { newLocalId } from '../data/today.ts';
import { NoteEditor } from '../editor/NoteEditor.tsx';
import { useDraft } from '../screens/note/useDraft.ts';
import { DraftNote } from '../screens/note/DraftNote.tsx';

/** What main would answer; what is not named here is refused, as a vault that is locked would. */
function answers(revision: () => number): Readonly<Record<string, (input: unknown) => unknown>> {
  return {
    'settings:get': () => DEFAULT_SETTINGS,
    'phrases:list': () => ({ phrases: [], revision: 0, damaged: false }),
    'notes:saveDraft': () => ({ revision: revision(), savedAt: Date.now() }),
    'notes:overlaps': () => ({ notes: [] }),
    'spelling:check': (input) => ({ unknown: unknownOf(input) }),
    'spelling:words': () => ({ words: [] }),
    'plans:list': () => ({ heads: [], unreadable: 0 }),
  };
}

/** One word in twenty is underlined, as in a note with names. */
function unknownOf(input: unknown): string[] {
  const words = typeof input === 'object' && input !== null && 'words' in input && Array.isArray(input.words) ? input.words : [];
  return words.filter((_word, index) => index % 20 === 0).map(String);
}

function memoryMachine(firstRevision: number): typeof globalThis.api {
  let revision = firstRevision;
  const known = answers(() => (revision += 1));
  const noun = (name: string) => new Proxy({}, { get: (_target, verb) => async (input: unknown) => {
    // As at the process border: what is sent is copied.
    structuredClone(input);
    const answer = known[`${name}:${String(verb)}`];
    return answer ? { ok: true, value: answer(input) } : { ok: false, code: 'LOCKED', facts: {} };
  } });
  return new Proxy({}, { get: (_target, name) => (name === 'on' ? () => () => undefined : noun(String(name))) }) as typeof globalThis.api;
}

type OpenNote = z.infer<typeof OpenNoteSchema>;
const nothing = (): void => undefined;
const PHRASES: readonly Phrase[] = ['open', 'homework', 'next'].map((name, index) => ({ id: LocalId.parse(`abcdefghi${'jkl'[index] ?? 'j'}`), name, text: 'Came [[on time]].' }));

/** The editor with its toolbar, marks, phrases and autosave. */
function EditorAlone({ open }: { open: OpenNote }) {
  const draft = useDraft(open);
  return <NoteEditor template={open.template} read={draft.document} newRowId={newLocalId} onChange={draft.changeText} onNotice={nothing} phrases={PHRASES} wordingHints />;
}


async function show(root: HTMLElement): Promise<void> {
  const open = OpenNoteSchema.parse(await (await fetch('/note.json')).json());
  globalThis.api = memoryMachine(open.revision);
  // Like for like with editors that stand alone: the editor with everything that watches its text, and nothing around it.
  if (new URLSearchParams(location.search).get('part') === 'editor') createRoot(root).render(<StrictMode><EditorAlone open={open} /></StrictMode>);
  else createRoot(root).render(<StrictMode><DraftNote open={open} onSigned={nothing} onReplaced={nothing} onReopen={nothing} onVersions={nothing} onPrint={nothing} backWords={wayBackText.tabs.notes} onClose={nothing} /></StrictMode>);
}

const root = document.querySelector<HTMLElement>('#root');
if (root) await show(root);
