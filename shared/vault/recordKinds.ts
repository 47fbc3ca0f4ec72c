// The record kinds of the vault and their schemas: the disk border. Refuses unknown kinds.
import { Client } from '../clients/client.ts';
import { ClinicalRecord } from '../clinical/clinicalRecord.ts';
import { CounsellingKeys, CounsellingNote } from '../counselling/counsellingNote.ts';
import { Episode } from '../continuum/episode.ts';
import { Measure } from '../measures/measure.ts';
import { Note } from '../notes/note.ts';
import { OwnTemplate } from '../notes/ownTemplateRecord.ts';
import { NoteTemplate } from '../notes/template.ts';
import { Phrases } from '../phrases/phrase.ts';
import { Plan } from '../plans/plan.ts';
import { Settings } from '../settings.ts';
import { MyWords } from '../spelling/myWords.ts';

export const recordSchemas = { client: Client, episode: Episode, plan: Plan, note: Note, template: NoteTemplate, settings: Settings, measure: Measure, clinical: ClinicalRecord, phrases: Phrases, ownTemplate: OwnTemplate, words: MyWords, counsellingKeys: CounsellingKeys, counsellingNote: CounsellingNote } as const;
export type RecordKind = keyof typeof recordSchemas;

/** The one settings record of a vault. */
export const SETTINGS_RECORD_ID = 'settings222222222222222222';
/** The one list of smart phrases of a vault. */
export const PHRASES_RECORD_ID = 'phrases2222222222222222222';
/** The one list of own words of a vault. */
export const WORDS_RECORD_ID = 'words222222222222222222222';
/** The keys of the counseling notes, twice: in two frames, so that one damaged place does not shut every note. */
export const COUNSELLING_KEYS_IDS = ['counselkeys222222222222222', 'counselspare22222222222222'] as const;
