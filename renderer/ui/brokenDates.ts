// Dates that are typed but cannot be (31 February): the browser gives them no value, so a form would
// quietly leave them out. Refuses that.

function isBroken(input: HTMLInputElement): boolean {
  return input.validity.badInput || input.validity.rangeUnderflow || input.validity.rangeOverflow;
}

/** True, with the focus on it and its sentence shown, when the form holds a day that does not exist. */
export function focusBrokenDate(form: HTMLElement | null): boolean {
  const broken = [...(form?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [])].find(isBroken);
  if (!broken) return false;
  // Leaving the box is what makes it say so.
  broken.blur();
  broken.focus();
  return true;
}
