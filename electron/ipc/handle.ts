// The only caller of `ipcMain.handle`. Refuses to decide anything: see answer.ts.
import { ipcMain } from 'electron';
import { createAnswers, type AnswerDeps, type HandlerTable } from './answer.ts';

/** Registers every channel, once. */
export function registerHandlers(table: HandlerTable, deps: AnswerDeps): void {
  for (const [channel, answer] of createAnswers(table, deps)) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => answer(event, args));
  }
}
