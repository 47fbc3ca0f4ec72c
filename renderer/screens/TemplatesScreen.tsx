// Note templates: the practice's own ones and those that ship. Refuses to change a shipped one: an own one is made from it.
import './templates/templates.css';
import './note/note.css';
import { useState } from 'react';
import { cloneTemplate } from '../../shared/notes/ownTemplate.ts';
import { isOwnTemplate, type KeptTemplate } from '../../shared/notes/ownTemplateRecord.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { ownTemplatesText as t } from '../../shared/text/en/ownTemplates.ts';
import { templateRefusalText, templateSentence } from '../../shared/text/en/templates.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { useAct } from '../data/useAct.ts';
import { useCall } from '../data/useCall.ts';
import { useLeaving } from '../data/useLeaving.ts';
import { Button } from '../ui/Button.tsx';
import { LeaveDialog } from '../ui/LeaveDialog.tsx';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { Page, Panel } from '../ui/Page.tsx';
import { TemplateEditor } from './templates/TemplateEditor.tsx';

function factsOf({ version, sections }: NoteTemplate): string {
  return t.version(version, sections.length, sections.reduce((sum, { fields }) => sum + fields.length, 0));
}

type RowAct = { readonly label: string; readonly of: string; readonly perform: () => void };

function Row({ template, note, acts }: { template: NoteTemplate; note?: string | undefined; acts: readonly RowAct[] }) {
  return (
    <li className="template-list__row">
      <span><span className="strong">{template.title}</span>{note ? <span className="quiet small"> {note}</span> : null}<br /><span className="quiet small nums">{factsOf(template)}</span></span>
      <span className="row">{acts.map(({ label, of, perform }) => <Button key={label} small look="quiet" aria-label={of} onClick={perform}>{label}</Button>)}</span>
    </li>
  );
}

export function TemplatesScreen() {
  const own = useCall('ownTemplates', () => api.ownTemplates.list({}));
  const all = useCall('templates', () => api.templates.list({}));
  const [editing, setEditing] = useState<KeptTemplate | null>(null);
  const [said, setSaid] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const act = useAct();
  const run = (work: () => Promise<void>) => { setSaid(undefined); setRefused(undefined); act.run(work); };
  const templates = own.value?.templates ?? [];
  const makeOwn = (from: NoteTemplate) => run(async () => {
    const title = t.copyTitle(from.title);
    const made = cloneTemplate(from, { title, shortTitle: title.slice(0, 40) }, templates.map(({ template }) => template.id));
    if (!made.ok) {
      setRefused(templateSentence(templateRefusalText[made.refusal], made.facts));
      return;
    }
    setEditing(await api.ownTemplates.save({ recordId: null, revision: 0, template: made.template, archived: false }));
    announceChange();
  });
  const saveFile = (template: NoteTemplate) => run(async () => { if ((await api.ownTemplates.export({ templateId: template.id })).saved) setSaid(t.exported); });
  const archive = ({ recordId, revision, template, archived }: KeptTemplate) => run(async () => { await api.ownTemplates.save({ recordId, revision, template, archived: !archived }); announceChange(); });
  const read = () => run(async () => {
    const { taken, copy, sentence } = await api.ownTemplates.readFile({});
    if (taken) { setSaid((copy ? t.importedCopy : t.imported)(taken.template.title)); announceChange(); }
    if (sentence !== null) setRefused(sentence);
  });
  const leaving = useLeaving();
  if (editing) return <>{leaving.question ? <LeaveDialog {...leaving.question} /> : null}<TemplateEditor held={editing} onSaved={setEditing} onClose={() => leaving.leaveFor(() => setEditing(null))} /></>;
  const wrong = act.sentence ?? refused ?? (own.status === 'refused' ? own.sentence : undefined);
  return (
    <Page title={t.title} acts={<Button busy={act.busy} onClick={read}>{t.importFile}</Button>}>
      <p className="quiet">{t.lead}</p>
      <p role="status">{said}</p>
      {wrong ? <Notice tone="error">{wrong}</Notice> : null}
      {own.value && own.value.unreadable > 0 ? <Notice tone="warn">{t.unreadable(own.value.unreadable)}</Notice> : null}
      <Panel title={t.mine}>
        {own.status === 'loading' ? <Skeleton label={t.mine} lines={2} /> : null}
        {own.status === 'ready' && templates.length === 0 ? <p className="quiet">{t.none}</p> : null}
        <ul className="template-list">{templates.map((one) => {
          const { title } = one.template;
          return <Row key={one.recordId} template={one.template} note={one.archived ? t.archived : undefined} acts={[
            { label: t.edit, of: t.editOf(title), perform: () => setEditing(one) }, { label: t.exportFile, of: t.exportOf(title), perform: () => saveFile(one.template) },
            one.archived ? { label: t.bringBack, of: t.bringBackOf(title), perform: () => archive(one) } : { label: t.archive, of: t.archiveOf(title), perform: () => archive(one) },
          ]} />;
        })}</ul>
      </Panel>
      <Panel title={t.shipped}>
        <ul className="template-list">{(all.value ?? []).filter((template) => !isOwnTemplate(template)).map((template) => <Row key={template.id} template={template} acts={[{ label: t.makeOwn, of: t.makeOwnOf(template.title), perform: () => makeOwn(template) }, { label: t.exportFile, of: t.exportOf(template.title), perform: () => saveFile(template) }]} />)}</ul>
      </Panel>
    </Page>
  );
}
