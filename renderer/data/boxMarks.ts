// Marks found words inside boxes. A box shows only its own text, so the marks stand on a see-through sheet over it that
// follows it. Refuses to touch the box, and to stay once a person writes in it.
import type { FoundBox } from './foundWords.ts';
import { sheetOf } from './scrollInBox.ts';

/** What of the box is in sight: not behind the edges of what scrolls around it. */
function inSight(box: HTMLElement, { top, right, bottom, left }: DOMRect): string {
  const edges = { top, right, bottom, left };
  for (let around = box.parentElement; around !== null; around = around.parentElement) {
    if (getComputedStyle(around).overflow === 'visible') continue;
    const rect = around.getBoundingClientRect();
    edges.top = Math.max(edges.top, rect.top);
    edges.left = Math.max(edges.left, rect.left);
    edges.bottom = Math.min(edges.bottom, rect.bottom);
    edges.right = Math.min(edges.right, rect.right);
  }
  return `inset(${[edges.top - top, right - edges.right, bottom - edges.bottom, edges.left - left].map((by) => `${String(Math.max(0, by))}px`).join(' ')})`;
}

function marksOver({ box, places }: FoundBox): () => void {
  const layer = document.createElement('div');
  layer.className = 'box-marks';
  layer.ariaHidden = 'true';
  // Over the dialog that the box stands in, never over one that stands over the box.
  layer.dataset['over'] = box.closest('[role=dialog]') === null ? 'room' : 'dialog';
  const draw = (): void => {
    if (!box.isConnected) {
      end();
      return;
    }
    const rect = box.getBoundingClientRect();
    const sheet = sheetOf(box);
    if (box instanceof HTMLInputElement) Object.assign(sheet.style, { whiteSpace: 'pre', paddingBlock: '0', lineHeight: `${String(box.clientHeight)}px` });
    Object.assign(sheet.style, { insetBlockStart: `${String(box.clientTop - box.scrollTop)}px`, insetInlineStart: `${String(box.clientLeft - box.scrollLeft)}px` });
    let at = 0;
    for (const [from, to] of places) {
      if (from < at) continue;
      const mark = document.createElement('mark');
      mark.textContent = box.value.slice(from, to);
      sheet.append(box.value.slice(at, from), mark);
      at = to;
    }
    sheet.append(box.value.slice(at));
    layer.replaceChildren(sheet);
    Object.assign(layer.style, { top: `${String(rect.top)}px`, left: `${String(rect.left)}px`, width: `${String(rect.width)}px`, height: `${String(rect.height)}px`, clipPath: inSight(box, rect) });
  };
  // Also told when the box leaves the page.
  const size = new ResizeObserver(draw);
  const end = (): void => {
    layer.remove();
    size.disconnect();
    document.removeEventListener('scroll', draw, { capture: true });
    window.removeEventListener('resize', draw);
    box.removeEventListener('input', end);
  };
  document.body.append(layer);
  size.observe(box);
  document.addEventListener('scroll', draw, { capture: true, passive: true });
  window.addEventListener('resize', draw);
  box.addEventListener('input', end);
  return end;
}

/** Marks every place in the boxes. Returns how to take the marks away. */
export function markBoxes(boxes: readonly FoundBox[]): () => void {
  const ends = boxes.map(marksOver);
  return () => { for (const end of ends) end(); };
}
