// A note to be read: the review before signing and every signed note. Refuses editing and prompts;
// what was not answered is named once at the end and takes no room.
import './reading.css';
import type { ReactNode } from 'react';
import type { Block, FieldElement, NoteDocument, SectionElement, TextRun } from '../../../shared/notes/document.ts';
import type { NoteHeader } from '../../../shared/notes/note.ts';
import type { NoteTemplate, TemplateField } from '../../../shared/notes/template.ts';
import { answerText, isEmptyAnswer } from '../../../shared/notes/plainText.ts';
import { rowsOf, tableOf } from '../../../shared/notes/presetTables.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { formatDayWithYear, formatTime } from '../../ui/format.ts';
import { Words } from '../../handouts/Words.tsx';
import { ReadingHead } from './ReadingHead.tsx';
import { ReadingRows } from './ReadingRows.tsx';

/** Where it is read: paper has room for tables. */
export type ReadOn = 'screen' | 'paper';

function Runs({ runs }: { runs: readonly TextRun[] }) {
  return <>{runs.map((run, index) => {
    const words = <Words text={run.text} />;
    const inner = run.italic ? <em>{words}</em> : words;
    return <span key={index}>{run.bold ? <strong>{inner}</strong> : inner}</span>;
  })}</>;
}

function BlockView({ block }: { block: Block }) {
  if (block.type === 'quote') return <blockquote className="reading__quote" dir="auto"><Runs runs={block.children} /></blockquote>;
  if (block.type === 'paragraph') return <p dir="auto"><Runs runs={block.children} /></p>;
  const items = block.children.map((item, index) => <li key={index}><Runs runs={item.children} /></li>);
  return block.ordered ? <ol className="reading__list reading__list--ordered">{items}</ol> : <ul className="reading__list">{items}</ul>;
}

/** Those of one state together: what stands out is seen before what does not. */
function Checked({ field, value }: { field: Extract<TemplateField, { kind: 'checklist' }>; value: Readonly<Record<string, string>> }) {
  const groups = field.states.map((state) => ({ state, items: field.items.filter(({ id }) => value[id] === state.id) })).filter(({ items }) => items.length > 0);
  return <ul className="reading__checked">{groups.map(({ state, items }) => <li key={state.id}><span className="reading__state">{state.label}:</span> <Words text={items.map(({ label }) => label).join('; ')} /></li>)}</ul>;
}

/** The words of an answered field. */
function answer(field: TemplateField, element: FieldElement, on: ReadOn): ReactNode {
  const table = tableOf(field);
  const rows = rowsOf(element.field);
  if (table !== null && rows !== null) return <ReadingRows field={table} rows={rows} on={on} />;
  if (element.field.kind === 'checklist' && field.kind === 'checklist') return <Checked field={field} value={element.field.value} />;
  if (element.field.kind === 'date' && element.field.value !== null) return <Words text={formatDayWithYear(element.field.value)} />;
  if (element.field.kind === 'time' && element.field.value !== null) return <Words text={formatTime(element.field.value)} />;
  return <Words text={answerText(element, field)} />;
}

/** A label that only repeats the heading above it is left out. */
function FieldLine({ field, element, title, on }: { field: TemplateField; element: FieldElement; title: string; on: ReadOn }) {
  if (isEmptyAnswer(element, field)) return null;
  return <div className={rowsOf(element.field) !== null || field.label === title ? 'reading__field reading__field--wide' : 'reading__field'}>{field.label === title ? null : <p className="reading__label">{field.label}</p>}<div dir="auto">{answer(field, element, on)}</div></div>;
}

/** Whether a section holds any answer. */
export function sectionAnswered(section: SectionElement, fields: ReadonlyMap<string, TemplateField>): boolean {
  return section.children.some((child) => {
    const field = fields.get(child.fieldId);
    return field !== undefined && !isEmptyAnswer(child, field);
  });
}

function SectionView({ section, fields, title, on }: { section: SectionElement; fields: ReadonlyMap<string, TemplateField>; title: string; on: ReadOn }) {
  const Heading = on === 'paper' ? 'h2' : 'h3';
  return (
    <section className="reading__section">
      <Heading>{title}</Heading>
      {section.children.map((child) => {
        const field = fields.get(child.fieldId);
        if (!field) return null;
        if (child.type === 'field') return <FieldLine key={child.fieldId} field={field} element={child} title={title} on={on} />;
        if (isEmptyAnswer(child, field)) return null;
        return <div key={child.fieldId} className="reading__text">{field.label === title ? null : <p className="reading__label">{field.label}</p>}{child.children.map((block, index) => <BlockView key={index} block={block} />)}</div>;
      })}
    </section>
  );
}

/** The sections in which something stands; the others are named once at the end, on the screen. */
export function ReadingSections({ document, template, on }: { document: NoteDocument; template: NoteTemplate; on: ReadOn }) {
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  const titles = new Map(template.sections.map((section) => [section.id, section.title]));
  const answered = document.filter((section) => sectionAnswered(section, fields));
  const empty = document.filter((section) => !answered.includes(section));
  return (
    <>
      {answered.map((section) => <SectionView key={section.sectionId} section={section} fields={fields} title={titles.get(section.sectionId) ?? section.sectionId} on={on} />)}
      {on === 'screen' && empty.length > 0 ? <p className="reading__empty">{notesText.sign.notFilled}: {empty.map((section) => titles.get(section.sectionId) ?? section.sectionId).join(', ')}</p> : null}
    </>
  );
}

/** Header and document of a note on the screen, as they stand. */
export function NoteReading({ header, document, template }: { header: NoteHeader; document: NoteDocument; template: NoteTemplate }) {
  return (
    <article className="reading">
      <ReadingHead header={header} about={[]} plan={null} />
      <ReadingSections document={document} template={template} on="screen" />
    </article>
  );
}
