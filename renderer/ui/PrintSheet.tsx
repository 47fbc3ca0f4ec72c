// The only thing that reaches paper: while it is mounted, printing the window prints its children
// and nothing else (styles/print.css). Refuses to show anything on the screen.
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Mount it while a sheet may be printed; take it away afterwards. */
export function PrintSheet({ children, lang = 'en' }: { children: ReactNode; lang?: string }) {
  return createPortal(<div className="print-sheet" lang={lang}>{children}</div>, document.body);
}
