// A made-up text that every scenario puts into records, and the search for it in raw bytes. Refuses to count an encoding as safe.

/** In every value and every client name of a scenario; nothing on a disk may hold it. */
export const CANARY = 'Quillfeather-Obsidian-77';

/** The text as it would look in UTF-8, UTF-16 (both orders), hex (both cases) and base64 at its three offsets. */
export function canaryForms(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const hex = utf8.toString('hex');
  const base64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64').replaceAll('=', '');
    // The first and last characters mix with their neighbours; the middle is the same wherever it stands.
    const middle = encoded.slice(shift === 0 ? 0 : 4, -4);
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [utf8, utf16, swapped, Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...base64.map((form) => Buffer.from(form))];
}

const FORMS = canaryForms(CANARY);

/** True where any form of the canary stands in the bytes. */
export function holdsCanary(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return FORMS.some((form) => view.includes(form));
}
