// Which part of a note one is in: where the caret or the focus is while that is in sight, and else what is being read.
// Refuses to run on a letter or before the note stands: it is set up in an idle moment, and looks when a part comes
// into sight or leaves it, when scrolling has come to rest, after a click or a key that only moves the caret, and in pauses.
import { movesCaret } from '../../editor/caretKeys.ts';

/** Parts of the page that stand for a place in the list of sections, in the order of the page. */
const PARTS = '.note-head, #note-risk, .note-section';

function idOf(part: Element): string {
  return part instanceof HTMLElement ? part.dataset['section'] ?? part.id : part.id;
}

/** The part with the caret or the focus; undefined where neither is in the note. */
function partInHand(parts: ReadonlySet<Element>): Element | undefined {
  const focused = document.activeElement;
  const anchor = focused instanceof HTMLElement && focused.isContentEditable ? document.getSelection()?.anchorNode : focused;
  const near = (anchor instanceof Element ? anchor : anchor?.parentElement)?.closest(PARTS) ?? undefined;
  return near !== undefined && parts.has(near) ? near : undefined;
}

/** Where the eye is taken to be, of the height of the view. */
const EYE = 0.3;

/** How far below the top of the view one reads. At both ends of the page the line goes to the edge, so that the first and the last part have their turn. */
function eyeLine({ scrollTop, scrollHeight, clientHeight }: Element): number {
  const room = scrollHeight - clientHeight;
  if (room < clientHeight) return room > 0 ? (scrollTop / room) * clientHeight : 0;
  return Math.max(Math.min(scrollTop, EYE * clientHeight), clientHeight - (room - scrollTop));
}

function partInView(screen: Element, seen: readonly Element[]): Element | undefined {
  const middle = screen.querySelector('.note-screen__middle');
  // In a narrow window the screen scrolls as a whole.
  const scroller = middle === null || screen.scrollHeight > screen.clientHeight ? screen : middle;
  const line = scroller.getBoundingClientRect().top + eyeLine(scroller);
  return seen.findLast((part) => part.getBoundingClientRect().top <= line) ?? seen[0];
}

export type PlaceWatch = {
  /** Looks again in an idle moment. */
  readonly look: () => void;
  readonly stop: () => void;
};

/** Watches the note that stands on `screen`; `tell` hears the id of a section, `note-head` or `note-risk`. */
export function watchPlace(screen: HTMLElement, tell: (id: string) => void): PlaceWatch {
  const parts = new Set<Element>();
  const visible = new Set<Element>();
  let idle: number | null = null;
  const now = (): void => {
    idle = null;
    const seen = [...parts].filter((part) => visible.has(part));
    const inHand = partInHand(visible);
    const part = inHand ?? partInView(screen, seen);
    if (part !== undefined) tell(idOf(part));
  };
  const look = (): void => { idle ??= requestIdleCallback(now); };
  // From text to text the focus stays, and where nothing scrolls nobody else tells of it.
  const pressed = ({ key, code, altKey }: KeyboardEvent): void => { if ((altKey && code.startsWith('Digit')) || key === 'Tab' || movesCaret(key)) look(); };
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    }
    look();
  });
  const begun = requestIdleCallback(() => {
    for (const part of screen.querySelectorAll(PARTS)) {
      parts.add(part);
      watch.observe(part);
    }
    screen.addEventListener('scrollend', look, { capture: true, passive: true });
    screen.addEventListener('pointerup', look, { passive: true });
    screen.addEventListener('focusin', look, { passive: true });
    screen.addEventListener('keyup', pressed);
  });
  return {
    look,
    stop: () => {
      cancelIdleCallback(begun);
      if (idle !== null) cancelIdleCallback(idle);
      watch.disconnect();
      screen.removeEventListener('scrollend', look, { capture: true });
      screen.removeEventListener('pointerup', look);
      screen.removeEventListener('focusin', look);
      screen.removeEventListener('keyup', pressed);
    },
  };
}
