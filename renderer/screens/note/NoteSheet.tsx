// A note as it stands on paper: whose it is, the note as written, the signature, the additions. Draws what it is given
// and refuses to leave out a part of the note.
import '../../handouts/sheet.css';
import './noteSheet.css';
import { LevelOfCare } from '../../../shared/continuum/episode.ts';
import { levelName } from '../../../shared/continuum/levels.ts';
import type { Addendum, Note, Signature } from '../../../shared/notes/note.ts';
import type { NotePlan } from '../../../shared/notes/notePlan.ts';
import { notePrintText, PART2_NOTICES } from '../../../shared/text/en/notePrint.ts';
import { Paper, Words } from '../../handouts/Words.tsx';
import { formatMoment } from '../../ui/format.ts';
import { ReadingSections } from './NoteReading.tsx';
import { ReadingHead } from './ReadingHead.tsx';
import type { OpenNote } from './useDraft.ts';

const t = notePrintText.sheet;
export type ForWhom = keyof typeof notePrintText.forWhom;
export type NotePaper = { readonly who: string; readonly born: string | null; readonly clinic: string; readonly forWhom: ForWhom; readonly printedAt: string };

function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return <dl className="note-sheet__facts">{rows.filter(([, value]) => value !== '').map(([label, value]) => <div key={label}><dt>{label}</dt><dd dir="auto"><Words text={value} /></dd></div>)}</dl>;
}

/** How it was signed and what proves it is for whoever has to check; a client needs who and when. */
function SignatureBlock({ note, signature, forWhom }: { note: Note; signature: Signature; forWhom: ForWhom }) {
  const toCheck = forWhom !== 'client';
  return (
    <section className="note-sheet__signature">
      <h2>{t.signed}</h2>
      <p className="note-sheet__name">{t.signedBy(signature.name, signature.credentials)}</p>
      {signature.late ? <p>{t.late}</p> : null}
      <Facts rows={[[t.at, formatMoment(signature.signedAt)], [t.method, toCheck ? t.passphrase : '']]} />
      {note.coSignature ? <p><Words text={t.coSigned(note.coSignature.role, t.signedBy(note.coSignature.name, note.coSignature.credentials), formatMoment(note.coSignature.at))} /></p> : null}
      {toCheck ? <p className="note-sheet__technical">{t.technical(t.templateVersion(note.template.title, note.template.version), signature.appVersion, signature.contentHash)}</p> : null}
    </section>
  );
}

function Additions({ addenda }: { addenda: readonly Addendum[] }) {
  return (
    <section>
      <h2>{t.additions}</h2>
      {addenda.map((addendum) => (
        <div key={addendum.id} className="note-sheet__addition">
          <p className="note-sheet__words" dir="auto"><Words text={addendum.text} /></p>
          <Facts rows={[[t.reason, addendum.reason], [t.signed, `${t.signedBy(addendum.authorName, addendum.credentials)}, ${formatMoment(addendum.at)}`]]} />
        </div>
      ))}
    </section>
  );
}

/** The name of the level; one that the app does not know stands as it was kept. */
function levelWords(level: string | null): string {
  const known = LevelOfCare.safeParse(level);
  return known.success ? levelName(known.data) : level ?? '';
}

/** The whole sheet; the same element is shown as a preview and printed. */
export function NoteSheet({ open, paper, plan }: { open: OpenNote; paper: NotePaper; plan: NotePlan }) {
  const { value: note, template } = open;
  return (
    <Paper><article className="sheet note-sheet reading" lang="en">
      <header className="sheet-head">
        <h1>{note.template.title}</h1>
        <p className="sheet-meta"><span><Words text={paper.printedAt} /></span></p>
      </header>
      {note.status === 'draft' ? <p className="note-sheet__draft">{notePrintText.draft}</p> : null}
      <ReadingHead header={note.header} about={[[t.client, paper.who], [t.born, paper.born ?? ''], [t.clinic, paper.clinic], [t.level, levelWords(note.levelAtSigning)]]} plan={plan} />
      {paper.forWhom === 'outside' ? <section className="note-sheet__notice">{PART2_NOTICES.long.map((line) => <p key={line}>{line}</p>)}</section> : null}
      <ReadingSections document={note.document} template={template} on="paper" />
      {note.signature ? <SignatureBlock note={note} signature={note.signature} forWhom={paper.forWhom} /> : null}
      {note.addenda.length > 0 ? <Additions addenda={note.addenda} /> : null}
    </article></Paper>
  );
}
