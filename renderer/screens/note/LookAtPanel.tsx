// What the rule checks find for this client, beside the note being written and with what it brings itself.
// Refuses to ask while a key is pressed: only once something the checks read has been saved.
import { useEffect, useRef, useState } from 'react';
import { riskControl } from '../../../shared/notes/headerControls.ts';
import type { SignProblem } from '../../../shared/notes/signing.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { checksText as t } from '../../../shared/text/en/health.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { useGo } from '../../data/route.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { CheckList, type WayTo } from '../checks/CheckList.tsx';
import { placeOf, type Piece } from '../checks/evidencePlace.ts';
import { GoHint } from './GoHint.tsx';
import type { Draft, OpenNote } from './useDraft.ts';

/** Findings in sight before "more" is pressed: the column is narrow, the note comes first. */
const IN_SIGHT = 3;

type LookProps = { draft: Draft; open: OpenNote; onGo: (problem: SignProblem) => void; /** What stands below may be drawn without being pushed down later. */ onReady: () => void };

/** Everyone who shows this client hears of a new fact once the note with it is on the disk. */
function useNewFacts({ insight: { facts }, save }: Draft): void {
  const told = useRef(facts);
  const saved = save.kind === 'clean';
  useEffect(() => {
    if (!saved || told.current === facts) return;
    told.current = facts;
    announceChange();
  }, [facts, saved]);
}

// Where in this very note a finding comes from.
function placeHere({ field }: Piece, { template }: OpenNote): SignProblem['where'] | null {
  if (field === 'risk.suicide') return { kind: 'header', part: 'risk', control: riskControl('suicide', 'level') };
  if (field === 'times') return { kind: 'header', part: 'startTime', control: 'startTime' };
  const fields = template.sections.flatMap((section) => section.fields);
  const own = field === 'craving' ? fields.find(({ id }) => id === 'craving_now' || id === 'craving') : field === 'phqItem9' ? fields.find((one) => one.kind === 'instrumentScore' && one.instrument === 'PHQ-9') : undefined;
  return own === undefined ? null : { kind: 'field', fieldId: own.id };
}

const ABOUT = ['risk', 'planLinks'] as const;

// What only this note can mend and the checks would ask about once it is signed; the full list is under "Before signing".
function InThisNote({ hints, onGo }: { hints: readonly SignProblem[]; onGo: (problem: SignProblem) => void }) {
  const own = ABOUT.flatMap((part) => {
    const about = hints.filter(({ where }) => where.kind === 'header' && where.part === part);
    return about[0] === undefined ? [] : [{ part, first: about[0], count: about.length }];
  });
  if (own.length === 0) return null;
  return (
    <details>
      <summary>{t.inThisNote(own.length)}</summary>
      <ul className="note-hints">{own.map(({ part, first, count }) => <li key={part}><GoHint text={part === 'risk' ? t.riskOpen(count) : first.text} onGo={() => onGo(first)} /></li>)}</ul>
    </details>
  );
}

/** The panel at the top of the right column. */
export function LookAtPanel({ draft, open, onGo, onReady }: LookProps) {
  const go = useGo();
  const [all, setAll] = useState(false);
  useNewFacts(draft);
  const { clientId, id } = open.value;
  const rules = useCall(`rules:${clientId}:${id}`, () => api.rules.get({ clientId }));
  const ready = rules.status !== 'loading';
  useEffect(() => { if (ready) onReady(); }, [ready, onReady]);
  const wayTo: WayTo = (piece) => {
    if (piece.record === 'note' && piece.id === id) {
      const where = placeHere(piece, open);
      return where === null ? null : () => onGo({ text: '', where });
    }
    const place = placeOf(piece, clientId, null);
    return place === null ? null : () => go(place);
  };
  if (rules.status === 'loading') return null;
  const list = rules.status === 'ready' ? rules.value : [];
  const [unseen, seen] = [list.filter(({ acknowledged }) => acknowledged === null), list.filter(({ acknowledged }) => acknowledged !== null)];
  // An alert is never behind "more".
  const first = all ? unseen : unseen.filter(({ severity }, index) => severity === 'alert' || index < IN_SIGHT);
  return (
    <section className="look-at" aria-label={clientsText.details.alerts}>
      <h2 className="note-panel__title">{unseen.length > 0 ? t.lookAt(unseen.length) : clientsText.details.alerts}</h2>
      {rules.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: rules.reload }}>{rules.sentence}</Notice> : null}
      {rules.status === 'ready' && unseen.length === 0 ? <p className="quiet small">{t.nothing}</p> : null}
      <CheckList rules={first} clientId={clientId} locked={false} wayTo={wayTo} />
      {first.length < unseen.length ? <div className="row"><Button small look="quiet" onClick={() => setAll(true)}>{t.moreChecks(unseen.length - first.length)}</Button></div> : null}
      <InThisNote hints={draft.insight.check.hints} onGo={onGo} />
      {seen.length > 0 ? <details><summary>{t.alreadySeen(seen.length)}</summary><CheckList rules={seen} clientId={clientId} locked wayTo={wayTo} /></details> : null}
    </section>
  );
}
