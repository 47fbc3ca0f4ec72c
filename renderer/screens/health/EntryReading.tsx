// The words of an entry whose row does not show them all, to be read where nothing may be changed. Refuses what is no
// text: the row has that.
import type { ClinicalList } from '../../../shared/clinical/clinicalRecord.ts';
import type { EntryOf } from '../../../shared/clinical/entryLines.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FIELDS } from './fields.ts';

/** What was written in an entry, by the labels of its form. */
export function writtenFields(list: ClinicalList, entry: EntryOf<ClinicalList>): { readonly label: string; readonly text: string }[] {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  return FIELDS[list].flatMap(({ kind, name, label }) => {
    const text = kind === 'line' || kind === 'area' ? values[name] : '';
    return typeof text === 'string' && text.trim() !== '' ? [{ label, text }] : [];
  });
}

export function EntryReading({ list, entry, title, onClose }: { list: ClinicalList; entry: EntryOf<ClinicalList>; title: string; onClose: () => void }) {
  return (
    <Dialog title={title} closeLabel={frameText.close} wide onClose={onClose} foot={<Button onClick={onClose}>{frameText.close}</Button>}>
      <dl className="facts" data-place={entry.id} tabIndex={0}>{writtenFields(list, entry).map(({ label, text }) => <div className="facts__pair" key={label}><dt>{label}</dt><dd className="pre">{text}</dd></div>)}</dl>
    </Dialog>
  );
}
