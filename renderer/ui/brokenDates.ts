// Dates that are typed but cannot be (31 February): the browser gives them no value, so a form would
// quietly leave them out. Refuses that.

const FIRST = '1900-01-01';
const LAST = '2199-12-31';

/** A day that does not exist, or lies outside what a record can hold. A later bound of one field is for its form to explain. */
export function isBrokenDate(input: HTMLInputElement): boolean {
  return input.validity.badInput || (input.value !== '' && (input.value < FIRST || input.value > LAST));
}

function brokenIn(form: HTMLElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [])].filter(isBrokenDate);
}

/** The names of the fields of a form that hold a day that does not exist. */
export function brokenDates(form: HTMLElement | null): string[] {
  return brokenIn(form).map((input) => input.name);
}

/** True, with the focus on it and its sentence shown, when the form holds a day that does not exist. */
export function focusBrokenDate(form: HTMLElement | null): boolean {
  const [broken] = brokenIn(form);
  if (!broken) return false;
  // Leaving the box is what makes it say so.
  broken.blur();
  broken.focus();
  return true;
}
