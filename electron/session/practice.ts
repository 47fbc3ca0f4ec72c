// Everything a handler may use while the vault is open: documents, cards, heads, settings. Refuses to
// be used after the lock: what it holds is dropped then.
import { AppError, isAppError } from '../../shared/errors.ts';
import { loadTemplates } from '../../shared/notes/loadTemplates.ts';
import { canonicalJson } from '../../shared/notes/signing.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/settings.ts';
import { RecordId } from '../../shared/brand.ts';
import type { RuleSettings } from '../../shared/rules/settings.ts';
import { ruleSettingsOf } from '../../shared/rules/thresholds.ts';
import { SETTINGS_RECORD_ID } from '../../shared/vault/recordKinds.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { Vault } from '../vault/types.ts';
import { createCounsellingKeeper, type CounsellingDeps, type CounsellingKeeper } from './counsellingKeeper.ts';
import { loadClientCards, type ClientCards } from './clientCards.ts';
import type { Log } from '../log.ts';
import { openLeftovers, type LeftoverKeeper, type SaveNote } from './leftovers.ts';
import { idOfContent } from './newId.ts';
import { createKeyedSerial, type KeyedSerial } from './keyedSerial.ts';
import { createNoteHeads, type NoteHeads } from './noteHeads.ts';
import { createNoteScores, type NoteScores } from './noteScores.ts';
import { createRuleNotes, type RuleNotes } from './ruleNotes.ts';
import { createSearchKeeper, type SearchKeeper, type SearchKeeperDeps } from './searchKeeper.ts';
import { change, createRecords, type Records } from './records.ts';

export type Practice = {
  readonly vault: Vault;
  readonly records: Records;
  readonly cards: ClientCards;
  readonly heads: NoteHeads;
  readonly ruleNotes: RuleNotes;
  readonly noteScores: NoteScores;
  readonly settings: RecordLow<Settings>;
  /** What the practice has set for the checks. */
  readonly rules: () => RuleSettings;
  readonly leftovers: LeftoverKeeper;
  readonly search: SearchKeeper;
  readonly counselling: CounsellingKeeper;
  readonly serial: KeyedSerial;
  /** The version of a template that a note was made from, kept in the vault beside it. */
  readonly template: (recordId: string) => Promise<NoteTemplate>;
  readonly forget: () => void;
};

async function openSettings(vault: Vault, records: Records): Promise<RecordLow<Settings>> {
  // Damaged settings cost a name and an address typed again, never the way into the vault.
  if (vault.entry(SETTINGS_RECORD_ID) !== undefined) return (await records.openOr('settings', SETTINGS_RECORD_ID, () => DEFAULT_SETTINGS)).low;
  const draft = records.draft('settings', SETTINGS_RECORD_ID, null, DEFAULT_SETTINGS);
  // A vault opened for reading only keeps the defaults in memory.
  if (!vault.readOnly) await records.save([change(draft, DEFAULT_SETTINGS)]);
  return draft;
}

/** The id under which this version of a template is kept: the same words, the same record. */
export function templateRecordId(template: NoteTemplate): RecordId {
  return idOfContent(RecordId, canonicalJson(template));
}

/**
 * A template as a note was made from it. One that is damaged and still ships with the app is taken from there, and put
 * over what is damaged: every note made from it would be shut otherwise. RECORD_DAMAGED with the kind where it does not.
 */
async function storedTemplate(vault: Vault, records: Records, recordId: string): Promise<NoteTemplate> {
  try {
    return (await records.open('template', recordId)).data;
  } catch (error) {
    if (!isAppError(error, 'RECORD_DAMAGED') && !isAppError(error, 'NOT_FOUND')) throw error;
    const shipped = loadTemplates().find((template) => templateRecordId(template) === recordId);
    if (shipped === undefined) throw isAppError(error, 'NOT_FOUND') ? error : new AppError('RECORD_DAMAGED', { kind: 'template' }, { cause: error });
    if (isAppError(error, 'RECORD_DAMAGED') && !vault.readOnly) await putAgain(records, recordId, shipped);
    return shipped;
  }
}

async function putAgain(records: Records, recordId: string, template: NoteTemplate): Promise<void> {
  try {
    const { low } = await records.openOr('template', recordId, () => template);
    await records.save([change(low, template)]);
  } catch (error) {
    // What the disk refuses now is tried again after the next opening; the note can be read meanwhile.
    if (!isAppError(error)) throw error;
  }
}

/** How a note is saved with the client's card in the same frame; ipc/clientWrites.ts, which builds on this file. */
export type SaveNoteOf = (practice: Practice, ...note: Parameters<SaveNote>) => ReturnType<SaveNote>;

export type PracticeDeps = Omit<SearchKeeperDeps, 'log'> & { readonly log: Log; readonly counselling: CounsellingDeps; readonly saveNote: SaveNoteOf };

/** Reads what the first screen needs. */
export async function openPractice(vault: Vault, deps: PracticeDeps): Promise<Practice> {
  const records = createRecords(vault);
  const [settings, cards, leftovers] = await Promise.all([openSettings(vault, records), loadClientCards(records), openLeftovers(vault, records, (low, value) => deps.saveNote(practice, low, value), deps.log)]);
  const heads = createNoteHeads(records);
  const ruleNotes = createRuleNotes(records);
  const templates = new Map<string, Promise<NoteTemplate>>();
  const template = (recordId: string): Promise<NoteTemplate> => {
    // Stored once and never changed, so what was read stays right. One reading at a time, so that one mends it.
    const found = templates.get(recordId) ?? storedTemplate(vault, records, recordId);
    templates.set(recordId, found);
    found.catch(() => templates.delete(recordId));
    return found;
  };
  const noteScores = createNoteScores({ records, ruleNotes, template });
  const search = createSearchKeeper({ records, cards, template }, deps);
  const counselling = createCounsellingKeeper(vault, records, deps.counselling);
  const practice: Practice = {
    vault, records, counselling, cards, heads, ruleNotes, noteScores, settings, rules: () => ruleSettingsOf(settings.data), leftovers, search, serial: createKeyedSerial(), template,
    forget() {
      counselling.forget();
      search.forget();
      cards.forget();
      heads.forget();
      ruleNotes.forget();
      noteScores.forget();
      templates.clear();
    },
  };
  return practice;
}
