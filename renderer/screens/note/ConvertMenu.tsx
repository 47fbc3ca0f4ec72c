// The same note in another format: what moves where is shown before anything changes. Refuses to drop a
// word; what has no place of its own stands under its old label.
import { useState } from 'react';
import { type Conversion, convertNote, CONVERTIBLE_IDS, type Moved } from '../../../shared/notes/convert.ts';
import type { NoteTemplate } from '../../../shared/notes/template.ts';
import { noteAidsText } from '../../../shared/text/en/noteAids.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { newLocalId } from '../../data/today.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { NoteReading } from './NoteReading.tsx';
import type { Draft, OpenNote } from './useDraft.ts';

const text = noteAidsText.convert;
/** Where the command finds the menu. */
export const FORMAT_MENU = 'note-format';
type Preview = { readonly target: NoteTemplate; readonly conversion: Conversion };
type ConvertProps = { draft: Draft; open: OpenNote; onConverted: (note: OpenNote) => void };

function Moves({ conversion }: { conversion: Conversion }) {
  const { kept, moved, leftOver } = conversion;
  const homeless = new Set<Moved>(leftOver);
  return (
    <div className="convert__moves">
      <p>{moved.length === 0 ? text.nothingMoves : text.stays(kept.length)}</p>
      <ul>{moved.map((move) => <li key={move.from}><span className="strong">{text.move(move.fromLabel, move.toLabel)}</span>{homeless.has(move) ? <span className="quiet"> {text.homeless}</span> : null}<p className="convert__words">{move.text}</p></li>)}</ul>
    </div>
  );
}

function ConvertDialog({ preview, draft, open, onConverted, onClose }: ConvertProps & { preview: Preview; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const { target, conversion } = preview;
  const close = () => { if (!busy) onClose(); };
  const convert = async () => {
    setBusy(true);
    try {
      await draft.flush();
      const note = await api.notes.convert({ noteId: open.value.id, revision: draft.revision(), templateId: target.id });
      announceChange();
      onConverted(note);
    } catch (error) {
      setTrouble(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog wide title={text.title(target.title)} description={text.explain} closeLabel={text.cancel} onClose={close}
      foot={<><Button disabled={busy} onClick={close}>{text.cancel}</Button><Button look="primary" busy={busy} onClick={() => void convert()}>{text.confirm(target.title)}</Button></>}>
      <div className="convert">
        {trouble ? <Notice tone="error">{trouble}</Notice> : null}
        <Moves conversion={conversion} />
        <div className="sign__note" tabIndex={0} role="region" aria-label={text.preview}><NoteReading header={draft.header} document={conversion.document} template={target} /></div>
      </div>
    </Dialog>
  );
}

/** Whether a note of this template can stand in another format. */
export function isConvertible({ id }: Pick<NoteTemplate, 'id'>): boolean {
  return CONVERTIBLE_IDS.some((one) => one === id);
}

/** The menu of other formats; nothing where the note is of no such format. */
export function ConvertMenu(props: ConvertProps) {
  const { draft, open: { template } } = props;
  const [preview, setPreview] = useState<Preview | null>(null);
  const [trouble, setTrouble] = useState<string>();
  if (!isConvertible(template)) return null;
  const show = async (templateId: string) => {
    try {
      const target = await api.templates.get({ templateId });
      setTrouble(undefined);
      setPreview({ target, conversion: convertNote(draft.document(), template, target, newLocalId) });
    } catch (error) {
      setTrouble(sentenceOf(error));
    }
  };
  return (
    <>
      <span id={FORMAT_MENU}><Menu small look="quiet" label={text.menu} items={CONVERTIBLE_IDS.filter((id) => id !== template.id).map((id) => ({ id, label: text.formats[id], perform: () => void show(id) }))} /></span>
      {trouble ? <p role="alert">{trouble}</p> : null}
      {preview ? <ConvertDialog {...props} preview={preview} onClose={() => setPreview(null)} /> : null}
    </>
  );
}
