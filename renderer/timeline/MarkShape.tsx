// The shapes of marks: told apart by form, so that grey paper and colour-blind eyes read them too.
import type { TimelineMark } from '../../shared/timeline/model.ts';

function shapeOf(mark: TimelineMark) {
  switch (mark) {
    case 'noteSigned': return <circle cx="8" cy="8" r="5.5" className="tl-fill" />;
    case 'noteDraft': return <circle cx="8" cy="8" r="4.75" className="tl-hollow" />;
    case 'plan': return <rect x="3" y="3" width="10" height="10" rx="1.5" className="tl-fill" />;
    case 'planDraft': return <rect x="3.75" y="3.75" width="8.5" height="8.5" rx="1.5" className="tl-hollow" />;
    case 'review': return <path d="M8 2.5 13.5 13h-11z" className="tl-hollow" />;
    case 'move': return <path d="M2.5 8h8M7.5 4l4 4-4 4" className="tl-line" />;
    case 'caution': return <><path d="M8 1.8 14.2 8 8 14.2 1.8 8z" className="tl-caution" /><path d="M8 5v3.6M8 10.4v.6" className="tl-caution-line" /></>;
    case 'testPos': return <text x="8" y="12.5" textAnchor="middle" className="tl-letter tl-letter-pos">P</text>;
    case 'testNeg': return <text x="8" y="12.5" textAnchor="middle" className="tl-letter">N</text>;
    case 'testOpen': return <circle cx="8" cy="8" r="4.75" className="tl-hollow" strokeDasharray="2 2" />;
    case 'score': return <path d="M2 12 6 8l3 2 5-6" className="tl-line" />;
    case 'health': return <path d="M6 2.5h4V6h3.5v4H10v3.5H6V10H2.5V6H6z" className="tl-hollow" />;
    case 'trigger': return <path d="M2.5 3h11L8 13.5z" className="tl-hollow" />;
    case 'milestone': return <path d="M8 3v10" className="tl-line" />;
    case 'event': return <path d="M8 2.8 13.2 8 8 13.2 2.8 8z" className="tl-hollow" />;
  }
}

/** 16 x 16; decorative, the name is on the button or the line that holds it. */
export function MarkShape({ mark }: { mark: TimelineMark }) {
  return <svg className="tl-shape" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shapeOf(mark)}</svg>;
}
