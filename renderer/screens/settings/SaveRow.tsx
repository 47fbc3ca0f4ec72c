// The foot of a part of the settings: one button, and what came of it.
import { settingsText } from '../../../shared/text/en/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notes.tsx';

export function SaveRow({ busy, saved, sentence }: { busy: boolean; saved: boolean; sentence: string | undefined }) {
  return (
    <>
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      <div className="row"><Button type="submit" busy={busy}>{settingsText.save}</Button><span className="small quiet" role="status">{saved ? settingsText.saved : ''}</span></div>
    </>
  );
}
