// Takes a part out of the plan. Asks first where something is written in it: numbers are not given twice, so
// taking out cannot be taken back.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { frameText } from '../../../shared/text/en/frame.ts';
import { planText as t } from '../../../shared/text/en/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

/** `label` names the part: "Remove goal 2". */
export function RemoveButton({ label, blank, short = false, onRemove }: { label: string; blank: boolean; /** Shows only "Remove", where the place says of what. */ short?: boolean; onRemove: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small look="quiet" icon={Trash2} aria-label={label} onClick={() => { if (blank) onRemove(); else setAsking(true); }}>{short ? frameText.remove : label}</Button>
      {asking ? <ConfirmDialog title={t.removeAsk(label)} text={t.removeText} confirmLabel={frameText.remove} cancelLabel={t.keepIt} onCancel={() => setAsking(false)} onConfirm={() => { setAsking(false); onRemove(); }} /> : null}
    </>
  );
}
