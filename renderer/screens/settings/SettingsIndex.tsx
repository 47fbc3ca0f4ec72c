// The sections of the settings at the side: jump by click or Enter, the one that is being read is marked. Refuses to list
// what is not on the page, and to leave the page: what is typed stays where it is. One tab stop, as the sections of a note
// have: arrows move inside.
import './settingsIndex.css';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { rovingIndex } from '../../editor/fields/roving.ts';
import { scrollSettled } from '../../ui/scrollSettled.ts';

/** How far below the upper edge a section counts as being read, in pixels. */
const READ_FROM = 96;
const OWN_HAND = ['wheel', 'touchmove'] as const;

type Sections = { readonly titles: readonly string[]; readonly at: string | undefined };

function sectionsIn(parts: HTMLElement): HTMLElement[] {
  return [...parts.querySelectorAll<HTMLElement>('section.panel')];
}

const titleOf = (section: HTMLElement | undefined): string | undefined => section?.getAttribute('aria-label') ?? undefined;

/** The sections by their headings, and the one at the top of what is in sight; at the very end of the page the last one. */
function look(parts: HTMLElement, box: Element): Sections {
  const sections = sectionsIn(parts);
  const atEnd = box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 2;
  const edge = box.getBoundingClientRect().top + READ_FROM;
  const read = atEnd ? sections.at(-1) : sections.findLast((section) => section.getBoundingClientRect().top <= edge) ?? sections[0];
  return { titles: sections.flatMap((section) => titleOf(section) ?? []), at: titleOf(read) };
}

/** To the section, and the keyboard with it: the next Tab is its first box. */
function jump(parts: HTMLElement, title: string): void {
  const section = sectionsIn(parts).find((one) => titleOf(one) === title);
  if (!section) return;
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
  scrollSettled(section, 'start');
}

/** `parts`: what holds the sections. */
export function SettingsIndex({ parts }: { parts: RefObject<HTMLElement | null> }) {
  const [{ titles, at }, setSections] = useState<Sections>({ titles: [], at: undefined });
  /** The one that has the keyboard, until the page is scrolled by hand: near its end none but the last can reach the top. */
  const [chosen, setChosen] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const held = parts.current;
    const box = held?.closest('main');
    if (!held || !box) return undefined;
    const again = () => setSections((before) => {
      const now = look(held, box);
      return now.at === before.at && now.titles.join('\n') === before.titles.join('\n') ? before : now;
    });
    const ownHand = () => setChosen(undefined);
    const ownKey = ({ key }: globalThis.KeyboardEvent) => { if (key === 'PageUp' || key === 'PageDown') ownHand(); };
    const came = ({ target }: FocusEvent) => setChosen(titleOf(sectionsIn(held).find((section) => target instanceof Node && section.contains(target))));
    const come = new MutationObserver(again);
    come.observe(held, { childList: true });
    again();
    box.addEventListener('scroll', again, { passive: true });
    for (const name of OWN_HAND) box.addEventListener(name, ownHand, { passive: true });
    box.addEventListener('keydown', ownKey);
    held.addEventListener('focusin', came);
    return () => {
      come.disconnect();
      box.removeEventListener('scroll', again);
      for (const name of OWN_HAND) box.removeEventListener(name, ownHand);
      box.removeEventListener('keydown', ownKey);
      held.removeEventListener('focusin', came);
    };
  }, [parts]);
  const current = chosen ?? at;
  const stop = Math.max(titles.findIndex((title) => title === (focused ?? current)), 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rovingIndex(event.key, stop, titles);
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  return (
    <nav className="settings-index" aria-label={settingsText.index}>
      <ul ref={list} onKeyDown={onKeyDown} onBlur={() => setFocused(undefined)}>
        {titles.map((title, index) => (
          <li key={title}><button type="button" className="settings-index__go" tabIndex={index === stop ? 0 : -1} aria-current={title === current ? 'true' : undefined} onFocus={() => setFocused(title)} onClick={() => { if (parts.current) jump(parts.current, title); }}>{title}</button></li>
        ))}
      </ul>
    </nav>
  );
}
