// Names and sizes of what lies in a vault folder, and the keys derived for each part of it.
// Refuses to know what is inside the files.
import { join } from 'node:path';
import { deriveSubkey, zero } from './crypto.ts';
import type { VaultSizes } from './types.ts';
import type { VaultFs } from './vaultFs.ts';

/** Rises when a reader of the old format would misread the new one. Bound into every seal. */
export const FORMAT_VERSION = 1;

export const DEFAULT_SIZES: VaultSizes = { segmentBytes: 16 * 1024 * 1024, growBytes: 4 * 1024 * 1024 };

/** The largest frame that is written or believed: an import of many records, never one note. */
export const MAX_FRAME_BYTES = 15 * 1024 * 1024;

export const SEGMENTS = 'segments';
export const HINTS = 'hints';
export const QUARANTINE = 'quarantine';
/** There while `createVault` is at work; a vault that still has it and no `current` was never finished. */
export const CREATING = 'creating';

export type VaultKeys = {
  readonly log: Uint8Array;
  readonly head: Uint8Array;
  readonly current: Uint8Array;
  readonly practice: Uint8Array;
  readonly backup: Uint8Array;
  readonly anchor: Uint8Array;
  readonly aside: Uint8Array;
};

/** What every part of the log needs to know about the vault it works on. */
export type LogContext = {
  readonly fs: VaultFs;
  readonly folder: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly now: () => number;
  readonly vaultId: Uint8Array;
  readonly keys: VaultKeys;
  readonly sizes: VaultSizes;
};

/** One key per purpose, so that no key ever seals two kinds of thing. */
export function deriveVaultKeys(masterKey: Uint8Array, vaultId: Uint8Array): VaultKeys {
  return {
    log: deriveSubkey(masterKey, 'throughline/1/log', vaultId),
    head: deriveSubkey(masterKey, 'throughline/1/segment-head', vaultId),
    current: deriveSubkey(masterKey, 'throughline/1/current', vaultId),
    practice: deriveSubkey(masterKey, 'throughline/1/practice-records', vaultId),
    backup: deriveSubkey(masterKey, 'throughline/1/backup', vaultId),
    anchor: deriveSubkey(masterKey, 'throughline/1/anchor', vaultId),
    aside: deriveSubkey(masterKey, 'throughline/1/aside', vaultId),
  };
}

export function zeroVaultKeys(keys: VaultKeys): void {
  zero(keys.log, keys.head, keys.current, keys.practice, keys.backup, keys.anchor, keys.aside);
}

export function segmentKey(keys: VaultKeys, salt: Uint8Array): Uint8Array {
  return deriveSubkey(keys.log, 'throughline/1/segment', salt);
}

export function hintKey(keys: VaultKeys, salt: Uint8Array): Uint8Array {
  return deriveSubkey(keys.log, 'throughline/1/hint', salt);
}

export function segmentName(number: number): string {
  return `${String(number).padStart(8, '0')}.seg`;
}

export function segmentPath(folder: string, number: number): string {
  return join(folder, SEGMENTS, segmentName(number));
}

export function hintPath(folder: string, number: number): string {
  return join(folder, HINTS, `${String(number).padStart(8, '0')}.hint`);
}

/** The number in a segment's file name, or null for a stranger. */
export function segmentNumber(name: string): number | null {
  const match = /^(\d{8})\.seg$/.exec(name);
  return match?.[1] === undefined ? null : Number(match[1]);
}
