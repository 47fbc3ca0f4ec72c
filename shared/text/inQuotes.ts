// What a person typed, named in a sentence. Refuses quotation marks within quotation marks.

const ANY = /["“”„«»]/;

/** The words in quotation marks, unless some stand in them already: those are drawn as a pair, the last one closed. */
export function inQuotes(typed: string): string {
  let open = false;
  const drawn = typed.replaceAll(new RegExp(ANY, 'g'), () => {
    open = !open;
    return open ? '“' : '”';
  });
  return ANY.test(typed) ? `${drawn}${open ? '”' : ''}` : `“${typed}”`;
}
