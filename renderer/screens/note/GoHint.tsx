// One thing that is left to do in a note, as a line that leads there. Looks quiet, and like something to press.
import { CornerDownLeft } from 'lucide-react';
import { Icon } from '../../ui/Icon.tsx';

/** `text` is the sentence; a press goes to its place in the note. */
export function GoHint({ text, onGo }: { text: string; onGo: () => void }) {
  return <button type="button" className="note-hints__go" onClick={onGo}><Icon of={CornerDownLeft} small /><span>{text}</span></button>;
}
