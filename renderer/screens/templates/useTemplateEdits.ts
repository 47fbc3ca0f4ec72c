// The template being edited, its last states for undo, and why a change was refused. Refuses to keep a template that
// would not open: every change goes through the checked functions of shared/notes/ownTemplate.ts.
import { useState } from 'react';
import type { TemplateEdit } from '../../../shared/notes/ownTemplate.ts';
import type { NoteTemplate } from '../../../shared/notes/template.ts';
import { templateRefusalText, templateSentence } from '../../../shared/text/en/templates.ts';

const MOST_STEPS = 100;

export type TemplateEdits = {
  readonly template: NoteTemplate;
  readonly refusal: string | null;
  /** False where the change was refused. */
  readonly apply: (edit: (template: NoteTemplate) => TemplateEdit) => boolean;
  readonly undo: (() => void) | null;
  /** Takes the sentence of a refusal away, once something else is being typed. */
  readonly clear: () => void;
};

export function useTemplateEdits(first: NoteTemplate, onEdit: () => void): TemplateEdits {
  const [states, setStates] = useState<readonly [NoteTemplate, ...NoteTemplate[]]>([first]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [template, ...before] = states;
  const [last, ...older] = before;
  return {
    template, refusal, clear: () => setRefusal(null),
    apply(edit) {
      const result = edit(template);
      setRefusal(result.ok ? null : templateSentence(templateRefusalText[result.refusal], result.facts));
      if (result.ok) {
        setStates([result.template, template, ...before.slice(0, MOST_STEPS)]);
        onEdit();
      }
      return result.ok;
    },
    undo: last === undefined ? null : () => { setRefusal(null); setStates([last, ...older]); onEdit(); },
  };
}
