// What is usual at the level under way: length, hours, nights, whom it fits, how withdrawal goes; and the hours
// of the running week. Refuses to recommend: it is there to be read.
import type { Phase } from '../../../shared/continuum/episode.ts';
import { levelInfo } from '../../../shared/continuum/levels.ts';
import { thisWeek } from '../../../shared/continuum/thisWeek.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { ruleSettingsOf } from '../../../shared/rules/thresholds.ts';
import { levelFactsText as t, trackLabels } from '../../../shared/text/en/levelFacts.ts';
import { api } from '../../api.ts';
import { useCall } from '../../data/useCall.ts';
import { formatDay } from '../../ui/format.ts';

/** "Hours this week ...": only for levels that ask for hours. */
export function WeekHours({ chart, phase }: { chart: Chart; phase: Phase }) {
  const settings = useCall('settings', () => api.settings.get({}));
  if (settings.value === undefined) return null;
  const services = chart.notes.map(({ serviceDate, minutes, serviceType }) => ({ date: serviceDate, minutes: minutes ?? 0, serviceType, attended: serviceType !== 'no_show' }));
  const week = thisWeek(phase, services, chart.today, ruleSettingsOf(settings.value));
  if (week === null) return null;
  return <p className="nums" title={t.weekHint}>{t.week(week.hours, formatDay(week.since, chart.today), week.min, week.max)}</p>;
}

/** Facts of one level, closed until asked for. */
export function LevelFacts({ phase }: { phase: Phase }) {
  const { typical, hours, setting, overnight, fits, course } = levelInfo(phase.level);
  const facts: readonly (readonly [string, string])[] = [
    [t.length, typical.verified ? typical.text : t.unverified(typical.text)], [t.hours, hours.text], [t.setting, setting], [t.nights, overnight ? t.atCenter : t.atHome],
    ...(fits === undefined ? [] : [[t.fits, fits] as const]),
    ...(course === undefined ? [] : [[t.course, `${course.verified ? course.text : t.unverified(course.text)} ${course.moreVerified ? course.more : t.unverified(course.more)}`] as const]),
    ...(phase.tracks === undefined || phase.tracks.length === 0 ? [] : [[t.tracks, phase.tracks.map((track) => trackLabels[track]).join(', ')] as const]),
  ];
  return (
    <details className="prompts">
      <summary>{t.title}</summary>
      <dl className="facts">{facts.map(([name, value]) => <div className="facts__pair" key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </details>
  );
}
