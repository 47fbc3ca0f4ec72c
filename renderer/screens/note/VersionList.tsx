// The saves of a note by sitting, newest first; a sitting opens to show each of its saves, and by itself where one of
// them is being shown. Refuses to read any version.
import { useState } from 'react';
import { sittings, type NoteVersion, type Sitting } from '../../../shared/notes/versions.ts';
import { versionsText as t } from '../../../shared/text/en/versions.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock, formatClockExact, formatCount, formatInstantDay } from '../../ui/format.ts';
import { Steady } from '../../ui/Steady.tsx';

type ListProps = { versions: readonly NoteVersion[]; chosen: number | null; onChoose: (revision: number) => void };

const timeOf = ({ newest, oldest }: Sitting): string => t.sitting(formatInstantDay(newest.savedAt), formatClock(oldest.savedAt), formatClock(newest.savedAt));

function SittingItem({ sitting, current, chosen, onChoose }: { sitting: Sitting; current: number } & Omit<ListProps, 'versions'>) {
  const { newest, versions } = sitting;
  const shown = versions.find(({ revision }) => revision === chosen);
  const inside = shown !== undefined && shown !== newest;
  // Null until a person folds or unfolds it.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const open = wanted ?? inside;
  const when = timeOf(sitting);
  return (
    <li className="versions__sitting">
      <button type="button" className="versions__choice" aria-pressed={chosen === newest.revision} data-within={inside || undefined} onClick={() => onChoose(newest.revision)}>
        <span className="versions__when"><Steady words={newest.revision === current ? t.now : when} /></span>
        <span className="versions__facts">{newest.revision === current ? `${when} · ` : ''}{newest.signed ? t.signed : t.draft} · {t.saves(formatCount(versions.length), versions.length === 1)}</span>
        {inside && !open ? <span className="versions__facts versions__inside">{t.inside(formatClockExact(shown.savedAt))}</span> : null}
      </button>
      {versions.length > 1 ? <Button small look="quiet" aria-expanded={open} aria-label={open ? t.hideSaves(when) : t.showSaves(when)} onClick={() => setWanted(!open)}>{open ? '−' : '+'}</Button> : null}
      {open ? (
        <ol className="versions__saves">{versions.map(({ revision, savedAt }) => (
          <li key={revision}><button type="button" className="versions__choice versions__choice--save" aria-pressed={chosen === revision} onClick={() => onChoose(revision)}><Steady words={t.save(formatClockExact(savedAt))} /></button></li>
        ))}</ol>
      ) : null}
    </li>
  );
}

/** Buttons, one for each sitting and, where opened, for each save. */
export function VersionList({ versions, ...choice }: ListProps) {
  const current = versions[0]?.revision ?? 0;
  return <ol className="versions__list" aria-label={t.list}>{sittings(versions).map((sitting) => <SittingItem key={sitting.newest.revision} sitting={sitting} current={current} {...choice} />)}</ol>;
}
