// The result as far as it is known: a total only when no scored answer is missing, what needs attention at
// once. Refuses a verdict about a person.
import type { Instrument } from '../../../shared/measures/instrument.ts';
import type { Score } from '../../../shared/measures/score.ts';
import { measuresText as t } from '../../../shared/text/en/measures.ts';
import { Notice } from '../../ui/Notes.tsx';
import { resultWords } from './resultWords.ts';

/** What an instrument's alerts say, the gravest first; the crisis line beside any that is about safety. */
export function MeasureAlerts({ instrument, alerts }: { instrument: Instrument; alerts: readonly string[] }) {
  const raised = instrument.alerts.filter(({ id }) => alerts.includes(id)).toSorted((a, b) => Number(b.severity === 'alert') - Number(a.severity === 'alert'));
  return <>{raised.map((alert) => (
    <Notice key={alert.id} tone={alert.severity === 'alert' ? 'error' : 'warn'}>{alert.text}{alert.id === 'R-SUI1' ? <> {t.crisisLine}</> : null}</Notice>
  ))}</>;
}

/** A live region, so that the total is heard when it appears. */
export function ResultLine({ instrument, score }: { instrument: Instrument; score: Score }) {
  const complete = score.missing.length === 0;
  return (
    <p className="result-line" role="status">
      <span className="small quiet">{t.result}</span>
      <span className={complete ? 'strong nums' : 'quiet'}>{complete ? resultWords(instrument, score) : t.noTotal(score.missing.length)}</span>
      {!complete && score.band !== null ? <span className="strong">{score.band}</span> : null}
    </p>
  );
}
