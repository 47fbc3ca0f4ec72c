// One open draft: its text and header outside of the editor, its autosave, and what is known about
// it. Refuses work that grows with the note on a key press: marks, words and hints follow in pauses.
import { useEffect, useMemo, useState } from 'react';
import type { Descendant } from 'slate';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Block, FieldElement, NoteDocument, SectionElement } from '../../../shared/notes/document.ts';
import type { NoteHeader } from '../../../shared/notes/note.ts';
import { wordCount } from '../../../shared/notes/plainText.ts';
import { sectionStates, type SectionState } from '../../../shared/notes/sectionState.ts';
import { signProblems, type SignCheck } from '../../../shared/notes/signing.ts';
import { noteFactsKey } from '../../../shared/rules/noteFacts.ts';
import { api } from '../../api.ts';
import { askAgain } from '../../data/changes.ts';
import { registerFlush } from '../../data/flush.ts';
import { forgetSaved } from '../../data/noteAhead.ts';
import { createPause } from '../../data/pause.ts';
import { toDocument } from '../../editor/documentShape.ts';
import { createAutosave, type Autosave, type AutosaveState } from './autosave.ts';
import { tellStatusLine } from './saveTeller.ts';
import { wallClock } from './wallClock.ts';
import { sectionAnswered } from './NoteReading.tsx';

export type OpenNote = ChannelOutput<'notes:get'>;
/** What is worked out from the note in pauses. */
export type Insight = { check: SignCheck; words: number | null; /** Sections in which anything stands. */ filled: ReadonlySet<string>; sections: ReadonlyMap<string, SectionState>; /** Changes when the rule checks have something new to read. */ facts: string };

/** Pause before marks and hints are worked out anew. */
const INSIGHT_MS = 400;

export type Draft = {
  header: NoteHeader;
  changeHeader: (change: Partial<NoteHeader>) => void;
  changeText: (children: readonly Descendant[]) => void;
  /** The document as it is now. */
  document: () => NoteDocument;
  revision: () => number;
  /** True while nothing in the document is answered. */
  isBlank: () => boolean;
  /** Puts another document in place of this one; the editor is to be built anew (`turn` has grown). */
  replace: (document: NoteDocument) => void;
  turn: number;
  flush: () => Promise<void>;
  save: AutosaveState;
  insight: Insight;
};

const counted = new WeakMap<object, number>();

/** Words of one block or field, counted once for each state of it. */
function wordsIn(part: Block | FieldElement): number {
  const known = counted.get(part);
  if (known !== undefined) return known;
  const child: SectionElement['children'][number] = part.type === 'field' ? part : { type: 'textField', fieldId: '', children: [part] };
  const words = wordCount([{ type: 'section', sectionId: '', children: [child] }]);
  counted.set(part, words);
  return words;
}

function wordsOf(document: NoteDocument): number {
  return document.flatMap((section) => section.children).flatMap((child): (Block | FieldElement)[] => (child.type === 'textField' ? child.children : [child])).reduce((sum, part) => sum + wordsIn(part), 0);
}

/** `words` is left out where the note is only just opened: counting a long one would hold its first sight. */
function insightOf(header: NoteHeader, document: NoteDocument, { template, born }: OpenNote, words: number | null): Insight {
  const check = signProblems({ header, document }, template, wallClock(), born);
  const sections = sectionStates(document, template, check.blocking);
  return { check, facts: noteFactsKey({ status: 'draft', header, document }), words, filled: new Set([...sections].flatMap(([id, state]) => (state === 'empty' ? [] : [id]))), sections };
}

/** The only copy of the text that counts: the editor may be rebuilt from it at any time. */
class DraftText {
  #children: readonly Descendant[] | null = null;
  #document: NoteDocument;
  header: NoteHeader;
  revision: number;

  constructor(open: OpenNote) {
    this.#document = open.value.document;
    this.header = open.value.header;
    this.revision = open.revision;
  }

  set children(children: readonly Descendant[]) {
    this.#children = children;
  }

  set document(document: NoteDocument) {
    this.#children = null;
    this.#document = document;
  }

  get document(): NoteDocument {
    if (this.#children) {
      this.#document = toDocument(this.#children);
      this.#children = null;
    }
    return this.#document;
  }
}

/** Opens a draft for writing. */
export function useDraft(open: OpenNote): Draft {
  const { template } = open;
  const fields = useMemo(() => new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field])), [template]);
  const [text] = useState(() => new DraftText(open));
  const [header, setHeader] = useState(open.value.header);
  const [turn, setTurn] = useState(0);
  const [save, setSave] = useState<AutosaveState>({ kind: 'clean', savedAt: null });
  const [insight, setInsight] = useState(() => insightOf(open.value.header, open.value.document, open, null));
  const [thinking] = useState(() => createPause(INSIGHT_MS, () => setInsight(insightOf(text.header, text.document, open, wordsOf(text.document)))));
  const [teller] = useState(tellStatusLine);
  const [told] = useState(() => ({ behind: false }));
  const [autosave] = useState<Autosave>(() => createAutosave({
    now: () => Date.now(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (id) => clearTimeout(id as ReturnType<typeof setTimeout>),
    onState: (state) => { setSave(state); teller.tell(state); },
    save: async () => {
      const receipt = await api.notes.saveDraft({ noteId: open.value.id, revision: text.revision, header: text.header, document: text.document });
      text.revision = receipt.revision;
      forgetSaved(open.value.id);
      told.behind = true;
      return { savedAt: receipt.savedAt };
    },
  }));

  useEffect(() => {
    const release = registerFlush(() => autosave.flush().finally(() => teller.settle()));
    const soon = () => { autosave.flush().then(undefined, () => undefined); };
    globalThis.addEventListener('blur', soon);
    globalThis.addEventListener('beforeunload', soon);
    return () => {
      // Leaving the screen saves what is left; the refusal, if any, stays in the status bar.
      autosave.flush().then(undefined, () => undefined).finally(() => {
        autosave.stop();
        teller.settle();
        // Lists that show this note ask once, now, and not at every save while it was written.
        if (told.behind) askAgain();
        told.behind = false;
      });
      release();
      globalThis.removeEventListener('blur', soon);
      globalThis.removeEventListener('beforeunload', soon);
      thinking.stop();
    };
  }, [autosave, teller, thinking, told]);

  // One set of handlers for the life of the draft: the editor must not be drawn again because the header changed.
  const [acts] = useState(() => {
    const changed = () => {
      autosave.touch();
      thinking.touch();
    };
    return {
      changeHeader: (change: Partial<NoteHeader>) => {
        text.header = { ...text.header, ...change };
        setHeader(text.header);
        changed();
      },
      changeText: (children: readonly Descendant[]) => { text.children = children; changed(); },
      document: () => text.document,
      revision: () => text.revision,
      isBlank: () => !text.document.some((section) => sectionAnswered(section, fields)),
      replace: (document: NoteDocument) => {
        text.document = document;
        setTurn((before) => before + 1);
        changed();
      },
      flush: () => autosave.flush(),
    };
  });
  // Counts the words once the note stands there.
  useEffect(() => thinking.touch(), [thinking]);
  return { header, save, insight, turn, ...acts };
}
