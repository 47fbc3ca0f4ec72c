// Writing a note: sections at the left, the text in the middle, plan objectives and hints at the
// right, times and saving at the foot. Refuses to keep text only in the editor.
import { X } from 'lucide-react';
import { Fragment, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ErrorCode } from '../../../shared/errors.ts';
import { noteMinutes, suggestedBilling } from '../../../shared/notes/duration.ts';
import { documentText } from '../../../shared/notes/plainText.ts';
import { type CodeSettings, codeSettingsOf } from '../../../shared/notes/serviceCodes.ts';
import { riskState, timesState } from '../../../shared/notes/sectionState.ts';
import type { SignProblem } from '../../../shared/notes/signing.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { notePrintText } from '../../../shared/text/en/notePrint.ts';
import { versionsText } from '../../../shared/text/en/versions.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { newLocalId } from '../../data/today.ts';
import { useCall } from '../../data/useCall.ts';
import { useStillHere } from '../../data/useStillHere.ts';
import { NoteEditor, type NoteEditorHandle } from '../../editor/NoteEditor.tsx';
import type { EditorNotice } from '../../editor/notices.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatCount, formatTimes } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { BesideNote } from './BesideNote.tsx';
import { ConvertMenu, isConvertible } from './ConvertMenu.tsx';
import { copyText } from './copyText.ts';
import { EditorBoundary } from './EditorBoundary.tsx';
import { NoteHead } from './NoteHead.tsx';
import { NoteReading } from './NoteReading.tsx';
import { createPlaceInNote } from './placeInNote.ts';
import { SaveLine } from './SaveLine.tsx';
import { SectionList } from './SectionList.tsx';
import { SignDialog } from './SignDialog.tsx';
import { useDraftCommands } from './useDraftCommands.ts';
import { useSpeller } from './useSpeller.ts';
import { useDraft, type Draft, type OpenNote } from './useDraft.ts';
import { PlaceWatcher } from './PlaceWatcher.tsx';

function noticeWords(notice: EditorNotice): string {
  if (notice.kind === 'cut') return notesText.notices.cut(formatCount(notice.characters));
  return notice.kind === 'phraseUnknown' ? notesText.notices.phraseUnknown(notice.name) : notesText.notices[notice.kind];
}

/** The note has moved on, or is gone: no further try will save what stands here. */
const OVERTAKEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['SAVE_CONFLICT', 'NOTE_SIGNED', 'NOT_FOUND']);

/** `onReopen` is null for a note that is gone. */
function Conflict({ draft, template, onReopen }: { draft: Draft; template: OpenNote['template']; onReopen: (() => void) | null }) {
  const [copied, setCopied] = useState('');
  const copy = () => setCopied(copyText(documentText(draft.document(), template)) ? notesText.save.copied : notesText.save.notCopied);
  return (
    <Notice tone="error" title={onReopen === null ? notesText.save.removedTitle : notesText.save.conflictTitle}>
      <p>{onReopen === null ? notesText.save.removedText : notesText.save.conflictText}</p>
      <div className="row"><Button small onClick={copy}>{notesText.save.copyText}</Button>{onReopen === null ? null : <Button small onClick={onReopen}>{notesText.save.openAgain}</Button>}<span role="status">{copied}</span></div>
    </Notice>
  );
}

function Foot({ draft, codes, onSign, onVersions, onPrint, onDiscard }: { draft: Draft; codes: CodeSettings; onSign: () => void; onVersions: () => void; onPrint: () => void; onDiscard: () => void }) {
  const { header } = draft;
  const minutes = noteMinutes(header);
  const billing = suggestedBilling(header.serviceType, minutes, codes);
  return (
    <footer className="note-foot">
      <span className="note-foot__times">{minutes === null ? notesText.header.noDuration : `${formatTimes(header.startTime, header.endTime)} (${notesText.header.minutes(minutes)})`}</span>
      {billing.length > 0 ? <span className="quiet" title={notesText.foot.codeHint}>{notesText.foot.codes(billing)}</span> : null}
      <span className="quiet">{draft.insight.words === null || draft.insight.words === 0 ? '' : notesText.foot.words(draft.insight.words)}</span>
      <SaveLine state={draft.save} onRetry={() => { draft.flush().then(undefined, () => undefined); }} />
      <span className="note-foot__acts"><Button small look="quiet" onClick={onVersions}>{versionsText.open}</Button><Button small look="quiet" onClick={onPrint}>{notePrintText.open}</Button><Button small look="quiet" onClick={onDiscard}>{notesText.discard.action}</Button><Button look="primary" onClick={onSign}>{notesText.sign.review}</Button></span>
    </footer>
  );
}

/** A place that stands for the header and one that stands for the risk check in the list of sections. */
const HEAD = 'note-head';
const RISK = 'note-risk';

type DraftProps = { open: OpenNote; onSigned: (note: OpenNote) => void; /** The note has another shape now. */ onReplaced: (note: OpenNote) => void; onReopen: () => void; onVersions: () => void; onPrint: () => void; backWords: string; onClose: () => void };

