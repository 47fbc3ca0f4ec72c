// The template being edited, its last states for undo, and why a change was refused. Refuses to keep a template that
// would not open: every change goes through the checked functions of shared/notes/ownTemplate.ts.
import { useCallback, useRef, useState } from 'react';
import type { TemplateEdit } from '../../../shared/notes/ownTemplate.ts';
import type { NoteTemplate } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { templateRefusalText, templateSentence } from '../../../shared/text/en/templates.ts';

const MOST_STEPS = 100;

export type TemplateEdits = {
  readonly template: NoteTemplate;
  readonly refusal: string | null;
  /** False where the change was refused. */
  readonly apply: (edit: (template: NoteTemplate) => TemplateEdit) => boolean;
  /** A box says whether it holds a line that is not taken. */
  readonly hold: (name: string, on: boolean) => void;
  /** What can be saved at this moment; null, with a sentence, while a box holds a line that is not taken. */
  readonly ready: () => NoteTemplate | null;
  readonly undo: (() => void) | null;
  /** Takes the sentence of a refusal away, once something else is being typed. */
  readonly clear: () => void;
};

export function useTemplateEdits(first: NoteTemplate, onEdit: () => void): TemplateEdits {
  const [states, setStates] = useState<readonly [NoteTemplate, ...NoteTemplate[]]>([first]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const latest = useRef(first);
  /** Boxes that hold a line which is not taken. */
  const open = useRef(new Set<string>());
  const [template, ...before] = states;
  const [last, ...older] = before;
  const hold = useCallback((name: string, on: boolean) => { if (on) open.current.add(name); else open.current.delete(name); }, []);
  return {
    template, refusal, clear: () => setRefusal(null),
    hold,
    ready() {
      if (open.current.size === 0) return latest.current;
      setRefusal((before) => before ?? ownTemplatesText.editor.notTaken);
      return null;
    },
    apply(edit) {
      const result = edit(latest.current);
      if (result.ok) latest.current = result.template;
      setRefusal(result.ok ? null : templateSentence(templateRefusalText[result.refusal], result.facts));
      if (result.ok) {
        setStates((all) => [result.template, ...all.slice(0, MOST_STEPS)]);
        onEdit();
      }
      return result.ok;
    },
    undo: last === undefined ? null : () => { latest.current = last; setRefusal(null); setStates([last, ...older]); onEdit(); },
  };
}
