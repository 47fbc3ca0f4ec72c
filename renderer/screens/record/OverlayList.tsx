// What runs alongside the level of care: medication for OUD, a recovery residence, legal status.
import { useState } from 'react';
import { OVERLAY_KINDS, type Overlay, type OverlayKind } from '../../../shared/continuum/episode.ts';
import { overlayName } from '../../../shared/continuum/levels.ts';
import { isOpen } from '../../../shared/continuum/position.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import type { FieldErrors } from '../../ui/Notes.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { dayOf } from './dayInput.ts';
import { FormDialog } from './FormDialog.tsx';
import { applyToEpisode, type HeldEpisode } from './useEpisode.ts';

const t = episodeText.overlays;
const optional = frameText.optional;
const missing = episodeText.move.dateMissing;

function AddOverlayDialog({ held, today, onClose }: { held: HeldEpisode; today: LocalDate; onClose: () => void }) {
  const [kind, setKind] = useState<OverlayKind>('OBOT');
  const [start, setStart] = useState<string>(today);
  const [end, setEnd] = useState('');
  const [detail, setDetail] = useState('');
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const from = dayOf(start);
    return from === null ? { overlayStart: missing } : () => applyToEpisode(held, { kind: 'addOverlay', overlay: kind, start: from, end: dayOf(end), detail: detail.trim() });
  };
  return (
    <FormDialog title={t.addTitle} submitLabel={t.submit} places={{ end: 'overlayEnd' }} submit={submit} onClose={onClose}>
      {(errors) => <>
        <SelectField name="overlay" label={t.kind} value={kind} choices={OVERLAY_KINDS.map((value) => ({ value, label: overlayName(value) }))} onChange={setKind} />
        <div className="columns-2">
          <DateField name="overlayStart" label={t.start} value={start} onChange={setStart} impossible={episodeText.impossible} error={errors['overlayStart']} />
          <DateField name="overlayEnd" label={t.end} optional={optional} value={end} onChange={setEnd} impossible={episodeText.impossible} />
        </div>
        <TextField name="overlayDetail" label={t.detail} hint={t.detailHint} optional={optional} value={detail} maxLength={400} onChange={setDetail} />
      </>}
    </FormDialog>
  );
}

function EndOverlayDialog({ held, overlay, today, onClose }: { held: HeldEpisode; overlay: Overlay; today: LocalDate; onClose: () => void }) {
  const [end, setEnd] = useState<string>(today);
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(end);
    return day === null ? { overlayEnd: missing } : () => applyToEpisode(held, { kind: 'endOverlay', overlayId: overlay.id, end: day });
  };
  return (
    <FormDialog title={t.endTitle(overlayName(overlay.kind))} submitLabel={t.endSubmit} places={{ end: 'overlayEnd' }} submit={submit} onClose={onClose}>
      {(errors) => <DateField name="overlayEnd" label={t.endDate} value={end} onChange={setEnd} impossible={episodeText.impossible} error={errors['overlayEnd']} />}
    </FormDialog>
  );
}

export function OverlayList({ held, today, locked }: { held: HeldEpisode; today: LocalDate; locked: boolean }) {
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Overlay>();
  const editable = isOpen(held.value) && !locked;
  return (
    <div className="stack-tight">
      <div className="panel__head"><h3>{t.title}</h3>{editable ? <Button small onClick={() => setAdding(true)}>{t.add}</Button> : null}</div>
      {held.value.overlays.length === 0 ? <p className="small quiet">{t.none}</p> : (
        <ul className="line-list">
          {held.value.overlays.map((overlay) => (
            <li key={overlay.id} data-place={overlay.id}>
              <span><span className="strong">{overlayName(overlay.kind)}</span>{overlay.detail ? `: ${overlay.detail}` : ''}<span className="small quiet nums"> {episodeText.range(formatDayWithYear(overlay.start), overlay.end === null ? episodeText.phases.now : formatDayWithYear(overlay.end))}</span></span>
              {editable && (overlay.end === null || overlay.end > today) ? <Button small look="quiet" aria-label={t.endOf(overlayName(overlay.kind))} onClick={() => setEnding(overlay)}>{t.endAct}</Button> : null}
            </li>
          ))}
        </ul>
      )}
      {adding ? <AddOverlayDialog held={held} today={today} onClose={() => setAdding(false)} /> : null}
      {ending ? <EndOverlayDialog held={held} overlay={ending} today={today} onClose={() => setEnding(undefined)} /> : null}
    </div>
  );
}
