// Finds the control of a question on the page. Refuses to scroll or to focus: the caller knows when.

/** The chosen answer, else the first control, of a row of the form. */
export function controlOf(row: Element | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('input:checked, input:not([type=hidden]):not(:disabled), textarea') ?? null;
}

/** The control of the question with this id, wherever the form stands. */
export function questionControl(itemId: string): HTMLElement | null {
  return controlOf([...document.querySelectorAll<HTMLElement>('[data-item]')].find((row) => row.dataset['item'] === itemId));
}