/** The screen of a draft. */
export function DraftNote({ open, onSigned, onReplaced, onReopen, onVersions, onPrint, backWords, onClose }: DraftProps) {
  const draft = useDraft(open);
  const editor = useRef<NoteEditorHandle>(null);
  const screen = useRef<HTMLDivElement>(null);
  const [place] = useState(createPlaceInNote);
  const [notice, setNotice] = useState<EditorNotice | null>(null);
  const [asking, setAsking] = useState<'sign' | 'discard' | null>(null);
  const [trouble, setTrouble] = useState<string>();
  const settings = useCall('settings', () => api.settings.get({}));
  const phrases = useCall('phrases', () => api.phrases.list({}));
  const speller = useSpeller(settings.value, open.value.clientId);
  const stillHere = useStillHere();
  const { template } = open;

  const goToPlace = (id: string) => {
    if (id === HEAD) focusField('serviceDate');
    else if (id === RISK) document.getElementById(RISK)?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    else editor.current?.goToSection(id);
  };
  const goToProblem = ({ where }: SignProblem) => {
    setAsking(null);
    // After the dialog has given the focus back.
    requestAnimationFrame(() => {
      if (where.kind === 'field') editor.current?.goToField(where.fieldId);
      else focusField(where.control);
    });
  };
  // From the form fields and the panels beside the note; inside the text the editor does the same.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const section = event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[1-9]$/.test(event.code) ? template.sections[Number(event.code.slice(5)) - 1] : undefined;
    // A dialog bubbles its keys to here, though it stands elsewhere on the page.
    if (section === undefined || !(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
    event.preventDefault();
    goToPlace(section.id);
  };
  // A note in which nothing stands yet is opened to be written.
  const [fresh] = useState(() => [...draft.insight.sections.values()].every((state) => state === 'empty'));
  useEffect(() => { if (fresh) editor.current?.begin(); }, [fresh]);
  const sign = async (who: { name: string; credentials: string; passphrase: string }) => {
    await draft.flush();
    return await api.notes.sign({ noteId: open.value.id, revision: draft.revision(), ...who });
  };
  const likeness = async () => {
    await draft.flush();
    return await api.notes.similarity({ noteId: open.value.id });
  };
  const discard = async () => {
    try {
      await draft.flush();
      await api.notes.discardDraft({ noteId: open.value.id, revision: draft.revision() });
      announceChange();
      if (stillHere()) onClose();
    } catch (error) {
      setAsking(null);
      setTrouble(sentenceOf(error));
    }
  };
  const marks = [
    { id: HEAD, title: notesText.header.title, state: timesState(draft.header, draft.insight.check.blocking) },
    { id: RISK, title: notesText.risk.title, state: riskState(draft.header, draft.insight.check.blocking) },
  ];
  useDraftCommands({ places: [...marks, ...template.sections], firstSection: marks.length, onGo: goToPlace, convertible: isConvertible(template), onSign: () => setAsking('sign'), onDiscard: () => setAsking('discard') });
  return (
    <div className="note-screen" ref={screen} onKeyDown={onKeyDown}>
      <div className="note-screen__left">
        <Button small look="quiet" onClick={onClose}>{backWords}</Button>
        <SectionList place={place} head={marks} marks={template.sections.map((section) => ({ id: section.id, title: section.title, state: draft.insight.sections.get(section.id) ?? 'empty' }))} onGo={goToPlace} />
      </div>
      <div className="note-screen__middle">
        <div className="note-screen__title"><h1>{template.title}</h1><ConvertMenu draft={draft} open={open} onConverted={onReplaced} /></div>
        {trouble ? <Notice tone="error">{trouble}</Notice> : null}
        {draft.save.kind === 'failed' && OVERTAKEN.has(draft.save.code) ? <Conflict draft={draft} template={template} onReopen={draft.save.code === 'NOT_FOUND' ? null : onReopen} /> : null}
        <NoteHead header={draft.header} template={template} onChange={draft.changeHeader} />
        <EditorBoundary onRestart={() => setNotice({ kind: 'restarted' })} onStop={() => setNotice({ kind: 'stopped' })} fallback={<NoteReading header={draft.header} document={draft.document()} template={template} />}>
          {/* Built anew, the note stands at once as long as it was: what had to grow back would lose the place that was read. */}
          {(turn) => <Fragment key={`${turn} ${draft.turn}`}><PlaceWatcher screen={screen} place={place} insight={draft.insight} /><NoteEditor whole={turn + draft.turn > 0} template={template} read={draft.document} newRowId={newLocalId} handle={editor} onChange={draft.changeText} onNotice={setNotice} speller={speller} phrases={phrases.value?.phrases} wordingHints={settings.value !== undefined && settings.value.languageHints !== false} /></Fragment>}
        </EditorBoundary>
      </div>
      <BesideNote draft={draft} open={open} onGo={goToProblem} />
      <div className="note-notice" role="status">
        {notice ? <p>{noticeWords(notice)}<button type="button" className="note-notice__close" aria-label={notesText.notices.close} onClick={() => setNotice(null)}><Icon of={X} small /></button></p> : null}
      </div>
      <Foot draft={draft} codes={codeSettingsOf(settings.value ?? {})} onSign={() => setAsking('sign')} onVersions={onVersions} onPrint={onPrint} onDiscard={() => setAsking('discard')} />
      {asking === 'sign' ? <SignDialog noteId={open.value.id} header={draft.header} document={draft.document()} template={template} born={open.born} likeness={likeness} sign={sign} onSigned={onSigned} onGo={goToProblem} onClose={() => setAsking(null)} /> : null}
      {asking === 'discard' ? <ConfirmDialog title={notesText.discard.title} text={notesText.discard.text} confirmLabel={notesText.discard.confirm} cancelLabel={notesText.discard.keep} onConfirm={() => void discard()} onCancel={() => setAsking(null)} /> : null}
    </div>
  );
}
