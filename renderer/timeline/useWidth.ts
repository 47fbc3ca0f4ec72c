// The width that the picture may take, and where it starts scrolled.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { LocalDate } from '../../shared/dates.ts';
import { xOf, type TimelineScale, type Zoom } from './scale.ts';

/** Content width of the observed element in whole pixels; 900 until it is measured. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/** Opens a scrolled picture with today two thirds across: most of what matters has happened. */
export function useScrollToToday(frame: RefObject<HTMLDivElement | null>, scale: TimelineScale, today: LocalDate, zoom: Zoom): void {
  useEffect(() => {
    const element = frame.current;
    if (element && zoom !== 'fit') element.scrollLeft = xOf(scale, today) - element.clientWidth * 0.66;
  }, [frame, scale, today, zoom]);
}
