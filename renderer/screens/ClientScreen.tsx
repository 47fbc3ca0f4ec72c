// The client's room: the strip that never scrolls away, and the tabs under it. Refuses to know what
// is inside a tab: the app hands that in.
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClientId } from '../../shared/brand.ts';
import { levelName, levelShort, overlayInfo } from '../../shared/continuum/levels.ts';
import { activeEpisode, activeOverlays } from '../../shared/continuum/position.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { api } from '../api.ts';
import { useCommandLines } from '../data/commands.ts';
import { useGo, type ClientTab } from '../data/route.ts';
import { useCall } from '../data/useCall.ts';
import { Button } from '../ui/Button.tsx';
import { ClientStrip } from '../ui/ClientStrip.tsx';
import { levelStep } from '../ui/levelStep.ts';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { TabbedRoom, type Tab } from '../ui/Tabs.tsx';

const t = frameText;

function moudLine(chart: Chart): string | null {
  const episode = activeEpisode(chart.episodes.map((held) => held.value));
  if (!episode) return null;
  const names = activeOverlays(episode, chart.today).filter((overlay) => overlayInfo(overlay.kind).medication).map((overlay) => overlay.detail.trim() || overlayInfo(overlay.kind).name);
  return names.length > 0 ? t.strip.moud([...new Set(names)].join(', ')) : null;
}

function Strip({ chart, lookedOn }: { chart: Chart; lookedOn: boolean }) {
  const go = useGo();
  const { row, client } = chart;
  const level = row.level ? { step: levelStep(row.level), short: levelShort(row.level), full: levelName(row.level), day: row.dayInLevel === null ? null : t.strip.day(row.dayInLevel) } : null;
  return <ClientStrip label={t.strip.label} name={client.details.preferredName} pronouns={client.details.pronouns} level={level} noLevel={t.strip.noLevel} overlay={moudLine(chart)} archived={client.status === 'archived' ? t.strip.archived : null} alerts={lookedOn ? [] : row.alerts} moreLabel={t.strip.moreAlerts} onAlerts={() => go({ room: 'client', clientId: client.id, tab: 'record' })} />;
}

function tabsOf(chart: Chart): Tab<ClientTab>[] {
  return [
    { value: 'timeline', label: t.tabs.timeline },
    { value: 'notes', label: t.tabs.notes, count: chart.row.unsignedNotes },
    { value: 'plan', label: t.tabs.plan },
    { value: 'measures', label: t.tabs.measures },
    { value: 'health', label: t.tabs.health },
    { value: 'record', label: t.tabs.record },
  ];
}

/** The way back to what led to this client, and its words. */
export type WayOut = { readonly words: string; readonly perform: () => void };
type Inside = { readonly kind: 'tab'; readonly tab: ClientTab; readonly back: WayOut | null; readonly render: (chart: Chart) => ReactNode } | { readonly kind: 'page'; /** The client looks on: what the checks found is not shown above. */ readonly lookedOn?: true; readonly render: (chart: Chart) => ReactNode };

export function ClientScreen({ clientId, inside }: { clientId: ClientId; inside: Inside }) {
  const go = useGo();
  const back = inside.kind === 'tab' ? inside.back : null;
  useCommandLines(() => (back === null ? [] : [{ id: 'way-back', label: back.words, group: 'go', perform: back.perform }]));
  const chart = useCall(`chart:${clientId}`, () => api.chart.get({ clientId }));
  if (chart.status === 'loading') return <div className="page"><Skeleton label={t.loading} lines={6} /></div>;
  if (chart.status === 'refused') return <div className="page"><Notice tone="error" action={{ label: t.caseload, perform: () => go({ room: 'caseload' }) }}>{chart.sentence}</Notice></div>;
  const strip = <Strip chart={chart.value} lookedOn={inside.kind === 'page' && inside.lookedOn === true} />;
  if (inside.kind === 'page') {
    return <div className="client-room"><div className="client-room__strip">{strip}</div><div className="client-room__inner">{inside.render(chart.value)}</div></div>;
  }
  return <TabbedRoom label={t.tabs.label} tabs={tabsOf(chart.value)} value={inside.tab} onChange={(tab) => go({ room: 'client', clientId, tab })} above={strip} beside={back === null ? null : <Button small look="quiet" icon={ArrowLeft} onClick={back.perform}>{back.words}</Button>}>{inside.render(chart.value)}</TabbedRoom>;
}
