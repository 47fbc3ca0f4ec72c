// What stands to the right of a draft: what the checks find, plan objectives, the last note of its kind, what is left before
// signing. Refuses to write into the text.
import { useCallback, useState } from 'react';
import { copyHeader, copyStructure } from '../../../shared/notes/copyStructure.ts';
import type { SignProblem } from '../../../shared/notes/signing.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { newLocalId } from '../../data/today.ts';
import { currentPlan, openObjectives } from './currentPlan.ts';
import { GoHint } from './GoHint.tsx';
import { LookAtPanel } from './LookAtPanel.tsx';
import { LastNotePanel } from './LastNotePanel.tsx';
import { ObjectivesPanel } from './ObjectivesPanel.tsx';
import { OverlapPanel } from './OverlapLine.tsx';
import type { Draft, OpenNote } from './useDraft.ts';

function Hints({ draft, onGo }: { draft: Draft; onGo: (problem: SignProblem) => void }) {
  const { blocking, hints } = draft.insight.check;
  return (
    <section className="note-hints" aria-label={notesText.hints.title}>
      <h2 className="note-panel__title">{notesText.hints.title}</h2>
      {blocking.length + hints.length === 0 ? <p className="quiet">{notesText.hints.nothing}</p> : (
        <ul>{[...blocking, ...hints].map((problem) => <li key={problem.text}><GoHint text={problem.text} onGo={() => onGo(problem)} /></li>)}</ul>
      )}
    </section>
  );
}

/** Takes over rows, kind of service and those linked objectives that are still open; no word. */
async function takeStructure(draft: Draft, open: OpenNote, last: OpenNote): Promise<void> {
  const plan = await currentPlan(open.value.clientId);
  const openIds = new Set(plan ? openObjectives(plan).map(({ id }) => id) : []);
  // Something may have been typed while the plan was read.
  if (!draft.isBlank()) return;
  const header = copyHeader(last.value.header);
  draft.changeHeader({ ...header, planLinks: header.planLinks.filter((link) => link.planId === plan?.id && openIds.has(link.objectiveId)) });
  draft.replace(copyStructure(last.value.document, open.template, newLocalId));
}

/** The right column of a draft. */
export function BesideNote({ draft, open, onGo }: { draft: Draft; open: OpenNote; onGo: (problem: SignProblem) => void }) {
  // What is left to do is drawn below the two that wait for an answer: before them it would hold the first sight of the note, and be pushed away under the pointer.
  const [ready, setReady] = useState({ checks: false, plan: false });
  const checksReady = useCallback(() => setReady((now) => ({ ...now, checks: true })), []);
  const planReady = useCallback(() => setReady((now) => ({ ...now, plan: true })), []);
  return (
    <aside className="note-screen__right" aria-label={notesText.beside}>
      <LookAtPanel draft={draft} open={open} onGo={onGo} onReady={checksReady} />
      <OverlapPanel noteId={open.value.id} header={draft.header} clientId={open.value.clientId} />
      <ObjectivesPanel clientId={open.value.clientId} header={draft.header} onChange={draft.changeHeader} onReady={planReady} />
      <LastNotePanel noteId={open.value.id} onStructure={draft.insight.filled.size === 0 ? (last) => takeStructure(draft, open, last) : undefined} />
      {ready.checks && ready.plan ? <Hints draft={draft} onGo={onGo} /> : null}
    </aside>
  );
}
