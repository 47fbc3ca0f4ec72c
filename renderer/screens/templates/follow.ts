// The preview goes to the part of the template that somebody is at, and marks it. Refuses to move under a person's eyes:
// it goes only when another part is taken up, or when the part that was in sight would leave it.
import { createGlide } from './glide.ts';

/** What a part of the form is called where the preview draws it; a column is drawn with its table. */
function selectorOf(part: string): string {
  const [kind = '', id = ''] = part.split(':');
  return kind === 'section' ? `[data-section="${CSS.escape(id)}"]` : `[data-field-id="${CSS.escape(id)}"]`;
}

function partNear(target: Element): string | null {
  const { part, shows } = target.closest<HTMLElement>('[data-part], [data-shows]')?.dataset ?? {};
  return shows ?? part ?? null;
}

function partOf(target: EventTarget | null): string | null {
  return target instanceof Element ? partNear(target) : null;
}

/** The room that the preview has below its toolbar, which stays at the top. */
function roomOf(box: HTMLElement): { readonly top: number; readonly bottom: number } {
  const { top, bottom } = box.getBoundingClientRect();
  return { top: top + (box.querySelector<HTMLElement>('.note-toolbar')?.offsetHeight ?? 0), bottom };
}

/** Of a section the head, of a field all of it: what has to be seen to see a change. */
function edgesOf(drawn: HTMLElement): { readonly top: number; readonly bottom: number } {
  const { top } = drawn.getBoundingClientRect();
  return { top, bottom: (drawn.querySelector('.note-section__head') ?? drawn).getBoundingClientRect().bottom };
}

function isInSight(box: HTMLElement, drawn: HTMLElement): boolean {
  const [room, edges] = [roomOf(box), edgesOf(drawn)];
  return edges.top >= room.top && (edges.bottom <= room.bottom || edges.bottom - edges.top > room.bottom - room.top) && edges.top < room.bottom;
}

/** Where the preview has to be scrolled to: a part stands a third down, so that what is before it is seen too, a long one at the top. */
function goalOf(box: HTMLElement, drawn: HTMLElement): number {
  const [room, edges] = [roomOf(box), edgesOf(drawn)];
  const spare = Math.max(0, room.bottom - room.top - (edges.bottom - edges.top));
  return box.scrollTop + edges.top - room.top - spare / 3;
}

export type Follow = {
  /** Goes with the keyboard through the form, until the function that comes back is called. */
  readonly watch: (form: HTMLElement, box: HTMLElement) => () => void;
  /** A drawing is about to leave the page. */
  readonly leaves: (box: HTMLElement) => void;
  /** A new drawing stands on the page, at the place where the one before stood. */
  readonly drawn: (box: HTMLElement) => void;
};

/** Nothing is followed until it is told what to watch. */
export function createFollow(): Follow {
  const glide = createGlide();
  let at: string | null = null;
  let stays = false;
  const find = (box: HTMLElement): HTMLElement | null => (at === null ? null : box.querySelector<HTMLElement>(selectorOf(at)));
  const mark = (box: HTMLElement): void => {
    for (const before of box.querySelectorAll('[data-edited]')) before.removeAttribute('data-edited');
    find(box)?.setAttribute('data-edited', '');
  };
  const bring = (box: HTMLElement): void => {
    const drawn = find(box);
    if (drawn !== null && !isInSight(box, drawn)) glide.to(box, goalOf(box, drawn));
  };
  return {
    watch(form, box) {
      const taken = ({ target }: FocusEvent): void => {
        const part = partOf(target);
        if (part === null || part === at) return;
        at = part;
        mark(box);
        bring(box);
      };
      form.addEventListener('focusin', taken);
      return () => form.removeEventListener('focusin', taken);
    },
    leaves(box) {
      const drawn = find(box);
      stays = glide.isUnderWay() || (drawn !== null && isInSight(box, drawn));
    },
    drawn(box) {
      mark(box);
      if (stays) bring(box);
    },
  };
}
