// The client's home: the picture of the episode, the list that is its equal, and what is chosen.
import { useMemo, useState } from 'react';
import type { NoteId, PlanId } from '../../shared/brand.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import { eventEntryId } from '../../shared/timeline/entries.ts';
import { timelineModel, type TimelineEntry } from '../../shared/timeline/model.ts';
import { aimAtNote, aimAway } from '../data/noteAhead.ts';
import { dayOfInstant } from '../data/today.ts';
import { useNear } from '../data/useNear.ts';
import { EntryDetail } from '../timeline/EntryDetail.tsx';
import { EntryList } from '../timeline/EntryList.tsx';
import { LaneNames } from '../timeline/LaneNames.tsx';
import { Legend } from '../timeline/Legend.tsx';
import { Picture } from '../timeline/Picture.tsx';
import { rowsOf, timelineScale, type EntryGroup, type Zoom } from '../timeline/scale.ts';
import { useScrollToToday, useWidth } from '../timeline/useWidth.ts';
import { Button } from '../ui/Button.tsx';
import { ZoomChoice } from '../timeline/ZoomChoice.tsx';
import '../timeline/timeline.css';

type TimelineTabProps = { readonly chart: Chart; /** An event that a search has led to. */ readonly at: string | null; readonly onOpenNote: (noteId: NoteId) => void; readonly onOpenPlan: (planId: PlanId) => void; readonly onRecord: () => void };

export function TimelineTab({ chart, at, onOpenNote, onOpenPlan, onRecord }: TimelineTabProps) {
  const model = useMemo(() => timelineModel(chart, dayOfInstant), [chart]);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [selectedId, setSelectedId] = useState<string | null>(at === null ? null : eventEntryId(at));
  const [frame, available] = useWidth();
  const selected = model.entries.find((entry) => entry.id === selectedId) ?? null;
  useNear(selected, selected?.target?.kind === 'note' ? [selected.target.noteId] : []);
  const scale = useMemo(() => timelineScale(model, zoom, available), [model, zoom, available]);
  useScrollToToday(frame, scale, model.today, zoom);

  const open = (entry: TimelineEntry | undefined): void => {
    if (entry?.target?.kind === 'note') onOpenNote(entry.target.noteId);
    if (entry?.target?.kind === 'plan') onOpenPlan(entry.target.planId);
  };
  const aim = (entry: TimelineEntry | undefined, pressed = false): void => {
    if (entry?.target?.kind === 'note') aimAtNote(entry.target.noteId, pressed);
    else aimAway();
  };
  const openGroup = (group: EntryGroup): void => { if (group.entries.length === 1) open(group.entries[0]); };

  if (chart.episodes.length === 0 && model.entries.length === 0) {
    return <section className="tl-empty"><h2>{t.emptyTitle}</h2><p>{t.emptyText}</p><Button look="primary" onClick={onRecord}>{t.toRecord}</Button></section>;
  }
  const [tests, health] = (['tests', 'health'] as const).map((one) => model.entries.some(({ lane }) => lane === one)) as [boolean, boolean];
  return (
    <section className="tl" aria-labelledby="tl-title">
      <div className="tl-head">
        <h2 id="tl-title">{t.title}</h2>
        <Legend tests={tests} health={health} />
        <ZoomChoice zoom={zoom} onChange={setZoom} />
      </div>
      <div className="tl-stage">
        <LaneNames overlays={model.overlays.length} medicines={model.medicines.length} life={rowsOf(model.life)} health={health} tests={tests} scores={model.scoreLanes} />
        <div className="tl-scroll" ref={frame}>
          <Picture model={model} scale={scale} selectedId={selectedId} onSelect={(group) => setSelectedId(group.entries[0]?.id ?? null)} onOpen={openGroup} onAim={({ entries }) => aim(entries.length === 1 ? entries[0] : undefined)} />
        </div>
      </div>
      <div className="tl-below">
        <div className="tl-list-wrap">
          <h3>{t.listTitle}</h3>
          <EntryList entries={model.entries} selectedId={selectedId} onSelect={(entry) => setSelectedId(entry.id)} onOpen={open} onAim={(entry) => aim(entry)} />
        </div>
        <EntryDetail entry={selected} onOpen={open} onAim={aim} />
      </div>
    </section>
  );
}
