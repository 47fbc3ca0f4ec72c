// Binds the commands of a note that is being written, and a line of the palette for each of its sections. Refuses to
// perform them itself: the screen of the draft does.
import type { Keys } from '../../../shared/commandKeys.ts';
import { commandsText } from '../../../shared/text/en/commands.ts';
import { useCommandLines, useCommands } from '../../data/commands.ts';
import { FORMAT_MENU } from './ConvertMenu.tsx';
import { LAST_NOTE } from './LastNotePanel.tsx';

type DraftActs = {
  readonly places: readonly { readonly id: string; readonly title: string }[];
  /** Which of the places is the first section of the template: from here nine have a key. */
  readonly firstSection: number;
  readonly onGo: (id: string) => void;
  readonly convertible: boolean;
  readonly onSign: () => void;
  readonly onDiscard: () => void;
};

/** Opens a panel that is closed and goes to it. */
function show(id: string): void {
  const panel = document.getElementById(id);
  if (panel instanceof HTMLDetailsElement) panel.open = true;
  panel?.querySelector<HTMLElement>('summary')?.focus();
}

export function useDraftCommands({ places, firstSection, onGo, convertible, onSign, onDiscard }: DraftActs): void {
  useCommands('draft', {
    signNote: onSign,
    changeFormat: convertible ? () => document.getElementById(FORMAT_MENU)?.querySelector('button')?.click() : null,
    lastNote: () => show(LAST_NOTE),
    discardDraft: onDiscard,
  });
  useCommandLines(() => places.map(({ id, title }, index) => {
    const number = index - firstSection + 1;
    const keys: Keys | undefined = number >= 1 && number <= 9 ? `Alt+${String(number)}` : undefined;
    return { id: `section-${id}`, label: commandsText.palette.goToSection(title), group: 'note', ...(keys ? { keys } : {}), perform: () => onGo(id) };
  }));
}
