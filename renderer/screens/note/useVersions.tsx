// Opens the panel with earlier versions over a note, once everything typed is saved. Refuses to compare with words
// that are not on the disk.
import { useState, type ReactNode } from 'react';
import type { NoteId } from '../../../shared/brand.ts';
import { isAppError } from '../../../shared/errors.ts';
import { versionsText as t } from '../../../shared/text/en/versions.ts';
import { api } from '../../api.ts';
import { flushPending } from '../../data/flush.ts';
import { setSaveState } from '../../data/saveState.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import type { OpenNote } from './useDraft.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

type Shown = { readonly now: OpenNote | null };

/** The note as it is saved now; null where it cannot be read. */
async function present(noteId: NoteId): Promise<OpenNote | null> {
  try {
    return await api.notes.get({ noteId });
  } catch (error) {
    if (isAppError(error, 'RECORD_DAMAGED')) return null;
    throw error;
  }
}

/** `dialog` is drawn by the caller. */
export function useVersions({ noteId, archived, onRestored }: { noteId: NoteId; archived: boolean; onRestored: (note: OpenNote) => void }): { open: () => void; dialog: ReactNode } {
  const [shown, setShown] = useState<Shown | null>(null);
  const ask = async () => {
    if (!await flushPending()) setSaveState({ kind: 'notSaved', sentence: t.unsaved });
    else setShown({ now: await present(noteId) });
  };
  const open = () => { ask().then(undefined, (error: unknown) => setSaveState({ kind: 'notSaved', sentence: sentenceOf(error) })); };
  const close = () => setShown(null);
  const dialog = shown ? <VersionsDialog noteId={noteId} now={shown.now} archived={archived} onClose={close} onRestored={(note) => { close(); onRestored(note); }} /> : null;
  return { open, dialog };
}
