// Foreign HTML to blocks of the note vocabulary: paragraphs, lists, quotes, bold, italic. Works on
// the token stream alone: no tree, no DOM, no recursion, so neither depth nor a script can hurt.
// Refuses every attribute, link, picture and table; their text stays.
import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { BlockBuilder } from './blockBuilder.ts';
import { PASTE_MAX_DEPTH } from './pasteLimits.ts';
import type { Pasted } from './pasted.ts';

/** Elements whose content is data, not words; the tokenizer has to be told how to skip each. */
const RAW: ReadonlyMap<string, typeof TokenizerMode.RAWTEXT | typeof TokenizerMode.RCDATA | typeof TokenizerMode.SCRIPT_DATA> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA], ['style', TokenizerMode.RAWTEXT], ['title', TokenizerMode.RCDATA], ['textarea', TokenizerMode.RCDATA],
  ['iframe', TokenizerMode.RAWTEXT], ['noembed', TokenizerMode.RAWTEXT], ['noframes', TokenizerMode.RAWTEXT], ['noscript', TokenizerMode.RAWTEXT], ['xmp', TokenizerMode.RAWTEXT],
]);
/** Raw elements whose text a person did see. */
const RAW_KEPT: ReadonlySet<string> = new Set(['textarea', 'xmp']);
const HIDDEN: ReadonlySet<string> = new Set(['head', 'template', 'svg', 'math', 'object', 'audio', 'video', 'select', 'datalist', 'canvas']);
const VOID: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'table', 'tr', 'caption', 'fieldset', 'legend', 'form', 'center', 'details', 'summary', 'hr']);
const BOLD: ReadonlySet<string> = new Set(['b', 'strong']);
const ITALIC: ReadonlySet<string> = new Set(['i', 'em']);
/** Elements that carry nothing worth a notice when they go. */
const SILENT: ReadonlySet<string> = new Set(['html', 'body', 'meta', 'p', 'div', 'span', 'br', 'ul', 'ol', 'li', 'blockquote', 'head', 'title', 'style', 'link', 'wbr', 'font', 'o:p', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'label', 'time', 'abbr', 'center', 'small', 'script', 'noscript', 'template', ...BOLD, ...ITALIC]);

/** Google Docs wraps everything in `<b style="font-weight:normal">`; the weight says what is meant. */
function bold(token: Token.TagToken): boolean | null {
  const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(styleOf(token))?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
  return BOLD.has(token.tagName) ? true : null;
}

function italic(token: Token.TagToken): boolean | null {
  const style = /font-style\s*:\s*([a-z]+)/i.exec(styleOf(token))?.[1]?.toLowerCase();
  if (style !== undefined) return style === 'italic' || style === 'oblique';
  return ITALIC.has(token.tagName) ? true : null;
}

function styleOf(token: Token.TagToken): string {
  const style = token.attrs.find((attribute) => attribute.name === 'style')?.value ?? '';
  return style.length > 2000 ? '' : style;
}

type Open = { tag: string; bold: boolean | null; italic: boolean | null; hidden: boolean };

class Reader {
  readonly builder = new BlockBuilder();
  reduced = false;
  readonly #open: Open[] = [];
  #hidden = 0;
  /** Counts open elements beyond the depth that is tracked; they are read as plain text. */
  #beyond = 0;

  start(token: Token.TagToken, tokenizer: Tokenizer): void {
    const tag = token.tagName;
    if (!SILENT.has(tag)) this.reduced = true;
    const raw = RAW.get(tag);
    if (raw !== undefined) tokenizer.state = raw;
    if (tag === 'br') this.builder.lineBreak();
    if (tag === 'td' || tag === 'th') this.builder.gap();
    if (PARAGRAPHS.has(tag)) this.builder.boundary();
    if (VOID.has(tag)) return;
    if (this.#open.length >= PASTE_MAX_DEPTH) {
      this.#beyond += 1;
      this.reduced = true;
      return;
    }
    const hidden = HIDDEN.has(tag) || (raw !== undefined && !RAW_KEPT.has(tag));
    this.#open.push({ tag, bold: bold(token), italic: italic(token), hidden });
    if (hidden) this.#hidden += 1;
    if (tag === 'ul' || tag === 'ol') this.reduced = this.builder.enterList(tag === 'ol') || this.reduced;
    if (tag === 'li') this.builder.item();
    if (tag === 'blockquote') this.reduced = this.builder.enterQuote() || this.reduced;
  }

  end(token: Token.TagToken): void {
    const tag = token.tagName;
    if (PARAGRAPHS.has(tag) || tag === 'li') this.builder.boundary();
    const index = this.#open.findLastIndex((open) => open.tag === tag);
    if (index < 0) {
      if (this.#beyond > 0) this.#beyond -= 1;
      return;
    }
    for (const closed of this.#open.splice(index)) {
      if (closed.hidden) this.#hidden -= 1;
      if (closed.tag === 'ul' || closed.tag === 'ol') this.builder.leaveList();
      if (closed.tag === 'blockquote') this.builder.leaveQuote();
    }
  }

  text(chars: string): void {
    if (this.#hidden > 0) return;
    const isBold = this.#open.findLast((open) => open.bold !== null)?.bold ?? false;
    const isItalic = this.#open.findLast((open) => open.italic !== null)?.italic ?? false;
    const keep = this.#open.some((open) => open.tag === 'pre' || open.tag === 'textarea' || open.tag === 'xmp');
    this.builder.text(chars, { bold: isBold, italic: isItalic, keepSpace: keep });
  }
}

/** Reads HTML. The caller bounds its length (PASTE_MAX_HTML). */
export function htmlToBlocks(html: string): Pasted {
  const reader = new Reader();
  const tokenizer: Tokenizer = new Tokenizer({}, {
    onComment: () => undefined,
    onDoctype: () => undefined,
    onEof: () => undefined,
    onStartTag: (token) => reader.start(token, tokenizer),
    onEndTag: (token) => reader.end(token),
    onCharacter: (token) => reader.text(token.chars),
    onNullCharacter: () => undefined,
    onWhitespaceCharacter: (token) => reader.text(token.chars),
  });
  tokenizer.write(html, true);
  const { blocks, cut } = reader.builder.finish();
  return { blocks, reduced: reader.reduced, cut };
}
