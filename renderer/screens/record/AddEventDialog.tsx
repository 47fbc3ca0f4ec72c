// Records one event; its extra fields come from the reviewed list of event types. Refuses types that
// a command of their own writes (moves, discharge, return to use).
import { useState } from 'react';
import type { TimelineEventType } from '../../../shared/continuum/episode.ts';
import { allEventTypes, eventTypeInfo, type EventField } from '../../../shared/continuum/eventTypes.ts';
import { LocalTime, type LocalDate } from '../../../shared/dates.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { FieldErrors } from '../../ui/Notes.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { NumberField, TextArea, TextField } from '../../ui/TextField.tsx';
import { dayOf } from './dayInput.ts';
import { FormDialog } from './FormDialog.tsx';
import { applyToEpisode, type HeldEpisode } from './useEpisode.ts';

const t = episodeText.events;
const optional = frameText.optional;
type Value = string | number | boolean | null;

function FieldInput({ field, value, onChange }: { field: EventField; value: Value; onChange: (value: Value) => void }) {
  const name = `event-${field.id}`;
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'yesNo': return <CheckboxField name={name} label={field.label} checked={value === true} onChange={onChange} />;
    case 'number': return <NumberField name={name} label={field.label} optional={optional} step="any" value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date': return <DateField name={name} label={field.label} optional={optional} value={text} onChange={onChange} impossible={episodeText.impossible} />;
    case 'choice': return <SelectField name={name} label={field.label} optional={optional} placeholder={t.choose} value={text === '' ? null : text} choices={(field.options ?? []).map((option) => ({ value: option.id, label: option.label }))} onChange={onChange} />;
    case 'text': return <TextField name={name} label={field.label} optional={optional} value={text} maxLength={400} onChange={onChange} />;
  }
}

export function AddEventDialog({ held, today, onClose }: { held: HeldEpisode; today: LocalDate; onClose: () => void }) {
  const [type, setType] = useState<TimelineEventType | null>(null);
  const [date, setDate] = useState<string>(today);
  const [time, setTime] = useState('');
  const [note, setNote] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, Value>>>({});
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(date);
    if (type === null || day === null) return { eventType: type === null ? t.chooseType : undefined, eventDate: day === null ? t.dateMissing : undefined };
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
    return () => applyToEpisode(held, { kind: 'addEvent', type, date: day, time: LocalTime.safeParse(time).data ?? null, note, fields: filled });
  };
  const inputs = type ? eventTypeInfo(type).fields : [];
  return (
    <FormDialog title={t.addTitle} submitLabel={t.submit} places={{ date: 'eventDate' }} submit={submit} onClose={onClose}>
      {(errors) => <>
        <SelectField name="eventType" label={t.type} placeholder={t.choose} value={type} choices={allEventTypes().filter((info) => info.byHand).map((info) => ({ value: info.type, label: info.label }))} onChange={(next) => { setType(next); setFields({}); }} error={errors['eventType']} />
        <div className="columns-2">
          <DateField name="eventDate" label={t.date} value={date} onChange={setDate} impossible={episodeText.impossible} error={errors['eventDate']} />
          <TextField name="eventTime" label={t.time} type="time" look="short" optional={optional} value={time} onChange={setTime} />
        </div>
        {inputs.length > 0 ? <div className="columns-2" key={type}>{inputs.map((field) => <FieldInput key={field.id} field={field} value={fields[field.id] ?? null} onChange={(value) => setFields((before) => ({ ...before, [field.id]: value }))} />)}</div> : null}
        <TextArea name="eventNote" label={t.note} optional={optional} rows={3} value={note} maxLength={4000} onChange={setNote} />
      </>}
    </FormDialog>
  );
}
