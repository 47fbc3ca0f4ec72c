// Every command that the window performs is bound in one place, and only commands of the table are shown.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTable, PLACES } from '../../shared/commands.ts';
import { textCommands } from '../editor/commands.ts';

const root = join(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

describe('the places that perform commands', () => {
  // That a place forgets none of its commands is proven by the compiler: `Performers` asks for each of them.
  it.each(PLACES.filter((place) => place !== 'main' && place !== 'system'))('%s is bound once', (place) => {
    const binding = sources.filter(({ text }) => text.includes(`useCommands('${place}', {`));
    expect(binding).toHaveLength(1);
    const ids = commandTable.filter((command) => command.where === place).map(({ id }) => id);
    for (const id of ids) expect(binding[0]?.text, id).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('write no key of the table a second time', () => {
    const keys = commandTable.flatMap((command) => command.keys ?? []).filter((key) => key !== '?');
    const again = sources.flatMap(({ file, text }) => keys.filter((key) => text.includes(`'${key}'`)).map((key) => `${file} ${key}`));
    expect(again).toEqual([]);
  });
});

it('every text command of the table can be performed by the editor', () => {
  expect(Object.keys(textCommands).toSorted()).toEqual(commandTable.filter(({ where }) => where === 'text').map(({ id }) => id).toSorted());
});
