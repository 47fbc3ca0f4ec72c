// What differs between a version and the note as it is now, place by place and word by word. Refuses to tell by colour
// alone: words of one side only are struck through or underlined, and named for those who listen.
import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { differences, type Difference, type NoteState } from '../../../shared/notes/versions.ts';
import { versionsText as t } from '../../../shared/text/en/versions.ts';

/** Where more single words than this differ, both texts are shown whole: marks between every word help nobody. */
const MOST_EDITS = 2000;

function Words({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }), [before, after]);
  if (parts === undefined) return <><p className="quiet">{t.long}</p><p className="versions__text"><del>{before}</del></p><p className="versions__text"><ins>{after}</ins></p></>;
  return (
    <p className="versions__text" dir="auto">{parts.map(({ value, added, removed }, index) => {
      if (removed) return <del key={index}><span className="visually-hidden">{t.removed}: </span>{value}<span className="visually-hidden"> {t.end}. </span></del>;
      if (added) return <ins key={index}><span className="visually-hidden">{t.added}: </span>{value}<span className="visually-hidden"> {t.end}. </span></ins>;
      return <span key={index}>{value}</span>;
    })}</p>
  );
}

function bySection(found: readonly Difference[]): { readonly section: string; readonly places: readonly Difference[] }[] {
  const sections = new Map<string, Difference[]>();
  for (const one of found) sections.set(one.section, [...sections.get(one.section) ?? [], one]);
  return [...sections].map(([section, places]) => ({ section, places }));
}

/** Everything that differs, under the headings of the note. */
export function VersionChanges({ before, now }: { before: NoteState; now: NoteState }) {
  const sections = useMemo(() => bySection(differences(before, now)), [before, now]);
  if (sections.length === 0) return <p className="quiet">{t.same}</p>;
  return (
    <div className="stack">
      <p className="versions__legend">{t.legend}</p>
      {sections.map(({ section, places }) => (
        <section key={section} className="versions__section">
          <h3>{section}</h3>
          {places.map((place) => <div key={place.id}>{place.label === section ? null : <p className="reading__label">{place.label}</p>}<Words before={place.before} after={place.after} /></div>)}
        </section>
      ))}
    </div>
  );
}
