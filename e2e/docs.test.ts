// Holds docs/coverage.md to the tree: every row once, every file there, every word in its file, every
// screen by its name in the product; and the table of docs/templates.md to the templates. Refuses to judge whether a mark is deserved: people do.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInstruments } from '../shared/measures/loadInstruments.ts';
import { loadTemplates } from '../shared/notes/loadTemplates.ts';
import { clientsText } from '../shared/text/en/clients.ts';
import { clinicalRecordText } from '../shared/text/en/clinicalRecord.ts';
import { comingUpText } from '../shared/text/en/comingUp.ts';
import { episodeText } from '../shared/text/en/episode.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { planText } from '../shared/text/en/plan.ts';
import { planSheetText } from '../shared/text/en/planSheet.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { recordSchemas } from '../shared/vault/recordKinds.ts';
import { templateGroupLabels } from '../shared/text/en/templates.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'coverage.md'), 'utf8');

// How many rows each page of the reference has.
const ROWS = { '0': 22, '1': 23, '2': 16, '3': 23, '4': 14, 'A.6': 7 } as const;
const IDS = Object.entries(ROWS).flatMap(([page, count]) => Array.from({ length: count }, (_, index) => `${page}.${String(index + 1)}`));
const MARKS = ['served', 'partly', 'later'] as const;

const { tabs } = frameText;
const SCREENS: ReadonlySet<string> = new Set([
  ...Object.values(tabs).filter((tab) => tab !== tabs.label), settingsText.title, clientsText.form.editTitle, planSheetText.screenTitle,
  ...loadTemplates().map(({ title }) => `${tabs.notes} › ${title}`),
  ...loadInstruments().map(({ shortTitle }) => `${tabs.measures} › ${shortTitle}`),
  ...Object.values(clinicalRecordText.lists).map((list) => `${tabs.health} › ${list}`),
  ...[episodeText.title, episodeText.phases.title, episodeText.overlays.title, episodeText.events.title, clientsText.details.alerts, comingUpText.title].map((panel) => `${tabs.record} › ${panel}`),
  `${tabs.plan} › ${planText.hintsTitle}`,
]);

type Row = { readonly id: string; readonly files: string; readonly screens: string; readonly mark: string; readonly missing: string };

function rowsOf(page: string): Row[] {
  return page.split('\n').filter((line) => /^\| (?:\d|A\.6)\.\d+ \|/.test(line)).map((line) => {
    const [id = '', , files = '', screens = '', mark = '', missing = ''] = line.slice(1, -1).split(' | ').map((cell) => cell.trim());
    return { id, files, screens, mark, missing };
  });
}

