// What to read once more before a page goes into a client's hands. Refuses to delete a word: people decide.
import './sheet.css';
import { planSheetText as t } from '../../shared/text/en/planSheet.ts';
import { Notice } from '../ui/Notes.tsx';

/** The warnings of a handout; nothing where there are none. */
export function PrivateWordsNotice({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return <Notice tone="warn" title={t.warningsTitle}><ul className="handout-warnings">{warnings.map((line) => <li key={line}>{line}</li>)}</ul></Notice>;
}
