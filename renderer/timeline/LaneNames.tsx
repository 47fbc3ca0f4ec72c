// The names of the lanes, beside the picture so that they stay while it scrolls.
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import type { TimelineScoreLane } from '../../shared/timeline/model.ts';

/** Heights follow the lanes of the picture (timeline.css). `life`: rows of spans; `health`: whether there are marks of it. */
export function LaneNames({ overlays, medicines, life, health, tests, scores }: { overlays: number; medicines: number; life: number; health: boolean; tests: boolean; scores: readonly TimelineScoreLane[] }) {
  return (
    <div className="tl-names" aria-hidden="true">
      <div className="tl-name tl-name-axis" />
      <div className="tl-name tl-name-level">{t.lanes.level}</div>
      {overlays > 0 && <div className="tl-name" style={{ height: overlays * 22 + 6 }}>{t.lanes.overlays}</div>}
      {medicines > 0 && <div className="tl-name" style={{ height: medicines * 22 + 6 }}>{t.lanes.medicines}</div>}
      {life > 0 && <div className="tl-name" style={{ height: life * 22 + 6 }}>{t.lanes.life}</div>}
      {health && <div className="tl-name tl-name-low">{t.lanes.health}</div>}
      {tests && <div className="tl-name tl-name-low">{t.lanes.tests}</div>}
      {scores.map(({ lane, name }) => <div key={lane} className="tl-name tl-name-low">{name}</div>)}
      <div className="tl-name tl-name-lane">{t.lanes.notes}</div>
      <div className="tl-name tl-name-lane">{t.lanes.plan}</div>
      <div className="tl-name tl-name-lane">{t.lanes.events}</div>
      <div className="tl-name tl-name-lane">{t.lanes.milestones}</div>
    </div>
  );
}
