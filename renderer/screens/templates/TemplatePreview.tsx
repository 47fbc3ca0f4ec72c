// The note as it will look. It is drawn anew at each change and stays at the place that was being looked at, until
// another part is taken up in the form (follow.ts). Refuses to keep what is typed in it.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { emptyDocument } from '../../../shared/notes/newNote.ts';
import { canonicalJson } from '../../../shared/notes/signing.ts';
import type { NoteTemplate } from '../../../shared/notes/template.ts';
import { ownTemplatesText } from '../../../shared/text/en/ownTemplates.ts';
import { newLocalId } from '../../data/today.ts';
import { NoteEditor } from '../../editor/NoteEditor.tsx';
import { createFollow, type Follow } from './follow.ts';

const t = ownTemplatesText.editor;
const nothing = () => undefined;

/** The section at the top of what is in sight, and how far it stands below that; sections after it in case it is taken out. */
type Place = { readonly sections: readonly string[]; readonly below: number; readonly top: number };

function sectionsIn(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[data-section]')];
}

function placeIn(box: HTMLElement): Place {
  const { top } = box.getBoundingClientRect();
  const inSight = sectionsIn(box).filter((section) => section.getBoundingClientRect().bottom > top);
  return { sections: inSight.map((section) => section.dataset['section'] ?? ''), below: (inSight[0]?.getBoundingClientRect().top ?? top) - top, top: box.scrollTop };
}

function goTo(box: HTMLElement, { sections, below, top }: Place): void {
  const all = sectionsIn(box);
  const [first] = sections;
  const id = sections.find((one) => all.some((section) => section.dataset['section'] === one));
  const section = all.find((one) => one.dataset['section'] === id);
  // At the very top the heading is being looked at, not a section.
  if (top === 0 || section === undefined) box.scrollTop = top;
  else box.scrollTop += section.getBoundingClientRect().top - box.getBoundingClientRect().top - (id === first ? below : 0);
}

/** One drawing of the template. */
function Drawing({ template, box, place, follow }: { template: NoteTemplate; box: RefObject<HTMLElement | null>; place: RefObject<Place | null>; follow: Follow }) {
  useLayoutEffect(() => {
    const scroller = box.current;
    if (scroller === null) return undefined;
    if (place.current !== null) goTo(scroller, place.current);
    follow.drawn(scroller);
    // Runs while the old drawing still stands on the page.
    return () => {
      follow.leaves(scroller);
      place.current = placeIn(scroller);
    };
  }, [box, place, follow]);
  return <NoteEditor template={template} whole read={() => emptyDocument(template, newLocalId)} newRowId={newLocalId} onChange={nothing} onNotice={nothing} />;
}

export function TemplatePreview({ template, parts }: { template: NoteTemplate; parts: RefObject<HTMLElement | null> }) {
  const box = useRef<HTMLElement>(null);
  const place = useRef<Place>(null);
  const [follow] = useState(createFollow);
  useEffect(() => (parts.current === null || box.current === null ? undefined : follow.watch(parts.current, box.current)), [follow, parts]);
  return (
    <section className="template-editor__preview template-preview" aria-label={t.preview} ref={box}>
      <h2>{template.title}</h2>
      <p className="quiet small">{t.previewHint}</p>
      <Drawing key={canonicalJson(template)} template={template} box={box} place={place} follow={follow} />
    </section>
  );
}
