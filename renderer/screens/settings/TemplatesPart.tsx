// The way to the note templates. Refuses to hold them: they have a screen of their own.
import { ownTemplatesText as t } from '../../../shared/text/en/ownTemplates.ts';
import { useGo } from '../../data/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Page.tsx';

export function TemplatesPart() {
  const go = useGo();
  return (
    <Panel title={t.title}>
      <div className="stack">
        <p className="quiet small">{t.lead}</p>
        <div className="row"><Button onClick={() => go({ room: 'templates' })}>{t.openSettings}</Button></div>
      </div>
    </Panel>
  );
}
