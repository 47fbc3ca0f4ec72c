// Hostile and ordinary clipboards as data, each with what must survive. Used by the unit test of
// the clipboard and, over a real browser, by e2e/hostilePaste.spec.ts. Refuses to hold anything
// that could harm when it is only read: large cases are made by a function.
export type HostilePaste = {
  name: string;
  /** Contents by clipboard type. */
  data: () => Readonly<Record<string, string>>;
  /** Words that must stand in the note afterwards. */
  keeps?: readonly string[];
  /** Words that must not. */
  drops?: readonly string[];
};

/** What a payload calls when it runs; tests watch for it. */
export const CANARY = '__ran';
const RUN = `globalThis.${CANARY}=1`;
const FRAGMENT = 'application/x-throughline-fragment';
const SLATE_FRAGMENT = 'application/x-slate-fragment';

const html = (name: string, body: string, keeps: readonly string[] = ['safe words'], drops: readonly string[] = [CANARY]): HostilePaste => ({ name, data: () => ({ 'text/html': body, 'text/plain': 'safe words' }), keeps, drops });

/** Ways to run a script from markup. */
const SCRIPTS: readonly string[] = [
  `<script>${RUN}</script>safe words`,
  `<SCRIPT SRC="https://evil.example/x.js"></SCRIPT>safe words`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>safe words`,
  `<script type="module">${RUN}</script>safe words`,
  `<script\x20type="text/javascript">${RUN}</script>safe words`,
  `<script\n>${RUN}</script\n>safe words`,
  `<script><!--<script>${RUN}</script>--></script>safe words`,
  `<svg><script>${RUN}</script></svg>safe words`,
  `<svg><script href="data:text/javascript,${RUN}"/></svg>safe words`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${RUN}"></style></mglyph></table></mtext></math>safe words`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>"></noscript>safe words`,
  `<template><script>${RUN}</script></template>safe words`,
  `<iframe srcdoc="<script>parent.${CANARY}=1</script>"></iframe>safe words`,
  `<iframe src="javascript:parent.${CANARY}=1"></iframe>safe words`,
  `<object data="javascript:${RUN}"></object>safe words`,
  `<embed src="javascript:${RUN}">safe words`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">safe words`,
  `<base href="https://evil.example/">safe words`,
  `<link rel="stylesheet" href="https://evil.example/x.css">safe words`,
  `<style>@import url(https://evil.example/x.css);</style>safe words`,
  `<style>*{background:url(https://evil.example/p)}</style>safe words`,
  `<form action="javascript:${RUN}"><input type=submit autofocus>safe words</form>`,
  `<button formaction="javascript:${RUN}">safe words</button>`,
  `<isindex action="javascript:${RUN}">safe words`,
  `<xmp><img src=x onerror="1"></xmp>safe words`,
  `<textarea><img src=x onerror="1"></textarea>safe words`,
  `<title><img src=x onerror=${RUN}></title>safe words`,
  `<!--<img src="--><img src=x onerror=${RUN}//">safe words`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>safe words`,
  `<?xml version="1.0"?><x onload="${RUN}">safe words</x>`,
  `<a href="javascript:${RUN}">safe words</a>`,
  `<a href="data:text/html,<script>${RUN}</script>">safe words</a>`,
  `<a href="vbscript:${RUN}">safe words</a>`,
  `<a href="&#106;avascript:${RUN}">safe words</a>`,
  `<a href="java\tscript:${RUN}">safe words</a>`,
  `<img src="x" onerror="${RUN}">safe words`,
  `<img src="https://evil.example/pixel.gif" width="1" height="1">safe words`,
  `<img srcset="https://evil.example/a 1x">safe words`,
  `<picture><source srcset="https://evil.example/a"></picture>safe words`,
  `<input type="image" src="https://evil.example/a">safe words`,
  `<video poster="https://evil.example/a"><source src="https://evil.example/b"></video>safe words`,
  `<audio src="https://evil.example/a" autoplay></audio>safe words`,
  `<body background="https://evil.example/a">safe words</body>`,
  `<table background="https://evil.example/a"><tr><td>safe words</td></tr></table>`,
  `<div style="background:url(https://evil.example/a)">safe words</div>`,
  `<div style="behavior:url(https://evil.example/a.htc)">safe words</div>`,
  `<div style="-moz-binding:url(https://evil.example/a.xml)">safe words</div>`,
  `<svg><image href="https://evil.example/a"/></svg>safe words`,
  `<svg><use href="https://evil.example/a#b"/></svg>safe words`,
  `<svg><animate onbegin="${RUN}" attributeName="x" dur="1s"/></svg>safe words`,
  `<svg><foreignObject><iframe src="javascript:${RUN}"/></foreignObject></svg>safe words`,
  `<p contenteditable="true" data-slate-editor="true">safe words</p>`,
  `<p data-slate-node="element" data-slate-void="true">safe words</p>`,
  `<div id="root">safe words</div>`,
  `<p><b><i>safe words</p></b></i>`,
];

/** Attributes that run a script on some event. */
const EVENTS = ['onabort', 'onanimationstart', 'onauxclick', 'onbeforecopy', 'onbeforeinput', 'onbeforetoggle', 'onblur', 'onclick', 'oncopy', 'oncut', 'ondblclick', 'ondrag', 'ondrop', 'onerror', 'onfocus', 'onfocusin', 'onfullscreenchange', 'ongotpointercapture', 'onhashchange', 'oninput', 'oninvalid', 'onkeydown', 'onload', 'onmessage', 'onmouseenter', 'onmouseover', 'onpageshow', 'onpaste', 'onpointerdown', 'onpointerover', 'onpopstate', 'onscroll', 'onscrollend', 'onsearch', 'onselect', 'onselectionchange', 'onsubmit', 'ontoggle', 'ontransitionend', 'onunload', 'onwheel'] as const;

const handlers: readonly HostilePaste[] = EVENTS.map((event) => html(`attribute ${event}`, `<p ${event}="${RUN}" tabindex="1" autofocus>safe words</p>`));

/** What office programs and web pages really put on the clipboard. */
const ORDINARY: readonly HostilePaste[] = [
  { name: 'Word: paragraph with MSO styles', data: () => ({ 'text/html': '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment--><p class=MsoNormal><b>Safe</b> words<o:p></o:p></p><!--EndFragment--></body></html>', 'text/plain': 'Safe words' }), keeps: ['Safe', 'words'], drops: ['MsoNormal', 'margin'] },
  { name: 'Word: list with conditional comments', data: () => ({ 'text/html': '<p class=MsoListParagraph><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span><![endif]>safe words</p>', 'text/plain': 'safe words' }), keeps: ['safe words'], drops: ['supportLists'] },
  { name: 'Google Docs: bold wrapper that is not bold', data: () => ({ 'text/html': '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Safe</span><span> words</span></p></b>', 'text/plain': 'Safe words' }), keeps: ['Safe', ' words'], drops: ['docs-internal'] },
  { name: 'web page: headings, link, table', data: () => ({ 'text/html': '<h1>Title</h1><p>See <a href="https://example.org/?token=abc">this</a></p><table><tr><td>one</td><td>two</td></tr></table>', 'text/plain': 'Title See this one two' }), keeps: ['Title', 'this', 'one', 'two'], drops: ['token'] },
  { name: 'nested lists', data: () => ({ 'text/html': '<ul><li>one<ul><li>two<ol><li>three</li></ol></li></ul></li></ul>', 'text/plain': 'one two three' }), keeps: ['one', 'two', 'three'] },
  { name: 'nested quotes', data: () => ({ 'text/html': '<blockquote>one<blockquote>two<blockquote>three</blockquote></blockquote></blockquote>', 'text/plain': 'one two three' }), keeps: ['one', 'two', 'three'] },
  { name: 'preformatted text', data: () => ({ 'text/html': '<pre>  two  spaces\n\tand a tab</pre>', 'text/plain': '  two  spaces' }), keeps: ['two  spaces', 'and a tab'] },
  { name: 'Outlook: long signature with pictures', data: () => ({ 'text/html': `<p>safe words</p>${'<img src="cid:image001.png@01D">'.repeat(40)}`, 'text/plain': 'safe words' }), keeps: ['safe words'] },
  { name: 'picture as data', data: () => ({ 'text/html': `<p>safe words</p><img src="data:image/png;base64,${'A'.repeat(200_000)}">`, 'text/plain': 'safe words' }), keeps: ['safe words'], drops: ['AAAA'] },
];

/** Fragments that pretend to be our own or Slate's. */
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ text }] });
const ours = (blocks: unknown, more: Record<string, unknown> = {}) => JSON.stringify({ format: 'throughline-fragment', version: 1, blocks, ...more });
const fragment = (name: string, text: () => string, type = FRAGMENT): HostilePaste => ({ name: `fragment: ${name}`, data: () => ({ [type]: text(), 'text/plain': 'safe words' }), keeps: ['safe words'], drops: [CANARY, 'planted'] });

function nested(depth: number): string {
  return `${'{"type":"quote","children":['.repeat(depth)}{"text":"planted"}${']}'.repeat(depth)}`;
}

const FRAGMENTS: readonly HostilePaste[] = [
  fragment('not JSON', () => 'planted {'),
  fragment('bad base64 in Slate format', () => '%%%planted', SLATE_FRAGMENT),
  fragment('base64 of Slate nodes', () => 'JTVCJTdCJTIydHlwZSUyMiUzQSUyMmxpbmslMjIlN0QlNUQ=', SLATE_FRAGMENT),
  fragment('a number', () => '7'),
  fragment('null', () => 'null'),
  fragment('an array', () => JSON.stringify([paragraph('planted')])),
  fragment('no format', () => JSON.stringify({ version: 1, blocks: [paragraph('planted')] })),
  fragment('version of tomorrow', () => JSON.stringify({ format: 'throughline-fragment', version: 2, blocks: [paragraph('planted')] })),
  fragment('no blocks', () => ours([])),
  fragment('blocks not an array', () => ours({ 0: paragraph('planted') })),
  fragment('unknown element', () => ours([{ type: 'link', url: `javascript:${RUN}`, children: [{ text: 'planted' }] }])),
  fragment('data url', () => ours([{ type: 'paragraph', url: 'data:text/html,planted', children: [{ text: 'planted' }] }])),
  fragment('vbscript url', () => ours([{ type: 'image', src: 'vbscript:planted', children: [{ text: '' }] }])),
  fragment('a section', () => ours([{ type: 'section', sectionId: 'planted', children: [paragraph('planted')] }])),
  fragment('a text field', () => ours([{ type: 'textField', fieldId: 'planted', children: [paragraph('planted')] }])),
  fragment('a field', () => ours([{ type: 'field', fieldId: 'mood', field: { kind: 'scale', value: 10 }, children: [{ text: '' }] }])),
  fragment('unknown mark', () => ours([{ type: 'paragraph', children: [{ text: 'planted', onclick: RUN }] }])),
  fragment('mark with a wrong value', () => ours([{ type: 'paragraph', children: [{ text: 'planted', bold: 'yes' }] }])),
  fragment('text not a string', () => ours([{ type: 'paragraph', children: [{ text: 7 }] }])),
  fragment('no children', () => ours([{ type: 'paragraph', children: [] }])),
  fragment('children missing', () => ours([{ type: 'paragraph' }])),
  fragment('list in a list', () => ours([{ type: 'list', ordered: false, children: [{ type: 'list', ordered: false, children: [] }] }])),
  fragment('__proto__', () => '{"format":"throughline-fragment","version":1,"blocks":[],"__proto__":{"planted":true}}'),
  fragment('constructor', () => ours([paragraph('planted')], { constructor: { prototype: { planted: true } } })),
  fragment('extra key', () => ours([paragraph('planted')], { note: 'planted' })),
  fragment('lone surrogate', () => ours([paragraph('planted \ud800')])),
  fragment('control characters', () => ours([paragraph('planted \u0000')])),
  fragment('20,000 blocks', () => ours(Array.from({ length: 20_000 }, () => paragraph('planted')))),
  fragment('too much text', () => ours(Array.from({ length: 40 }, () => paragraph('planted'.repeat(1000))))),
  fragment('longer than is read', () => ours([paragraph('planted'.repeat(300_000))])),
  fragment('depth 10', () => `{"format":"throughline-fragment","version":1,"blocks":[${nested(10)}]}`),
  fragment('depth 5,000', () => `{"format":"throughline-fragment","version":1,"blocks":[${nested(5000)}]}`),
  fragment('depth 200,000 of brackets', () => '['.repeat(200_000)),
  fragment('data-slate-fragment in HTML', () => '<span data-slate-fragment="JTVCJTdCJTIydHlwZSUyMiUzQSUyMmxpbmslMjIlN0QlNUQ=">safe words</span>', 'text/html'),
];

/** Text that is hard to hold. */
const text = (name: string, plain: () => string, keeps?: readonly string[]): HostilePaste => ({ name: `text: ${name}`, data: () => ({ 'text/plain': plain() }), ...(keeps ? { keeps } : {}) });

const TEXTS: readonly HostilePaste[] = [
  text('markup as text', () => `<img src=x onerror="${CANARY}">`, ['<img']),
  text('20 MiB in one line', () => 'a'.repeat(20 * 1024 * 1024), ['aaaa']),
  text('20 MiB in many lines', () => 'a line of words\n'.repeat(1_310_720), ['a line of words']),
  text('100,000 empty lines', () => `start${'\n'.repeat(100_000)}end`, ['start', 'end']),
  text('lone high surrogate', () => 'safe \ud83d words', ['safe', 'words']),
  text('lone low surrogate', () => 'safe \udc00 words', ['safe', 'words']),
  text('cut through an emoji at the limit', () => `${'a'.repeat(199_999)}😀`, ['aaaa']),
  text('null characters', () => 'sa\u0000fe\u0000 words', ['safe words']),
  text('every control character', () => `${Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')}safe words\u007f`, ['safe words']),
  text('right-to-left override', () => 'safe \u202egnihtemos\u202c words', ['words']),
  text('zero-width characters', () => 'sa\u200b\u200c\u200d\ufefffe words', ['words']),
  text('10,000 combining marks on one letter', () => `safe words a${'\u0301'.repeat(10_000)}`, ['safe words']),
  text('Arabic and Hebrew', () => 'سلام שלום', ['سلام', 'שלום']),
  text('Windows line ends', () => 'one\r\ntwo\r\nthree', ['one', 'two', 'three']),
  text('old Mac line ends', () => 'one\rtwo', ['one', 'two']),
  text('line and paragraph separators', () => 'one\u2028two\u2029three', ['one', 'three']),
  text('only white space', () => ' \n \t ', []),
  text('emoji families', () => '👨‍👩‍👧‍👦 safe words 🏳️‍🌈', ['safe words']),
];

/** Large and deep markup: must end in time and keep some words. */
const big = (name: string, body: () => string, keeps: readonly string[] = ['safe words']): HostilePaste => ({ name: `large: ${name}`, data: () => ({ 'text/html': body(), 'text/plain': 'safe words' }), keeps });

const LARGE: readonly HostilePaste[] = [
  big('5,000 nested divs', () => `${'<div>'.repeat(5000)}safe words`),
  big('100,000 nested divs', () => `${'<div>'.repeat(100_000)}safe words${'</div>'.repeat(100_000)}`),
  big('5,000 nested quotes', () => `${'<blockquote>'.repeat(5000)}safe words`),
  big('5,000 nested lists', () => `${'<ul><li>'.repeat(5000)}safe words`),
  big('50,000 nested bold', () => `${'<b>'.repeat(50_000)}safe words`),
  big('misnested formatting', () => `${'<b><i><u>'.repeat(3000)}safe words${'</b></i></u>'.repeat(3000)}`),
  big('50,000 paragraphs', () => '<p>safe words</p>'.repeat(50_000)),
  big('20,000 list items', () => `<ul>${'<li>safe words</li>'.repeat(20_000)}</ul>`),
  big('one tag with 100,000 attributes', () => `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>safe words</p>`),
  big('an attribute of 2 MB', () => `<p title="${'x'.repeat(2_000_000)}">safe words</p>`),
  big('never closed tag', () => `safe words<p ${'a'.repeat(500_000)}`),
  big('never closed comment', () => `safe words<!-- ${'a'.repeat(500_000)}`),
  big('never closed script', () => `safe words<script>${'a'.repeat(500_000)}`),
  big('100,000 entities', () => `safe words${'&amp;'.repeat(100_000)}`),
  big('a table of 200 by 100', () => `<table>${`<tr>${'<td>x</td>'.repeat(100)}</tr>`.repeat(200)}</table>safe words`),
  big('longer than is read', () => `<p>planted</p>${'<p>y</p>'.repeat(600_000)}`),
  big('style that is long', () => `<p style="${'font-weight:bold;'.repeat(50_000)}">safe words</p>`),
  big('hostile style number', () => '<span style="font-weight:999999999999999999999">safe words</span>'),
  big('unknown elements', () => `${Array.from({ length: 5000 }, (_, index) => `<x-${index}>`).join('')}safe words`),
  big('frameset', () => '<frameset><frame src="https://evil.example"></frameset><p>safe words</p>'),
  big('closing tags without opening', () => `${'</p></div></ul></li></b>'.repeat(5000)}safe words`),
  big('null characters in tags', () => '<p\u0000 on\u0000click="1">safe words</p\u0000>'),
];

/** All cases. */
export const HOSTILE_PASTES: readonly HostilePaste[] = [
  // A broken tag may leave pieces of itself as plain words: that is text, and text is kept.
  ...SCRIPTS.map((body, index) => html(`script ${index + 1}: ${body.slice(0, 40)}`, body, ['safe words'], body.startsWith('<scr<') ? [] : [CANARY])),
  ...handlers, ...ORDINARY, ...FRAGMENTS, ...TEXTS, ...LARGE,
];
