// Makes any text storable: the same rule as shared/strings.ts, by repair instead of refusal.
// Refuses nothing; what cannot be kept (control characters, lone surrogates) is dropped.

// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
// oxlint-disable-next-line no-control-regex -- the quick test of the same class
const HAS_CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** `text` without control characters (tab and line feed stay) and with lone surrogates replaced. */
export function cleanText(text: string): string {
  const formed = text.isWellFormed() ? text : text.toWellFormed();
  return HAS_CONTROL.test(formed) ? formed.replace(/\r\n?/g, '\n').replace(CONTROL, '') : formed;
}

/** The same, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s*\n\s*/g, ' ');
}

/** Cuts to `max` UTF-16 units without splitting a character in two. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}
