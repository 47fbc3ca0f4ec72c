// Version 1, the first format of the records. Refuses nothing and changes nothing: no earlier version was released.
// Its place in the list fixes the number that the next one counts from.
import type { Migration } from './runner.ts';

export const firstFormat: Migration = { to: 1, name: 'first-format', migrate: (record) => record };