function holds(text: string, word: string): boolean {
  const literal = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\w)${literal}(?!\\w)`).test(text);
}

function fileFaults(id: string, part: string): string[] {
  const match = /^`([^`]+)`(?: \((.+)\))?$/.exec(part);
  const path = match?.[1] ?? '';
  if (path === '' || !existsSync(join(ROOT, path))) return [`${id}: no file ${part}`];
  const text = readFileSync(join(ROOT, path), 'utf8');
  const words = [...(match?.[2] ?? '').matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
  return words.filter((word) => !holds(text, word)).map((word) => `${id}: ${path} has no ${word}`);
}

function rowFaults({ id, files, screens, mark, missing }: Row): string[] {
  const faults: string[] = [];
  if (!MARKS.some((known) => known === mark)) faults.push(`${id}: mark ${mark}`);
  if ((mark === 'served') !== (missing === '-')) faults.push(`${id}: what is missing belongs to partly and later`);
  if (mark !== 'later' && (files === '-' || screens === '-')) faults.push(`${id}: no place`);
  if (files !== '-') faults.push(...files.split('; ').flatMap((part) => fileFaults(id, part)));
  if (screens !== '-') faults.push(...screens.split('; ').filter((screen) => !SCREENS.has(screen)).map((screen) => `${id}: no screen ${screen}`));
  return faults;
}

function faultsOf(page: string): string[] {
  const rows = rowsOf(page);
  const given = rows.map(({ id }) => id);
  const count = (id: string): number => given.filter((one) => one === id).length;
  const marked = (mark: string): number => rows.filter((row) => row.mark === mark).length;
  const sum = `Of ${String(rows.length)} rows, ${String(marked('served'))} are served, ${String(marked('partly'))} partly and ${String(marked('later'))} later.`;
  return [
    ...IDS.filter((id) => count(id) !== 1).map((id) => `${id}: ${String(count(id))} times`),
    ...given.filter((id) => !IDS.includes(id)).map((id) => `${id}: unknown`),
    ...(page.includes(sum) ? [] : [`not said: ${sum}`]),
    ...rows.flatMap(rowFaults),
  ];
}

describe('the coverage page', () => {
  it('gives every row one place that is there', () => {
    expect(IDS).toHaveLength(105);
    expect(faultsOf(PAGE)).toEqual([]);
  });

  it.each([
    ['a row left out', PAGE.replace(/^\| 2\.10 \|.*\n/m, ''), '2.10: 0 times'],
    ['a row twice', PAGE.replace(/^(\| 2\.10 \|.*\n)/m, '$1$1'), '2.10: 2 times'],
    ['a file that is gone', PAGE.replace('`resources/templates/cm-visit.json`', '`resources/templates/gone.json`'), 'no file'],
    ['a field that is gone', PAGE.replace('`restlessness`', '`restless_legs`'), 'resources/templates/wm-monitoring.json has no restless_legs'],
    ['half of a word', PAGE.replace('`restlessness`', '`restless`'), 'has no restless'],
    ['a screen by another name', PAGE.replace('Health › Triggers', 'Health › Urges'), 'no screen Health › Urges'],
    ['a mark of its own', PAGE.replace('| later |', '| soon |'), 'mark soon'],
    ['partly, without saying what is missing', PAGE.replace(/\| partly \| [^|]+ \|/, '| partly | - |'), 'what is missing'],
  ])('is caught with %s', (_name, page, fault) => {
    expect(page).not.toBe(PAGE);
    expect(faultsOf(page).join('\n')).toContain(fault);
  });
});

describe('the page about templates', () => {
  const told = readFileSync(join(ROOT, 'docs', 'templates.md'), 'utf8').split('\n');

  it.each(loadTemplates().map((template) => [template.id, template] as const))('tells version, size and what is required of %s', (id, { title, version, group, sections }) => {
    const fields = sections.flatMap((section) => section.fields);
    const row = [title, `\`${id}\``, version, templateGroupLabels[group ?? 'short'], `${String(sections.length)} / ${String(fields.length)}`, fields.filter(({ required }) => required).map(({ label }) => label).join('; ')];
    expect(told.filter((line) => line.includes(`| \`${id}\` |`))).toEqual([`| ${row.join(' | ')} |`]);
  });
});

describe('the kinds of records', () => {
  const FORMAT = readFileSync(join(ROOT, 'docs', 'vault-format.md'), 'utf8');
  /** First cells of the tables between a heading and the next, where they are one word of code. */
  const kindsIn = (page: string, heading: string): string[] => {
    const part = page.slice(page.indexOf(`\n${heading}\n`)).split(/\n#{2,3} /)[1] ?? '';
    return [...part.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '').toSorted();
  };
  const KINDS = Object.keys(recordSchemas).toSorted();

  it('are each named once in the format of the vault, with the one that only a migration writes', () => {
    expect(kindsIn(FORMAT, '### Kinds of records')).toEqual([...KINDS, 'migration'].toSorted());
  });

  it('are each named once on the coverage page', () => {
    expect(kindsIn(PAGE, '## What the vault keeps')).toEqual(KINDS);
  });
});
