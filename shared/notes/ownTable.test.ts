// Tables, checklists and scores that are added by hand keep to the limits that a file has to keep to.
import { describe, expect, it } from 'vitest';
import { templateById } from './loadTemplates.ts';
import { ADDABLE_KINDS, newField, optionsFromLines, scoredInstruments } from './newParts.ts';
import { addColumn, changeColumn, COLUMN_KINDS, moveColumn, newColumn, removeColumn, TABLE_MAX_COLUMNS } from './ownTable.ts';
import { addField, changeField, cloneTemplate, type TemplateEdit } from './ownTemplate.ts';
import { exportTemplate, parseTemplateFile } from './ownTemplateFile.ts';
import { TEMPLATE_FIELD_KINDS, TemplateField, type NoteTemplate } from './template.ts';

function got(edit: TemplateEdit): NoteTemplate {
  if (!edit.ok) throw new Error(`refused: ${edit.refusal}`);
  return edit.template;
}
const refusalOf = (edit: TemplateEdit): string => (edit.ok ? 'accepted' : edit.refusal);
const own = got(cloneTemplate(templateById('soap'), { title: 'Ours', shortTitle: 'Ours' }, []));
const withField = (field: TemplateField): NoteTemplate => got(addField(own, 'plan', field, 0));
const fieldIn = (template: NoteTemplate, id: string): TemplateField => {
  const found = template.sections.flatMap(({ fields }) => fields).find((field) => field.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const table = newField(own, 'table');
const withTable = withField(table);
const columnsOf = (template: NoteTemplate) => { const field = fieldIn(template, table.id); return field.kind === 'table' ? field.columns : []; };

describe('a field added by hand', () => {
  it('may be of every kind there is, and the template with it can be written out and read in', () => {
    expect([...ADDABLE_KINDS].toSorted()).toEqual([...TEMPLATE_FIELD_KINDS].toSorted());
    for (const kind of ADDABLE_KINDS) {
      const template = withField(newField(own, kind));
      expect(parseTemplateFile(exportTemplate(template)), kind).toMatchObject({ ok: true });
    }
  });

  it('holds the total of any measure that has one', () => {
    expect(scoredInstruments().length).toBeGreaterThan(3);
    for (const instrument of scoredInstruments()) expect(fieldIn(withField(newField(own, 'instrumentScore', instrument)), newField(own, 'instrumentScore', instrument).id)).toMatchObject({ instrument: instrument.id });
  });

  it('keeps the ids of lines and answers of a checklist whose words stay', () => {
    const checklist = newField(own, 'checklist');
    if (checklist.kind !== 'checklist') throw new Error('checklist');
    const [first] = checklist.items;
    const items = optionsFromLines(`Something else\n${first?.label ?? ''}`, checklist.items);
    const next = got(changeField(withField(checklist), { ...checklist, items }));
    expect(fieldIn(next, checklist.id)).toMatchObject({ items: [{ label: 'Something else' }, first] });
    for (const states of [[], optionsFromLines('Only one', []), optionsFromLines('1\n2\n3\n4\n5\n6\n7', [])]) expect(refusalOf(changeField(withField(checklist), { ...checklist, states }))).toBe('notValid');
    expect(refusalOf(changeField(withField(checklist), { ...checklist, items: [] }))).toBe('notValid');
  });
});

describe('a table added by hand', () => {
  it('takes columns of every kind, moved, changed and taken out', () => {
    let template = withTable;
    for (const kind of COLUMN_KINDS) template = got(addColumn(template, table.id, kind));
    expect(columnsOf(template).map(({ kind }) => kind)).toEqual(['text', ...COLUMN_KINDS]);
    expect(new Set(columnsOf(template).map(({ id }) => id)).size).toBe(COLUMN_KINDS.length + 1);
    const last = columnsOf(template).at(-1);
    if (last === undefined) throw new Error('column');
    const moved = got(moveColumn(template, table.id, last.id, 0));
    expect(columnsOf(moved)[0]).toEqual(last);
    const changed = got(changeColumn(moved, table.id, { ...last, label: 'How it went', kind: 'number' }));
    expect(columnsOf(changed)[0]).toMatchObject({ id: last.id, label: 'How it went', kind: 'choice' });
    expect(columnsOf(got(removeColumn(changed, table.id, last.id)))).toHaveLength(COLUMN_KINDS.length);
    expect(columnsOf(withTable)).toHaveLength(1);
  });

  it('refuses what the file check refuses', () => {
    let full = withTable;
    for (let count = 1; count < TABLE_MAX_COLUMNS; count += 1) full = got(addColumn(full, table.id, 'text'));
    expect(refusalOf(addColumn(full, table.id, 'text'))).toBe('tooManyColumns');
    const over = { ...full, sections: full.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.kind === 'table' ? { ...field, columns: [...field.columns, newColumn(field.columns, 'text')] } : field)) })) };
    expect(parseTemplateFile(exportTemplate(over))).toMatchObject({ ok: false });
    const [only] = columnsOf(withTable);
    if (only === undefined || table.kind !== 'table') throw new Error('column');
    expect(refusalOf(removeColumn(withTable, table.id, only.id))).toBe('lastColumn');
    expect(refusalOf(changeColumn(withTable, table.id, { ...only, label: '  ' }))).toBe('nameEmpty');
    expect(refusalOf(moveColumn(withTable, table.id, only.id, 1))).toBe('placeUnknown');
    expect(refusalOf(addColumn(withTable, 'client_report', 'text'))).toBe('fieldUnknown');
    expect(refusalOf(changeColumn(got(addColumn(withTable, table.id, 'choice')), table.id, { ...newColumn([only], 'choice'), options: [] }))).toBe('notValid');
    for (const rows of [{ minRows: 5, maxRows: 4 }, { minRows: 21 }, { maxRows: 201 }, { maxRows: 0, minRows: 0 }, { maxRows: Number.NaN }, { rowLabel: '' }]) expect(refusalOf(changeField(withTable, { ...table, ...rows })), JSON.stringify(rows)).toBe('notValid');
  });
});
