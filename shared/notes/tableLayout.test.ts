import { describe, expect, it } from 'vitest';
import { templateById } from './loadTemplates.ts';
import { tableOf } from './presetTables.ts';
import { broadColumns, tableLayout } from './tableLayout.ts';
import type { TemplateColumn } from './template.ts';

function columnsOf(templateId: string, fieldId: string): readonly TemplateColumn[] {
  const field = templateById(templateId).sections.flatMap(({ fields }) => fields).find(({ id }) => id === fieldId);
  const table = field === undefined ? null : tableOf(field);
  if (table === null) throw new TypeError(`${templateId} has no table ${fieldId}`);
  return table.columns;
}

const SHORT = 'At the bus stop, alone, after work.';
function words({ kind, options }: TemplateColumn, sentence: string): string {
  if (kind === 'percent') return '80%';
  if (kind === 'scale') return '7 / 10';
  if (kind === 'number') return '17';
  if (kind === 'date') return 'Jan 5, 2026';
  return kind === 'choice' ? options?.[0]?.label ?? '' : sentence;
}
const layout = (columns: readonly TemplateColumn[], sentence = SHORT) => tableLayout(columns, 2, (_row, column) => words(column, sentence));

describe('a table on paper', () => {
  it('keeps its columns where they fit', () => {
    const columns = columnsOf('cbt_session', 'trigger_log');
    expect(layout(columns)).toEqual({ kind: 'grid', small: false, columns: columns.map((column) => [column]) });
  });

  it('has the thought record as the seven columns it is known by', () => {
    const found = layout(columnsOf('cbt_session', 'thoughts'));
    expect(found.kind === 'grid' && found.columns.map((part) => part.map(({ id }) => id))).toEqual([['situation'], ['thought', 'belief'], ['emotion', 'intensity'], ['evidence_for'], ['evidence_against'], ['balanced', 'balanced_belief'], ['emotion_now', 'action']]);
  });

  it('loses no column, whichever way it goes', () => {
    for (const [templateId, fieldId] of [['cbt_session', 'thoughts'], ['cbt_session', 'trigger_log'], ['cm_visit', 'panel'], ['discharge', 'scores']] as const) {
      const columns = columnsOf(templateId, fieldId);
      const found = layout(columns);
      expect(found.kind === 'grid' && found.columns.flat(), fieldId).toEqual(columns);
    }
  });

  it('becomes cards where there are too many columns, too many words or one word without an end', () => {
    expect(layout(columnsOf('cbt_session', 'abc_chain'))).toEqual({ kind: 'cards' });
    expect(layout(columnsOf('cbt_session', 'thoughts'), SHORT.repeat(12))).toEqual({ kind: 'cards' });
    expect(layout(columnsOf('cbt_session', 'trigger_log'), 'a'.repeat(60))).toEqual({ kind: 'cards' });
  });

  it('has the substances of an intake as a table, no bare number under words it could be taken for', () => {
    const told: Readonly<Record<string, string>> = { substance: 'Heroin', route: 'Swallowed', age_first: '19', years_regular: '6', amount_day: 'half a gram', days_30: '28', last_used: 'Nov 28, 2026', last_time: 'about noon', longest_pause: '3 months', withdrawal: 'Chills, no sleep, legs' };
    const columns = columnsOf('intake', 'substances_table');
    expect(tableLayout(columns, 1, (_row, { id }) => told[id] ?? '')).toEqual({ kind: 'grid', small: true, columns: columns.map((column) => [column]) });
  });

  it('is not made of narrow columns when whole sentences would stand in them', () => {
    const sentence = 'If I go home now the whole weekend is empty, so I may as well get it over with.';
    expect(layout(columnsOf('cbt_session', 'thoughts'), sentence)).toEqual({ kind: 'cards' });
    expect(layout(columnsOf('cbt_session', 'use_beliefs'), sentence).kind).toBe('grid');
  });

  it('has a column as wide as a phone number that stands in it', () => {
    const columns = columnsOf('cbt_session', 'thoughts');
    expect(layout(columns, 'Call +1 (415) 555-0134').kind).toBe('cards');
    expect(layout(columns, 'Call my sister at once').kind).toBe('grid');
  });

  it('as blocks: a sentence has the whole breadth in each of them, a number does not', () => {
    const columns = columnsOf('cbt_session', 'thoughts');
    const broad = broadColumns(columns, 2, (row, column) => (row === 0 ? '' : words(column, SHORT)));
    expect([...broad]).toEqual(columns.filter(({ kind }) => kind === 'longText' || kind === 'text').map(({ id }) => id));
    expect(broadColumns(columns, 2, (_row, column) => words(column, 'A few words')).size).toBe(0);
  });
});
