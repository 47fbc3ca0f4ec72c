// A note to be read: the review before signing and every signed note. Refuses editing and prompts;
// what was not answered is named once at the end and takes no room.
import './reading.css';
import type { ReactNode } from 'react';
import { LocalDate } from '../../../shared/dates.ts';
import type { Block, FieldElement, NoteDocument, SectionElement, TableRow, TextRun } from '../../../shared/notes/document.ts';
import type { NoteHeader } from '../../../shared/notes/note.ts';
import type { NoteTemplate, TemplateField } from '../../../shared/notes/template.ts';
import { noteMinutes } from '../../../shared/notes/duration.ts';
import { answerText, isEmptyAnswer } from '../../../shared/notes/plainText.ts';
import { rowsOf, type TableTemplateField, tableOf } from '../../../shared/notes/presetTables.ts';
import { modalityLabels, placeLabels, riskKindLabels, riskLevelLabels, serviceTypeLabels } from '../../../shared/text/en/clinical.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { formatDayWithYear, formatTime, formatTimes } from '../../ui/format.ts';

function Runs({ runs }: { runs: readonly TextRun[] }) {
  return <>{runs.map((run, index) => {
    const inner = run.italic ? <em>{run.text}</em> : run.text;
    return <span key={index}>{run.bold ? <strong>{inner}</strong> : inner}</span>;
  })}</>;
}

function BlockView({ block }: { block: Block }) {
  if (block.type === 'quote') return <blockquote className="reading__quote" dir="auto"><Runs runs={block.children} /></blockquote>;
  if (block.type === 'paragraph') return <p dir="auto"><Runs runs={block.children} /></p>;
  const items = block.children.map((item, index) => <li key={index}><Runs runs={item.children} /></li>);
  return block.ordered ? <ol className="reading__list reading__list--ordered">{items}</ol> : <ul className="reading__list">{items}</ul>;
}

function dayWords(text: string): string {
  const day = LocalDate.safeParse(text);
  return day.success ? formatDayWithYear(day.data) : text;
}

function cellWords(field: TableTemplateField, columnId: string, cell: string | number | null): string {
  const column = field.columns.find((each) => each.id === columnId);
  if (cell === null || cell === '') return '';
  if (column?.kind === 'choice') return column.options?.find((option) => option.id === cell)?.label ?? String(cell);
  if (column?.kind === 'date') return dayWords(String(cell));
  // What was typed and not understood stands as it was typed.
  if (typeof cell === 'string') return cell;
  if (column?.kind === 'percent') return `${cell}%`;
  return column?.kind === 'scale' ? `${cell} / 10` : String(cell);
}

function TableView({ field, rows }: { field: TableTemplateField; rows: readonly TableRow[] }) {
  const [only, ...others] = field.columns;
  // One column needs no heading in each row: it is a list.
  if (only !== undefined && others.length === 0) {
    return <ul className="reading__list">{rows.map((row) => ({ id: row.id, words: cellWords(field, only.id, row.cells[only.id] ?? null) })).filter(({ words }) => words !== '').map(({ id, words }) => <li key={id} dir="auto">{words}</li>)}</ul>;
  }
  return <div className="reading__rows">{rows.map((row, index) => {
    const cells = field.columns.map((column) => ({ column, words: cellWords(field, column.id, row.cells[column.id] ?? null) })).filter((cell) => cell.words !== '');
    if (cells.length === 0) return null;
    return (
      <div key={row.id} className="reading__row">
        <p className="reading__label">{notesText.field.row(field.rowLabel, index + 1)}</p>
        <dl className="reading__cells">{cells.map(({ column, words }) => <div key={column.id}><dt>{column.label}</dt><dd dir="auto">{words}</dd></div>)}</dl>
      </div>
    );
  })}</div>;
}

/** The words of an answered field. */
function answer(field: TemplateField, element: FieldElement): ReactNode {
  const table = tableOf(field);
  const rows = rowsOf(element.field);
  if (table !== null && rows !== null) return <TableView field={table} rows={rows} />;
  if (element.field.kind === 'date' && element.field.value !== null) return formatDayWithYear(element.field.value);
  if (element.field.kind === 'time' && element.field.value !== null) return formatTime(element.field.value);
  return answerText(element, field);
}

