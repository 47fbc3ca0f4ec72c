// How much of the episode fits in the window: three plain choices.
import { timelineText as t } from '../../shared/text/en/timeline.ts';
import { Steady } from '../ui/Steady.tsx';
import type { Zoom } from './scale.ts';

const ZOOMS: readonly Zoom[] = ['fit', 'month', 'week'];

/** Native radio buttons drawn as one row, so that arrows and screen readers work as everywhere. */
export function ZoomChoice({ zoom, onChange }: { zoom: Zoom; onChange: (zoom: Zoom) => void }) {
  return (
    <fieldset className="tl-zoom">
      <legend className="visually-hidden">{t.zoom.label}</legend>
      {ZOOMS.map((value) => (
        <label key={value} className="tl-zoom-option" data-checked={value === zoom}>
          <input type="radio" name="tl-zoom" className="visually-hidden" checked={value === zoom} onChange={() => onChange(value)} />
          <Steady words={t.zoom[value]} />
        </label>
      ))}
    </fieldset>
  );
}
