// Backup now with its proof, and restore. Refuses to say "done" before main has read the copy back.
import { HardDriveDownload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AppState } from '../../../shared/ipc/vaultContract.ts';
import type { Settings } from '../../../shared/settings.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { flushPending } from '../../data/flush.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { formatBytes, formatCount, formatMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';

const t = settingsText.backup;

export function BackupPart({ settings, asked, onState }: { settings: Settings; asked: boolean; onState: (state: AppState) => void }) {
  const [done, setDone] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (asked) button.current?.focus(); }, [asked]);
  const backup = useAct();
  const restore = useAct();
  const start = () => backup.run(async () => {
    setDone(undefined);
    await flushPending();
    const made = await api.vault.backup({});
    setDone(t.done(formatCount(made.records), formatBytes(made.bytes), made.label));
    announceChange();
  });
  const last = settings.lastBackupAt === null ? t.never : t.last(formatMoment(settings.lastBackupAt), formatCount(settings.lastBackupRecords ?? 0));
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <p>{last}</p>
      <div className="row">
        <Button ref={button} look="primary" icon={HardDriveDownload} busy={backup.busy} onClick={start}>{t.now}</Button>
        {backup.busy ? <span className="small quiet" role="status">{t.working}</span> : null}
      </div>
      {backup.busy ? <progress className="progress" aria-label={t.working} /> : null}
      {done ? <Notice><span role="status">{done}</span></Notice> : null}
      {backup.sentence ? <Notice tone="error">{backup.sentence}</Notice> : null}
      <div className="stack-tight">
        <h3>{t.restore}</h3>
        <p className="quiet small">{t.restoreHint}</p>
        <div className="row"><Button small busy={restore.busy} onClick={() => restore.run(async () => onState(await api.vault.lock({ toRestore: true })))}>{t.restoreAct}</Button></div>
        {restore.sentence ? <Notice tone="error">{restore.sentence}</Notice> : null}
      </div>
    </Panel>
  );
}
