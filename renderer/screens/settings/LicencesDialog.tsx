// The licenses of built-in code, in the words of their authors. Refuses to shorten them.
import './licences.css';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice, Skeleton } from '../../ui/Notes.tsx';

const t = settingsText.about.licences;

export function LicencesDialog({ onClose }: { onClose: () => void }) {
  const call = useCall('licences', () => api.app.licences({}));
  return (
    <Dialog title={t.title} description={t.lead} wide closeLabel={frameText.close} onClose={onClose} foot={<Button onClick={onClose}>{frameText.close}</Button>}>
      {call.status === 'loading' ? <Skeleton label={frameText.loading} lines={8} /> : null}
      {call.status === 'refused' ? <Notice tone="error" title={t.failed} action={{ label: frameText.tryAgain, perform: call.reload }}>{call.sentence}</Notice> : null}
      {call.status === 'ready' ? (
        <ul className="licences" aria-label={t.list}>
          {call.value.packages.map(({ name, version, licence, text }) => (
            <li key={`${name} ${version}`}><details><summary>{name} <span className="quiet nums">{version}</span> <span className="quiet">{licence}</span></summary><p className="licences__text small">{text}</p></details></li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  );
}
