// Who performs the commands of shared/commands.ts just now. A place binds all of its commands while it is on the
// screen; null where one of them is not possible at the moment. Refuses to remember any after the place is gone.
import { useEffect, useRef } from 'react';
import { commandTable, type Command, type CommandId, type CommandsOf, type Place } from '../../shared/commands.ts';

export type Perform = (() => void) | null;
export type Performers<P extends Place> = Readonly<Record<CommandsOf<P>, Perform>>;
type Bound = { readonly place: Place; readonly ask: () => Readonly<Partial<Record<CommandId, Perform>>> };

/** A line of the palette that needs more than a name: a section to jump to, a kind of note to start. */
export type CommandLine = { readonly id: string; readonly label: string; readonly group: Command['group']; readonly words?: string; readonly keys?: Command['keys']; readonly perform: () => void };

const bound: Bound[] = [];
const lines: (() => readonly CommandLine[])[] = [];

function hold<T>(list: T[], entry: T): () => void {
  list.push(entry);
  return () => { list.splice(list.indexOf(entry), 1); };
}

/** Binds every command of one place while the component stands. Each place is bound in one file only. */
export function useCommands<P extends Place>(place: P, performers: Performers<P>): void {
  const latest = useRef(performers);
  useEffect(() => { latest.current = performers; });
  useEffect(() => hold(bound, { place, ask: () => latest.current }), [place]);
}

/** Adds lines to the palette while the component stands. */
export function useCommandLines(ask: () => readonly CommandLine[]): void {
  const latest = useRef(ask);
  useEffect(() => { latest.current = ask; });
  useEffect(() => hold(lines, () => latest.current()), []);
}

/** How a command is performed now; undefined where nobody can. */
export function performerOf(id: CommandId): (() => void) | undefined {
  for (const { ask } of bound.toReversed()) {
    const perform = ask()[id];
    if (perform) return perform;
  }
  return undefined;
}

/** The commands that can be performed now, in the order of the table. */
export function readyCommands(): { readonly command: Command; readonly perform: () => void }[] {
  return commandTable.flatMap((command) => {
    const perform = performerOf(command.id);
    return perform ? [{ command, perform }] : [];
  });
}

/** The lines that the screens add now. */
export function readyLines(): CommandLine[] {
  return lines.flatMap((ask) => ask());
}
