// Typing as a person does it: real key presses into the field that has the focus. Refuses to set values.
import type { Locator, Page } from 'playwright-core';

/** Replaces what is in a field by typing. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.press('ControlOrMeta+a');
  if (text === '') await field.press('Delete');
  else await field.pressSequentially(text);
}

/** Types a day (YYYY-MM-DD) into a date field, part by part as the browser asks for it in English. */
export async function typeDate(field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await field.focus();
  await field.pressSequentially(`${month}${date}${year}`);
}

/** Types a time (HH:MM, 24 hours) into a time field of an English browser. */
export async function typeTime(field: Locator, time: string): Promise<void> {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  await field.focus();
  await field.pressSequentially(`${String(hours % 12 === 0 ? 12 : hours % 12).padStart(2, '0')}${String(minutes).padStart(2, '0')}${hours < 12 ? 'AM' : 'PM'}`);
}

/** Chooses an option in one of the app's own select boxes. */
export async function choose(page: Page, box: Locator, option: string | RegExp): Promise<void> {
  await box.click();
  await page.getByRole('option', { name: option, ...(typeof option === 'string' ? { exact: true } : {}) }).click();
}

/** Presses the button and types on in the same moment: the letters come after the save was sent, and before its answer. */
export async function pressAndType(field: Locator, button: Locator, letters: string): Promise<void> {
  await field.press('End');
  const pressed = await button.elementHandle();
  await field.evaluate((_box, [act, words]) => {
    (act as HTMLElement).click();
    document.execCommand('insertText', false, words as string);
  }, [pressed, letters] as const);
}
