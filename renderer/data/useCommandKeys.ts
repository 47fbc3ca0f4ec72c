// Answers the keys of the command table, and the menu of the system, anywhere in the frame. Refuses a command that
// nobody can perform now, what is under an open dialog, and the keys of the text, which the editor takes itself.
import { useEffect } from 'react';
import { commandOfPress, commandTable, type Command, type CommandId } from '../../shared/commands.ts';
import { onEvent } from '../api.ts';
import { platform } from '../ui/platform.ts';
import { performerOf } from './commands.ts';

const BOXES = 'textarea, select, [contenteditable=true], input:not([type=radio], [type=checkbox], [type=button])';

function inBox(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(BOXES) !== null;
}

/** Over a dialog only what applies everywhere; over a question that must be answered nothing but the lock. */
function allowed(command: Command): boolean {
  if (document.querySelector('[role=alertdialog]')) return command.id === 'lock';
  return command.where === 'always' || document.querySelector('[role=dialog]') === null;
}

/** A system may let its menu hear a key that the page has taken; the menu's word of it comes this much later at most. */
const ECHO_MS = 1500;
let taken: { readonly id: CommandId; readonly at: number } | null = null;

/** The menu tells of a press that the page has answered already: a palette closed meanwhile must not open again. */
function isEcho(id: CommandId): boolean {
  const echo = taken?.id === id && performance.now() - taken.at < ECHO_MS;
  if (echo) taken = null;
  return echo;
}

function take(event: KeyboardEvent): void {
  const held = event.ctrlKey || event.metaKey;
  if ((!held && event.key !== '?') || event.isComposing || event.defaultPrevented) return;
  const command = commandOfPress(event, platform);
  if (command === undefined || command.where === 'text' || !allowed(command)) return;
  // A sign that is a letter: in a box it is written, and a dialog has its own business.
  if (!held && (inBox(event.target) || document.querySelector('[role=dialog]'))) return;
  const perform = performerOf(command.id);
  if (perform === undefined) return;
  event.preventDefault();
  taken = { id: command.id, at: performance.now() };
  perform();
}

/** While the frame stands. */
export function useCommandKeys(): void {
  useEffect(() => {
    const stop = onEvent('command:run', (id) => {
      const command = commandTable.find((one) => one.id === id);
      if (command && !isEcho(command.id) && allowed(command)) performerOf(command.id)?.();
    });
    globalThis.addEventListener('keydown', take);
    return () => { stop(); globalThis.removeEventListener('keydown', take); };
  }, []);
}
