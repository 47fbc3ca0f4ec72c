// Which fields of one open note have to be filled in because of what another one says. Told by the choices themselves
// when they change, so that it costs nothing while text is typed. Refuses to block: signing does that.
import type { NoteDocument } from '../../shared/notes/document.ts';
import { conditionHolds } from '../../shared/notes/requiredIf.ts';
import type { NoteTemplate, TemplateField } from '../../shared/notes/template.ts';

/** The answers of those choices on which other fields depend. */
export class Conditions {
  readonly #asked: ReadonlySet<string>;
  readonly #answers = new Map<string, string | null>();
  readonly #heard = new Set<() => void>();

  /** `document`: the note as it is opened; its choices tell what changes from there on. */
  constructor(template: NoteTemplate, document: NoteDocument) {
    this.#asked = new Set(template.sections.flatMap(({ fields }) => fields.flatMap(({ requiredIf }) => (requiredIf === undefined ? [] : [requiredIf.field]))));
    if (this.#asked.size === 0) return;
    for (const element of document.flatMap(({ children }) => children)) {
      if (element.type === 'field' && element.field.kind === 'choice' && this.#asked.has(element.fieldId)) this.#answers.set(element.fieldId, element.field.value);
    }
  }

  /** A choice has this answer now. */
  tell(fieldId: string, answer: string | null): void {
    if (!this.#asked.has(fieldId) || (this.#answers.get(fieldId) ?? null) === answer) return;
    this.#answers.set(fieldId, answer);
    for (const hear of this.#heard) hear();
  }

  /** Whether the field has to be filled in as the note stands. */
  requires({ required, requiredIf }: TemplateField): boolean {
    return required || (requiredIf !== undefined && conditionHolds(requiredIf, this.#answers.get(requiredIf.field) ?? null));
  }

  /** Calls back when an answer has changed; returns how to no longer be called. */
  readonly onChange = (hear: () => void): (() => void) => {
    this.#heard.add(hear);
    return () => { this.#heard.delete(hear); };
  };
}
