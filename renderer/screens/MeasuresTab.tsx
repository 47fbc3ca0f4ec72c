// Questionnaires and scales of a client: what is due and done at the left, one form with its results at the
// right. Refuses to say what a score means beyond the words of the form.
import { useRef, useState } from 'react';
import { activeEpisode } from '../../shared/continuum/position.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { dueOf } from '../../shared/measures/due.ts';
import type { Instrument } from '../../shared/measures/instrument.ts';
import { NOTE_RULER, type NoteScore } from '../../shared/measures/noteScore.ts';
import { byTime } from '../../shared/measures/trend.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { measuresText as t } from '../../shared/text/en/measures.ts';
import { api } from '../api.ts';
import { useCall } from '../data/useCall.ts';
import { AlertMark, Badge } from '../ui/Badge.tsx';
import { formatDay } from '../ui/format.ts';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { InstrumentPanel } from './measures/InstrumentPanel.tsx';
import { noteScoreWords } from './measures/NoteRow.tsx';
import { resultWords } from './measures/resultWords.ts';
import './record/record.css';
import './measures/measures.css';

type Group = keyof typeof t.groups;

function groupOf({ wording, items, bands }: Instrument): Group {
  if (wording === 'notBundled') return 'held';
  return items.length === 1 && bands.length === 0 ? 'rulers' : 'forms';
}

function DueBadge({ chart, instrument, inCare, begun }: { chart: Chart; instrument: Instrument; inCare: boolean; begun: boolean }) {
  const due = dueOf(instrument, chart.measures, { today: chart.today, inCare });
  if (due === null) return null;
  if (due.kind === 'next') return <span className="small quiet nums">{t.nextDue(formatDay(due.date, chart.today))}</span>;
  return <Badge tone="amber">{due.kind === 'first' ? (begun ? t.dueIncomplete : t.dueFirst) : t.dueSince(formatDay(due.date, chart.today))}</Badge>;
}

/** The newest result in words, wherever it stands. */
function lastWords(instrument: Instrument, last: Chart['measures'][number] | undefined, notes: readonly NoteScore[], today: Chart['today']): string {
  const note = notes.at(-1);
  if (note !== undefined && byTime(last === undefined ? [note] : [last, note]).at(-1) === note) return `${t.lastResult(noteScoreWords(instrument, note), formatDay(note.date, today))}, ${t.fromNoteShort}`;
  return last ? t.lastResult(resultWords(instrument, last.result), formatDay(last.date, today)) : t.never;
}

function Row({ chart, instrument, notes, chosen, inCare, onChoose }: { chart: Chart; instrument: Instrument; notes: readonly NoteScore[]; chosen: boolean; inCare: boolean; onChoose: () => void }) {
  const last = byTime(chart.measures.filter((measure) => measure.instrumentId === instrument.id && !measure.enteredInError)).at(-1);
  return (
    <li>
      <button type="button" className="measure-row" aria-current={chosen ? 'true' : undefined} onClick={onChoose}>
        <span className="strong">{instrument.shortTitle}</span>
        <span className="small quiet nums">{lastWords(instrument, last, notes, chart.today)}</span>
        {last && last.item9 !== null ? <AlertMark severity="warn" text={t.item9(last.item9)} /> : null}
        <DueBadge chart={chart} instrument={instrument} inCare={inCare} begun={last !== undefined} />
      </button>
    </li>
  );
}

export function MeasuresTab({ chart, at }: { chart: Chart; /** A result that a search has led to. */ at: string | null }) {
  const instruments = useCall('instruments', () => api.instruments.list({}));
  const measures = useCall(`measures:${chart.client.id}`, () => api.measures.list({ clientId: chart.client.id }));
  const fromNotes = useCall(`measures:fromNotes:${chart.client.id}`, () => api.measures.fromNotes({ clientId: chart.client.id }));
  const [chosenId, setChosenId] = useState<string>();
  const one = useRef<HTMLDivElement>(null);
  const choose = (id: string) => {
    setChosenId(id);
    // In a narrow window the form stands under the list.
    requestAnimationFrame(() => { if (one.current && one.current.getBoundingClientRect().top > globalThis.innerHeight * 0.6) one.current.scrollIntoView({ block: 'start' }); });
  };
  const inCare = activeEpisode(chart.episodes.map(({ value }) => value))?.status === 'active';
  const refused = [instruments, measures, fromNotes].find((call) => call.status === 'refused');
  if (refused?.status === 'refused') return <div className="page"><Notice tone="error" action={{ label: frameText.tryAgain, perform: refused.reload }}>{refused.sentence}</Notice></div>;
  if (instruments.status !== 'ready' || measures.status !== 'ready' || fromNotes.status !== 'ready') return <div className="page"><Skeleton label={frameText.loading} lines={6} /></div>;
  const notesOf = ({ id }: Instrument): readonly NoteScore[] => (id === NOTE_RULER ? fromNotes.value : []);
  const led = measures.value.find(({ value }) => value.id === at)?.value.instrumentId;
  // The one used last comes first to hand.
  const lastUsed = byTime(chart.measures.filter(({ enteredInError }) => !enteredInError)).at(-1)?.instrumentId;
  const chosen = instruments.value.find(({ id }) => id === (chosenId ?? led ?? lastUsed)) ?? instruments.value.find(({ id }) => id === 'PHQ-9') ?? instruments.value[0];
  return (
    <div className="page measures">
      {chart.client.status === 'archived' ? <Notice>{t.archived}</Notice> : null}
      <div className="measures__columns">
        <nav className="measures__list" aria-label={t.list}>
          {(['forms', 'rulers', 'held'] as const).map((group) => (
            <section key={group} className="stack-tight" aria-label={t.groups[group]}>
              <h2 className="measures__group">{t.groups[group]}</h2>
              <ul>{instruments.value.filter((instrument) => groupOf(instrument) === group).map((instrument) => <Row key={instrument.id} chart={chart} instrument={instrument} notes={notesOf(instrument)} chosen={instrument.id === chosen?.id} inCare={inCare} onChoose={() => choose(instrument.id)} />)}</ul>
            </section>
          ))}
        </nav>
        <div className="measures__one" ref={one}>{chosen ? <InstrumentPanel key={chosen.id} chart={chart} instrument={chosen} measures={measures.value} notes={notesOf(chosen)} at={at} /> : null}</div>
      </div>
    </div>
  );
}
