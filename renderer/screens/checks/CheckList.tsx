// Findings as a list: what was seen, what it rests on with a way there, who has seen it. Refuses to let a
// finding go without a name and a reason.
import './checks.css';
import { useState } from 'react';
import type { ClientId } from '../../../shared/brand.ts';
import { LocalDate } from '../../../shared/dates.ts';
import type { RuleView } from '../../../shared/ipc/clinicalContract.ts';
import { checksText as t } from '../../../shared/text/en/health.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { setSaveState } from '../../data/saveState.ts';
import { AlertMark } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatDayWithYear, formatInstantDay } from '../../ui/format.ts';
import { TextArea } from '../../ui/TextField.tsx';
import { FormDialog } from '../record/FormDialog.tsx';
import type { Piece } from './evidencePlace.ts';

const SHOWN = 4;

/** The way to a piece of evidence; null where there is none from here. */
export type WayTo = (piece: Piece) => (() => void) | null;

/** What a finding rests on: the kind of record, with a day or a figure where one was read; each once. */
function grounds({ evidence }: RuleView): { readonly words: string; readonly piece: Piece }[] {
  const words = new Map<string, Piece>();
  for (const piece of evidence) {
    const day = LocalDate.safeParse(piece.value);
    const fact = day.success ? formatDayWithYear(day.data) : /^\d+(\.\d+)?$/.test(piece.value) ? piece.value : '';
    const field = piece.record === 'note' || piece.record === 'measure' ? t.fields[piece.field] : undefined;
    const name = field === undefined ? t.records[piece.record] : `${t.records[piece.record]}, ${field}`;
    const text = fact === '' ? name : `${name} ${fact}`;
    if (!words.has(text)) words.set(text, piece);
  }
  return [...words].map(([text, piece]) => ({ words: text, piece }));
}

function Grounds({ rule, wayTo }: { rule: RuleView; wayTo: WayTo }) {
  const all = grounds(rule);
  return (
    <p className="small quiet check-row__grounds">
      <span>{t.from}</span>
      {all.slice(0, SHOWN).map(({ words, piece }) => {
        const go = wayTo(piece);
        return go === null ? <span key={words}>{words}</span> : <button key={words} type="button" className="check-row__ground" onClick={go}>{words}</button>;
      })}
      {all.length > SHOWN ? <span>{t.moreGrounds(all.length - SHOWN)}</span> : null}
    </p>
  );
}

function SeenDialog({ clientId, rule, onClose }: { clientId: ClientId; rule: RuleView; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const submit = () => (why.trim() === '' ? { why: t.whyMissing } : async () => {
    await api.rules.acknowledge({ clientId, ruleId: rule.id, evidenceKeys: rule.keys, why: why.trim() });
    setSaveState({ kind: 'saved', at: Date.now() });
    announceChange();
  });
  return (
    <FormDialog title={t.seenTitle} text={rule.message} submitLabel={t.seenSubmit} submit={submit} onClose={onClose}>
      {(errors) => <TextArea name="why" label={t.why} hint={t.whyHint} rows={2} value={why} maxLength={1000} onChange={setWhy} error={errors['why']} />}
    </FormDialog>
  );
}

function Check({ rule, locked, place, wayTo, onSeen }: { rule: RuleView; locked: boolean; place: string | undefined; wayTo: WayTo; onSeen: () => void }) {
  const { acknowledged } = rule;
  return (
    <li className="check-row" data-place={place}>
      <AlertMark severity={acknowledged === null ? rule.severity : 'info'} text={rule.message} />
      <div className="check-row__foot">
        {rule.evidence.length > 0 ? <Grounds rule={rule} wayTo={wayTo} /> : null}
        {acknowledged !== null || locked ? null : <span className="check-row__seen"><Button small aria-label={`${t.seen}: ${rule.message}`} onClick={onSeen}>{t.seen}</Button></span>}
      </div>
      {acknowledged === null ? null : <p className="small">{t.seenBy(acknowledged.who, formatInstantDay(acknowledged.at))} {acknowledged.why}</p>}
    </li>
  );
}

/** The list in the order given. `locked`: of a client whose record is read only. `placeOf` names a finding that a search has led to. */
export function CheckList({ rules, clientId, locked, wayTo, placeOf }: { rules: readonly RuleView[]; clientId: ClientId; locked: boolean; wayTo: WayTo; placeOf?: (rule: RuleView) => string | undefined }) {
  const [seeing, setSeeing] = useState<RuleView>();
  return (
    <>
      {rules.length > 0 ? <ul className="checks">{rules.map((rule) => <Check key={rule.id} rule={rule} locked={locked} place={placeOf?.(rule)} wayTo={wayTo} onSeen={() => setSeeing(rule)} />)}</ul> : null}
      {seeing ? <SeenDialog clientId={clientId} rule={seeing} onClose={() => setSeeing(undefined)} /> : null}
    </>
  );
}
