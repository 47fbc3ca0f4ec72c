// Feeds the status line: last save, the seal of no network, the last proven backup.
import { frameText } from '../shared/text/en/frame.ts';
import { api } from './api.ts';
import { useSaveState, type SaveState } from './data/saveState.ts';
import { useCall } from './data/useCall.ts';
import { Badge } from './ui/Badge.tsx';
import { formatClock, formatInstantDay } from './ui/format.ts';
import { StatusBar, type SaveLine } from './ui/StatusBar.tsx';

const t = frameText.status;

function lineOf(save: SaveState): SaveLine {
  switch (save.kind) {
    case 'idle': return { kind: 'idle', text: t.nothingToSave };
    case 'pending': return { kind: 'pending', text: t.pending };
    case 'saving': return { kind: 'saving', text: t.saving };
    case 'saved': return { kind: 'saved', text: t.saved(formatClock(save.at)) };
    case 'notSaved': return { kind: 'notSaved', text: t.notSaved };
  }
}

export function Status({ readOnly }: { readOnly: boolean }) {
  const save = useSaveState();
  const settings = useCall('settings', () => api.settings.get({}));
  const at = settings.status === 'ready' ? settings.value.lastBackupAt : null;
  return <StatusBar label={t.label} save={lineOf(save)} network={t.noNetwork} networkWhy={t.noNetworkWhy} backup={at ? t.backupProven(formatInstantDay(at)) : t.backupNever} backupWhy={t.backupWhy} extra={readOnly ? <Badge tone="amber">{t.readOnly}</Badge> : null} />;
}
