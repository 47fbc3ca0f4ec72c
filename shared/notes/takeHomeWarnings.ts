// What the preview of a client's copy says before it is handed over: names and private words in the sentences that people
// wrote. Refuses to look at labels: what the plan is about stands in its title already.
import { type PrivatePlace, privateWarnings } from '../handouts/privateWords.ts';
import { inQuotes } from '../text/inQuotes.ts';
import type { NoteDocument } from './document.ts';
import { writtenText } from './plainText.ts';
import { takeHomePart } from './takeHome.ts';
import type { NoteTemplate } from './template.ts';

/** One sentence for each word; `names` are those that the head of the page leaves out. */
export function takeHomeWarnings(template: NoteTemplate, document: NoteDocument, names: readonly string[]): string[] {
  const labels = new Map(template.sections.flatMap(({ fields }) => fields).map(({ id, label }) => [id, label]));
  const places = takeHomePart(template, document).flatMap(({ children }) => children.map((child): PrivatePlace => [writtenText(child), inQuotes(labels.get(child.fieldId) ?? child.fieldId)]));
  return [...new Set(privateWarnings(places, names, template.title))];
}
