// The page of the printer: size, margins, foot and title while a sheet is on screen. Refuses inline
// style elements (the content policy forbids them): rules go in through a constructed style sheet.
import { useEffect } from 'react';
import { joinedWhole } from '../../shared/text/whole.ts';

export type PrintPage = {
  readonly paper: 'letter' | 'a4';
  /** Stands at the left of every foot, for instance the clinic's phone. */
  readonly foot: string;
  /** What stands there on the first page instead, where its head says the rest already. */
  readonly firstFoot?: string;
  readonly pageWord: string;
  readonly ofWord: string;
  /** Title of the PDF; the window's own title is fixed by the main process. */
  readonly title: string;
};

/** A CSS string: quotes, backslashes and line ends of user text cannot leave it. */
export function cssString(text: string): string {
  const escaped = [...text].map((char) => (/[\w .,:()+/-]/.test(char) ? char : `\\${(char.codePointAt(0) ?? 0xfffd).toString(16)} `)).join('');
  return `"${escaped}"`;
}

/** CLINICAL G.1: margins of 2 cm, page x of y, Letter and A4. One rule for all pages, one more where the first differs. */
export function pageRules(page: PrintPage): string[] {
  const font = 'font: 10pt system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: #000';
  // Wraps: with a local crisis line the foot is longer than its three quarters and would run into the page number.
  const left = (foot: string): string => `@bottom-left { content: ${cssString(joinedWhole(foot))}; ${font}; white-space: pre-wrap; width: 75% }`;
  const right = `@bottom-right { content: ${cssString(`${page.pageWord} `)} counter(page) ${cssString(` ${page.ofWord} `)} counter(pages); ${font} }`;
  const every = `@page { size: ${page.paper === 'a4' ? 'A4' : 'letter'}; margin: 20mm; ${left(page.foot)} ${right} }`;
  return page.firstFoot === undefined ? [every] : [every, `@page :first { ${left(page.firstFoot)} }`];
}

/** Applies the page while the component is mounted. */
export function usePrintPage(page: PrintPage): void {
  const { paper, foot, firstFoot, pageWord, ofWord, title } = page;
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    for (const rule of pageRules({ paper, foot, pageWord, ofWord, title, ...(firstFoot === undefined ? {} : { firstFoot }) })) sheet.insertRule(rule, sheet.cssRules.length);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const before = document.title;
    document.title = title;
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      document.title = before;
    };
  }, [paper, foot, firstFoot, pageWord, ofWord, title]);
}
