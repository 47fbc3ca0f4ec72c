// Every migration there is, in order. Refuses to be edited but at its end: a released step never changes.
import { firstFormat } from './0001-first-format.ts';
import type { Migration } from './runner.ts';

export const MIGRATIONS: readonly Migration[] = [firstFormat];
