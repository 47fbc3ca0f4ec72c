// The phases of an episode: what was planned beside what was lived.
import { useState } from 'react';
import type { Phase } from '../../../shared/continuum/episode.ts';
import { levelName, levelShort } from '../../../shared/continuum/levels.ts';
import { isOpen, isPlanned, openPhase } from '../../../shared/continuum/position.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { phaseEndLabels } from '../../../shared/text/en/clinical.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { trackLabels } from '../../../shared/text/en/levelFacts.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { useAct } from '../../data/useAct.ts';
import { LevelChip } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { levelStep } from '../../ui/levelStep.ts';
import { Notice } from '../../ui/Notes.tsx';
import { AddPhaseDialog, BeginPhaseDialog, EditPhaseDialog } from './PhaseDialogs.tsx';
import { applyToEpisode, type HeldEpisode } from './useEpisode.ts';

const t = episodeText.phases;
type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'begin' | 'remove'; readonly phase: Phase };

function span(from: LocalDate, to: LocalDate | null, open: string): string {
  return episodeText.range(formatDayWithYear(from), to === null ? open : formatDayWithYear(to));
}

function endLabel(reason: string): string | undefined {
  const labels: Readonly<Record<string, string>> = phaseEndLabels;
  return reason === '' ? undefined : labels[reason] ?? reason;
}

function Row({ phase, canBegin, canRemove, editable, onOpen }: { phase: Phase; canBegin: boolean; canRemove: boolean; editable: boolean; onOpen: (open: Open) => void }) {
  const name = levelName(phase.level);
  const ended = endLabel(phase.endReason);
  return (
    <tr data-place={phase.id}>
      <td><span className="row-tight"><LevelChip step={levelStep(phase.level)} short={levelShort(phase.level)} full={name} /> {name}</span>{phase.program || phase.tracks?.length ? <div className="small quiet">{[phase.program, ...(phase.tracks ?? []).map((track) => trackLabels[track])].filter((part) => part !== '').join(', ')}</div> : null}{phase.notes ? <div className="small quiet pre">{phase.notes}</div> : null}</td>
      <td className="nums small">{span(phase.plannedStart, phase.plannedEnd, episodeText.starting.openEnded)}</td>
      <td className="nums small">{phase.actualStart === null ? (phase.endReason === 'skipped' ? ended : t.notYet) : <>{span(phase.actualStart, phase.actualEnd, t.now)}{ended ? <div className="quiet">{ended}</div> : null}</>}</td>
      <td className="mini-table__acts">
        {editable && canBegin ? <Button small look="quiet" aria-label={t.beginOf(name)} onClick={() => onOpen({ kind: 'begin', phase })}>{t.begin}</Button> : null}
        {editable ? <Button small look="quiet" aria-label={t.editOf(name)} onClick={() => onOpen({ kind: 'edit', phase })}>{t.edit}</Button> : null}
        {editable && canRemove ? <Button small look="quiet" aria-label={t.removeOf(name)} onClick={() => onOpen({ kind: 'remove', phase })}>{t.remove}</Button> : null}
      </td>
    </tr>
  );
}

export function PhaseList({ held, today, locked }: { held: HeldEpisode; today: LocalDate; locked: boolean }) {
  const [open, setOpen] = useState<Open>();
  const { busy, sentence, run } = useAct();
  const close = () => setOpen(undefined);
  const episode = held.value;
  const editable = isOpen(episode) && !locked;
  const nothingOpen = openPhase(episode) === null;
  return (
    <div className="stack-tight">
      <div className="panel__head"><h3>{t.title}</h3>{editable ? <Button small onClick={() => setOpen({ kind: 'add' })}>{t.add}</Button> : null}</div>
      <table className="mini-table" aria-label={t.title}>
        <thead><tr><th scope="col">{t.columns.level}</th><th scope="col">{t.columns.planned}</th><th scope="col">{t.columns.lived}</th><th scope="col"><span className="visually-hidden">{t.columns.acts}</span></th></tr></thead>
        <tbody>{episode.phases.map((phase) => <Row key={phase.id} phase={phase} editable={editable} canBegin={nothingOpen && isPlanned(phase)} canRemove={phase.actualStart === null && episode.phases.length > 1} onOpen={setOpen} />)}</tbody>
      </table>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      {open?.kind === 'add' ? <AddPhaseDialog held={held} today={today} onClose={close} /> : null}
      {open?.kind === 'edit' ? <EditPhaseDialog held={held} phase={open.phase} onClose={close} /> : null}
      {open?.kind === 'begin' ? <BeginPhaseDialog held={held} phase={open.phase} today={today} onClose={close} /> : null}
      {open?.kind === 'remove' ? <ConfirmDialog title={t.removeTitle} text={t.removeText} confirmLabel={t.remove} cancelLabel={frameText.cancel} busy={busy} onCancel={close} onConfirm={() => { run(() => applyToEpisode(held, { kind: 'removePhase', phaseId: open.phase.id })); close(); }} /> : null}
    </div>
  );
}
