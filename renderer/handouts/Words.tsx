// The one place where words are set for paper: numbers to dial, days and doses stay on one line. Refuses to touch the
// words themselves; on the screen it hands them on as they are.
import { createContext, type ReactNode, useContext } from 'react';
import { wholePieces } from '../../shared/text/whole.ts';
import './words.css';

const OnPaper = createContext(false);

/** Whatever stands in it is set for paper. */
export function Paper({ children }: { children: ReactNode }) {
  return <OnPaper value={true}>{children}</OnPaper>;
}

/** Words as they were written. */
export function Words({ text }: { text: string }) {
  // A note that is opened to be read asks nothing of the recogniser before its first frame.
  if (!useContext(OnPaper)) return text;
  return <>{wholePieces(text).map((piece, index) => (piece.whole ? <span key={index} className="whole">{piece.text}</span> : piece.text))}</>;
}