/** A label that only repeats the heading above it is left out. */
function FieldLine({ field, element, title }: { field: TemplateField; element: FieldElement; title: string }) {
  if (isEmptyAnswer(element, field)) return null;
  return <div className={rowsOf(element.field) !== null || field.label === title ? 'reading__field reading__field--wide' : 'reading__field'}>{field.label === title ? null : <p className="reading__label">{field.label}</p>}<div dir="auto">{answer(field, element)}</div></div>;
}

/** Whether a section holds any answer. */
export function sectionAnswered(section: SectionElement, fields: ReadonlyMap<string, TemplateField>): boolean {
  return section.children.some((child) => {
    const field = fields.get(child.fieldId);
    return field !== undefined && !isEmptyAnswer(child, field);
  });
}

function SectionView({ section, fields, title }: { section: SectionElement; fields: ReadonlyMap<string, TemplateField>; title: string }) {
  return (
    <section className="reading__section">
      <h3>{title}</h3>
      {section.children.map((child) => {
        const field = fields.get(child.fieldId);
        if (!field) return null;
        if (child.type === 'field') return <FieldLine key={child.fieldId} field={field} element={child} title={title} />;
        if (isEmptyAnswer(child, field)) return null;
        return <div key={child.fieldId} className="reading__text">{field.label === title ? null : <p className="reading__label">{field.label}</p>}{child.children.map((block, index) => <BlockView key={index} block={block} />)}</div>;
      })}
    </section>
  );
}

function HeaderLines({ header }: { header: NoteHeader }) {
  const text = notesText.header;
  const minutes = noteMinutes(header);
  const when = [formatDayWithYear(header.serviceDate), header.startTime || header.endTime ? formatTimes(header.startTime, header.endTime) : null, minutes === null ? null : text.minutes(minutes)].filter((part) => part !== null).join(', ');
  const how = [serviceTypeLabels[header.serviceType], modalityLabels[header.modality], placeLabels[header.place]].join(', ');
  const risks = (Object.keys(header.risk) as (keyof NoteHeader['risk'])[]).filter((kind) => header.risk[kind].level !== 'not_asked');
  return (
    <dl className="reading__head">
      <div><dt>{text.date}</dt><dd>{when}</dd></div>
      <div><dt>{text.service}</dt><dd>{how}{header.modalityReason ? ` (${header.modalityReason})` : ''}</dd></div>
      {header.participants.length > 0 ? <div><dt>{text.people}</dt><dd>{header.participants.map((person) => `${person.name}${person.relationship ? ` (${person.relationship})` : ''}`).join(', ')}</dd></div> : null}
      {header.interpreter ? <div><dt>{text.interpreter}</dt><dd>{header.interpreter}</dd></div> : null}
      <div><dt>{notesText.risk.title}</dt><dd>{risks.length === 0 ? notesText.sign.unanswered : risks.map((kind) => `${riskKindLabels[kind]}: ${riskLevelLabels[header.risk[kind].level]}${header.risk[kind].action ? ` (${header.risk[kind].action})` : ''}`).join('; ')}</dd></div>
      <div><dt>{notesText.links.title}</dt><dd>{header.planLinks.length > 0 ? header.planLinks.map((link) => `${link.number}${link.rating === null ? '' : `: ${notesText.links.rated(link.rating)}`}${link.comment ? ` (${link.comment})` : ''}`).join('; ') : header.noPlanLinkReason || notesText.sign.unanswered}</dd></div>
      {header.nextAppointment ? <div><dt>{text.next}</dt><dd>{formatDayWithYear(header.nextAppointment)}</dd></div> : null}
    </dl>
  );
}

/** Header and document of a note, as they stand. */
export function NoteReading({ header, document, template }: { header: NoteHeader; document: NoteDocument; template: NoteTemplate }) {
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  const titles = new Map(template.sections.map((section) => [section.id, section.title]));
  const answered = document.filter((section) => sectionAnswered(section, fields));
  const empty = document.filter((section) => !answered.includes(section));
  return (
    <article className="reading">
      <HeaderLines header={header} />
      {answered.map((section) => <SectionView key={section.sectionId} section={section} fields={fields} title={titles.get(section.sectionId) ?? section.sectionId} />)}
      {empty.length > 0 ? <p className="reading__empty">{notesText.sign.notFilled}: {empty.map((section) => titles.get(section.sectionId) ?? section.sectionId).join(', ')}</p> : null}
    </article>
  );
}
