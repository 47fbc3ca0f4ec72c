// What the forms mean, in a line of words.
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import { MarkShape } from './MarkShape.tsx';

/** Decorative samples beside words; nothing here can be pressed. */
export function Legend({ tests, health }: { tests: boolean; health: boolean }) {
  return (
    <p className="tl-legend">
      <span><span className="tl-sample tl-sample-planned" aria-hidden="true" />{t.legend.planned}</span>
      <span><span className="tl-sample tl-sample-actual" aria-hidden="true" />{t.legend.actual}</span>
      <span><MarkShape mark="noteSigned" />{t.legend.signed}</span>
      <span><MarkShape mark="noteDraft" />{t.legend.draft}</span>
      {health ? <><span><MarkShape mark="health" />{t.legend.health}</span><span><MarkShape mark="trigger" />{t.legend.trigger}</span></> : null}
      {tests ? <span>{t.legend.tests}</span> : null}
    </p>
  );
}
