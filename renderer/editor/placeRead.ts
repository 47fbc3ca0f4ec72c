// Where in a note a person is reading, kept over an editor that is built anew: its sections do not know their heights
// yet, so the same distance from the top shows other words. Refuses to move a page whose top is in sight.

/** The section at the top of the view, and how far its own top is above or below it. */
export type PlaceRead = { readonly sectionId: string; readonly below: number };

function boxOf(root: Element): Element | null {
  for (let box = root.parentElement; box !== null; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}

/** What is read in the note on the page; null where its first section has its top in sight, or nothing can be scrolled. */
export function placeRead(): PlaceRead | null {
  const root = document.querySelector('.note-editable');
  const box = root === null ? null : boxOf(root);
  if (root === null || box === null) return null;
  const { top } = box.getBoundingClientRect();
  const sections = [...root.querySelectorAll<HTMLElement>('[data-section]')];
  const at = sections.find((section) => section.getBoundingClientRect().bottom > top);
  if (at?.dataset['section'] === undefined) return null;
  const below = at.getBoundingClientRect().top - top;
  return at === sections[0] && below >= 0 ? null : { sectionId: at.dataset['section'], below };
}

/** Brings that section back to where it stood. */
export function backTo({ sectionId, below }: PlaceRead): void {
  const section = document.querySelector(`.note-editable [data-section="${CSS.escape(sectionId)}"]`);
  const box = section === null ? null : boxOf(section);
  if (section !== null && box !== null) box.scrollTop += section.getBoundingClientRect().top - box.getBoundingClientRect().top - below;
}
