// Where the keyboard goes when a part is taken out: to the same button of the part that takes its place, or of the one
// before it. When one is put in: into its name. Refuses to leave it nowhere.

/** The part that is near the one at `index`, in a list that still holds it. */
export function neighbourOf<T>(list: readonly T[], index: number): T | undefined {
  return list[index + 1] ?? list[index - 1];
}

/** Focuses the "take out" button of a part (`data-part`) once the page has been drawn without the other one. */
export function focusPart(part: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"] > .template-part__row > .template-part__moves > [data-remove]`)?.focus();
  });
}

/** Opens a part that was just put in, and what it holds, with its name chosen, so that the next key begins its own. */
export function namePart(part: string): void {
  requestAnimationFrame(() => {
    const forms = document.querySelectorAll<HTMLDetailsElement>(`[data-part="${CSS.escape(part)}"] details`);
    for (const form of forms) form.open = true;
    const name = forms[0]?.querySelector('input');
    name?.focus();
    name?.select();
  });
}
