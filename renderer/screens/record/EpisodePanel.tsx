// The episode of care under way: where the person stands, what can be done, and the lists below.
// Refuses to suggest a level: it offers the acts, the clinician chooses.
import { useState } from 'react';
import type { Phase } from '../../../shared/continuum/episode.ts';
import { levelName, levelShort, type MoveDirection } from '../../../shared/continuum/levels.ts';
import { activeEpisode, currentPhase, dayInPhase, isOpen, nextPhase, openPhase } from '../../../shared/continuum/position.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { episodeStatusLabels } from '../../../shared/text/en/clinical.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { Badge, LevelChip } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { levelStep } from '../../ui/levelStep.ts';
import { Menu, type MenuItem } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Page.tsx';
import { EventList } from './EventList.tsx';
import { LevelFacts, WeekHours } from './LevelFacts.tsx';
import { levelsToward, MoveDialog } from './MoveDialog.tsx';
import { DischargeDialog, HoldDialog, ReturnDialog } from './OtherDialogs.tsx';
import { OverlayList } from './OverlayList.tsx';
import { PhaseList } from './PhaseList.tsx';
import { StartDialog } from './StartDialog.tsx';
import type { HeldEpisode } from './useEpisode.ts';
import './record.css';

const t = episodeText;
type Open = 'start' | 'hold' | 'return' | 'discharge' | MoveDirection;

function Standing({ held, chart }: { held: HeldEpisode; chart: Chart }) {
  const episode = held.value;
  const phase = currentPhase(episode, chart.today) ?? openPhase(episode);
  const next = nextPhase(episode);
  const day = phase ? dayInPhase(phase, chart.today) : null;
  return (
    <div className="stack-tight">
      {phase?.actualStart ? (
        <p className="standing">
          <LevelChip step={levelStep(phase.level)} short={levelShort(phase.level)} full={levelName(phase.level)} />
          <span className="strong">{levelName(phase.level)}</span>
          {day === null ? null : <span className="nums">{frameText.strip.day(day)}</span>}
          <span className="quiet nums">{t.since(formatDayWithYear(phase.actualStart))}, {phase.plannedEnd ? t.plannedEnd(formatDayWithYear(phase.plannedEnd)) : t.openEnd}</span>
        </p>
      ) : <p className="standing"><Badge>{episodeStatusLabels[episode.status]}</Badge><span>{t.startsOn(formatDayWithYear(episode.start))}</span></p>}
      {phase?.actualStart ? <WeekHours chart={chart} phase={phase} /> : null}
      {next ? <p className="small quiet">{t.next(levelName(next.level), formatDayWithYear(next.plannedStart))}</p> : null}
      {phase ? <LevelFacts phase={phase} /> : null}
    </div>
  );
}

function moveItems(phase: Phase, open: (which: MoveDirection) => void): MenuItem[] {
  const labels = { down: t.moveDown, up: t.moveUp, lateral: t.moveLateral } as const;
  return (['down', 'up', 'lateral'] as const).filter((direction) => levelsToward(phase.level, direction).length > 0).map((direction) => ({ id: direction, label: labels[direction], perform: () => open(direction) }));
}

function Acts({ phase, onOpen }: { phase: Phase | null; onOpen: (open: Open) => void }) {
  return (
    <>
      {phase ? <Menu label={t.changeLevel} look="primary" items={[...moveItems(phase, onOpen), { id: 'hold', label: t.hold, perform: () => onOpen('hold') }]} /> : null}
      <Button onClick={() => onOpen('return')}>{t.returnToUse}</Button>
      <Button onClick={() => onOpen('discharge')}>{t.discharge}</Button>
    </>
  );
}

export function EpisodePanel({ chart, locked }: { chart: Chart; locked: boolean }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const current = activeEpisode(chart.episodes.map((held) => held.value));
  const held = chart.episodes.find((each) => each.value.id === current?.id);
  const start = open === 'start' ? <StartDialog clientId={chart.client.id} today={chart.today} onClose={close} /> : null;
  if (!held || !isOpen(held.value)) {
    return (
      <Panel title={t.title}>
        <p className="strong">{chart.episodes.length > 0 ? t.endedTitle : t.noneTitle}</p>
        {locked ? null : <p className="quiet measure">{chart.episodes.length > 0 ? t.endedText : t.noneText}</p>}
        {locked ? null : <div className="row"><Button look="primary" onClick={() => setOpen('start')}>{chart.episodes.length > 0 ? t.startAnother : t.start}</Button></div>}
        {start}
      </Panel>
    );
  }
  const phase = openPhase(held.value);
  const props = { held, today: chart.today, onClose: close };
  return (
    <Panel title={t.title} acts={locked ? null : <Acts phase={phase} onOpen={setOpen} />}>
      <Standing held={held} chart={chart} />
      <PhaseList held={held} today={chart.today} locked={locked} />
      <OverlayList held={held} today={chart.today} locked={locked} />
      <EventList held={held} today={chart.today} locked={locked} />
      {open === 'hold' ? <HoldDialog {...props} /> : null}
      {open === 'return' ? <ReturnDialog {...props} /> : null}
      {open === 'discharge' ? <DischargeDialog {...props} /> : null}
      {phase && (open === 'down' || open === 'up' || open === 'lateral') ? <MoveDialog {...props} from={phase} direction={open} /> : null}
    </Panel>
  );
}
