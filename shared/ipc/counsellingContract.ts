// Channels of the counseling notes, kept apart: no other channel answers a word of them.
import { z } from 'zod';
import { ClientId, NoteId } from '../brand.ts';
import { COUNSELLING_NOTES_MAX, CounsellingText } from '../counselling/counsellingNote.ts';
import { Instant } from '../dates.ts';
import { channel, Nothing } from './define.ts';

const Secret = z.string().min(1).max(1024);
const Revision = z.number().int().min(0);
const OfClient = z.strictObject({ clientId: ClientId });

export const CounsellingState = z.strictObject({
  /** `damaged`: the keys cannot be read, so nothing may be set up over them. */
  phase: z.enum(['notSetUp', 'closed', 'open', 'damaged']),
  /** How many there are of this client: all that is told while they are closed. */
  notes: z.number().int().min(0),
  waitSeconds: z.number().int().min(0),
});
export type CounsellingState = z.infer<typeof CounsellingState>;

/** No text: a list is read over shoulders. Instants are null for a note that cannot be read. */
const Head = z.strictObject({ id: NoteId, revision: Revision, createdAt: Instant.nullable(), updatedAt: Instant.nullable() });
export type CounsellingHead = z.infer<typeof Head>;
const OpenNote = z.strictObject({ id: NoteId, revision: Revision, createdAt: Instant, updatedAt: Instant, text: CounsellingText });
export type OpenCounsellingNote = z.infer<typeof OpenNote>;

/** How many notes have got text back that could not be saved before an earlier lock. */
const Opened = z.strictObject({ putBack: z.number().int().min(0) });

export const counsellingContracts = {
  'counselling:state': channel(OfClient, CounsellingState),
  /** PASSPHRASE_SHORT, PASSPHRASE_COMMON, COUNSELLING_SAME_PASSPHRASE, COUNSELLING_SET_UP. The code is told this once. */
  'counselling:setUp': channel(z.strictObject({ passphrase: Secret }), z.strictObject({ recoveryCode: z.string().max(60) }), 2),
  /** COUNSELLING_WRONG, or UNLOCK_WAIT {seconds}. */
  'counselling:open': channel(z.strictObject({ passphrase: Secret }), Opened, 5),
  /** Opens them with the code and gives them a new passphrase. */
  'counselling:openWithCode': channel(z.strictObject({ recoveryCode: Secret, passphrase: Secret }), Opened, 2),
  /** COUNSELLING_WRONG for a wrong current one. */
  'counselling:changePassphrase': channel(z.strictObject({ current: Secret, passphrase: Secret }), Nothing, 2),
  /** In place of the code told before. */
  'counselling:newCode': channel(z.strictObject({ passphrase: Secret }), z.strictObject({ recoveryCode: z.string().max(60) }), 2),
  'counselling:close': channel(Nothing, Nothing),
  /** COUNSELLING_CLOSED, as all below. */
  'counselling:list': channel(OfClient, z.strictObject({ notes: z.array(Head).max(COUNSELLING_NOTES_MAX) })),
  'counselling:get': channel(z.strictObject({ noteId: NoteId }), OpenNote),
  /** `noteId` null for a new one. SAVE_CONFLICT, CLIENT_ARCHIVED. */
  'counselling:save': channel(z.strictObject({ clientId: ClientId, noteId: NoteId.nullable(), revision: Revision, text: CounsellingText }), z.strictObject({ noteId: NoteId, revision: Revision, savedAt: z.number() })),
  'counselling:remove': channel(z.strictObject({ noteId: NoteId, revision: Revision }), Nothing),
} as const;
