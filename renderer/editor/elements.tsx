// How each element of a note is drawn in the editor. Headings, labels and prompts come from the
// template and are never text of the note: they cannot be typed into, copied or saved.
import { memo, useId, useLayoutEffect, useRef, useSyncExternalStore, type FormEvent } from 'react';
import { Text } from 'slate';
import { ReactEditor, useSlateStatic, type RenderChunkProps, type RenderElementProps, type RenderLeafProps } from 'slate-react';
import { rowsOf, tableOf } from '../../shared/notes/presetTables.ts';
import type { TemplateField } from '../../shared/notes/template.ts';
import { notesText } from '../../shared/text/en/notes.ts';
import { FieldControl } from './fields/FieldControl.tsx';
import { CHUNK_PX, fieldPx, HEAD_PX, InSight } from './firstSight.tsx';
import { useNoteInfo } from './noteContext.ts';
import { setFieldValue } from './plugins/withFields.ts';
import type { EditorField, EditorSection, EditorTextField, NoteSlate } from './slateTypes.ts';

type ElementProps<T> = { attributes: RenderElementProps['attributes']; children: RenderElementProps['children']; element: T };

function SectionView({ attributes, children, element }: ElementProps<EditorSection>) {
  const section = useNoteInfo().sections.get(element.sectionId);
  return (
    <section {...attributes} className="note-section" data-section={element.sectionId}>
      <InSight px={HEAD_PX}>
        <div contentEditable={false} className="note-section__head">
          <h2 className="note-section__title">{section?.title ?? element.sectionId}</h2>
          {section?.help ? <p className="note-section__help">{section.help}</p> : null}
        </div>
        {children}
      </InSight>
    </section>
  );
}

/** True when a text field holds nothing but one empty paragraph; looks at one node, not at the text. */
export function isBlankText(element: EditorTextField): boolean {
  const [only] = element.children;
  if (element.children.length !== 1 || !only || Text.isText(only) || only.type !== 'paragraph') return false;
  const [run] = only.children;
  return only.children.length === 1 && run !== undefined && Text.isText(run) && run.text === '';
}

type LabelProps = { id: string; fieldId: string; field: TemplateField | undefined; heading: string | undefined };

/** A label that only repeats the heading above it is left to screen readers. Nothing in it changes as its field is typed into: it is drawn anew only when it becomes required or no longer is. */
const Label = memo(function Label({ id, fieldId, field, heading }: LabelProps) {
  const { conditions } = useNoteInfo();
  const required = useSyncExternalStore(conditions.onChange, () => field !== undefined && conditions.requires(field));
  const label = field?.label ?? fieldId;
  return <span className={label === heading && !required ? 'visually-hidden' : 'note-field__label'} id={id}>{label}{required ? <span className="note-field__required" title={notesText.field.required} aria-label={notesText.field.required}> *</span> : null}</span>;
});

function TextFieldView({ attributes, children, element }: ElementProps<EditorTextField>) {
  const id = useId();
  const info = useNoteInfo();
  const field = info.fields.get(element.fieldId);
  return (
    <div {...attributes} className="note-text" data-field-id={element.fieldId} role="group" aria-labelledby={id}>
      <InSight px={fieldPx(element)} inside>
        <div contentEditable={false} className="note-text__label"><Label id={id} fieldId={element.fieldId} field={field} heading={info.headings.get(element.fieldId)} /></div>
        <div className="note-text__body" data-stop="text" data-prompt={isBlankText(element) ? field?.prompt ?? '' : undefined}>{children}</div>
      </InSight>
    </div>
  );
}

/** A table without a word in it shows the prompt of its field. */
function isBlankTable({ field }: EditorField): boolean {
  return rowsOf(field)?.every((row) => Object.values(row.cells).every((cell) => cell === null || cell === '')) === true;
}

function FieldView({ attributes, children, element }: ElementProps<EditorField>) {
  const id = useId();
  const editor = useSlateStatic() as NoteSlate;
  const info = useNoteInfo();
  const field = info.fields.get(element.fieldId);
  const fresh = useRef(true);
  const chosen = element.field.kind === 'choice' ? element.field.value : null;
  // Also after undo, which passes the control by.
  useLayoutEffect(() => info.conditions.tell(element.fieldId, chosen), [info, element.fieldId, chosen]);
  // A phrase put into a box at once is a step of undo of its own, and so is what is typed after it.
  const renew = (event: FormEvent<HTMLElement>) => { if (event.nativeEvent instanceof InputEvent && event.nativeEvent.inputType === 'insertReplacementText') fresh.current = true; };
  const table = field !== undefined && tableOf(field) !== null;
  const wide = table || field?.kind === 'checklist' || field?.kind === 'multiChoice' || field?.kind === 'shortText';
  return (
    <div {...attributes} className={`note-field note-field--${table ? 'table' : element.field.kind}${wide ? ' note-field--wide' : ''}`} data-field-id={element.fieldId}>
      <InSight px={fieldPx(element)} inside>
        {/* Marked as an editor of its own: slate-dom then leaves focus and selection inside it alone, instead of pulling the caret back into the text. */}
        <div contentEditable={false} data-slate-editor="field" className="note-field__island" onFocus={() => { fresh.current = true; }} onInputCapture={renew} onChange={renew} onDragStart={(event) => event.preventDefault()}>
          <Label id={id} fieldId={element.fieldId} field={field} heading={info.headings.get(element.fieldId)} />
          {field?.prompt && table && isBlankTable(element) ? <span className="note-field__prompt">{field.prompt}</span> : null}
          {field ? (
            <FieldControl field={field} value={element.field} labelId={id} onChange={(value) => {
              setFieldValue(editor, ReactEditor.findPath(editor, element), value, fresh.current);
              fresh.current = false;
            }} />
          ) : null}
        </div>
      </InSight>
      {children}
    </div>
  );
}

/** Draws an element. */
export function renderElement({ attributes, children, element }: RenderElementProps) {
  switch (element.type) {
    case 'section': return <SectionView attributes={attributes} element={element}>{children}</SectionView>;
    case 'textField': return <TextFieldView attributes={attributes} element={element}>{children}</TextFieldView>;
    case 'field': return <FieldView attributes={attributes} element={element}>{children}</FieldView>;
    case 'list': return element.ordered ? <ol {...attributes} className="note-list note-list--ordered">{children}</ol> : <ul {...attributes} className="note-list">{children}</ul>;
    case 'listItem': return <li {...attributes}>{children}</li>;
    case 'quote': return <blockquote {...attributes} className="note-quote" dir="auto">{children}</blockquote>;
    case 'paragraph': return <p {...attributes} className="note-paragraph" dir="auto">{children}</p>;
  }
}

/** Draws a run of text with its marks. */
export function renderLeaf({ attributes, children, leaf }: RenderLeafProps) {
  const inner = leaf.italic ? <em>{children}</em> : children;
  return <span {...attributes}>{leaf.bold ? <strong>{inner}</strong> : inner}</span>;
}

/** Draws a chunk of a long text field; what is out of sight costs no layout. */
export function renderChunk({ attributes, children, lowest }: RenderChunkProps) {
  return <div {...attributes} className={lowest ? 'note-chunk' : undefined}>{lowest ? <InSight px={CHUNK_PX}>{children}</InSight> : children}</div>;
}
