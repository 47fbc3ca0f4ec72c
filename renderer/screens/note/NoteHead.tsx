// The header of a session: when, how, where, who, and the risk check (CLINICAL D.0). Refuses to
// guess: a stop time before the start is said at once and kept as typed.
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { LocalDate, LocalTime } from '../../../shared/dates.ts';
import { consentControl, riskControl } from '../../../shared/notes/headerControls.ts';
import { noteMinutes } from '../../../shared/notes/duration.ts';
import { MODALITIES, PLACES, RISK_KINDS, RISK_LEVELS, SERVICE_TYPES, type NoteHeader } from '../../../shared/notes/note.ts';
import type { NoteTemplate } from '../../../shared/notes/template.ts';
import { modalityLabels, placeLabels, riskKindLabels, riskLevelLabels, serviceTypeLabels } from '../../../shared/text/en/clinical.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { newLocalId } from '../../data/today.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { focusField } from '../../ui/Notes.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { Steady } from '../../ui/Steady.tsx';
import { TextField } from '../../ui/TextField.tsx';

type HeadProps = { header: NoteHeader; template: NoteTemplate; onChange: (change: Partial<NoteHeader>) => void };
const text = notesText.header;

function time(value: string): LocalTime | null {
  const result = LocalTime.safeParse(value);
  return result.success ? result.data : null;
}

/** Sentence when the stop time is not after the start; undefined while one of them is missing. */
export function timeProblem(header: NoteHeader): string | undefined {
  return header.startTime !== null && header.endTime !== null && noteMinutes(header) === null ? text.endBeforeStart : undefined;
}

function When({ header, onChange }: Omit<HeadProps, 'template'>) {
  const minutes = noteMinutes(header);
  const problem = timeProblem(header);
  return (<>
    <div className="note-head__row note-head__row--when">
      <DateField name="serviceDate" label={text.date} value={header.serviceDate} impossible={text.impossibleDate} onChange={(value) => { const day = LocalDate.safeParse(value); if (day.success) onChange({ serviceDate: day.data }); }} />
      <TextField name="startTime" type="time" label={text.start} value={header.startTime ?? ''} onChange={(value) => onChange({ startTime: time(value) })} />
      <TextField name="endTime" type="time" label={text.end} value={header.endTime ?? ''} onChange={(value) => onChange({ endTime: time(value) })} />
      <TextField name="breakMinutes" look="short" label={text.breakMinutes} value={header.breakMinutes === 0 ? '' : String(header.breakMinutes)} maxLength={3} onChange={(value) => { const n = Number(value); if (Number.isInteger(n) && n >= 0 && n <= 600) onChange({ breakMinutes: n }); }} />
      <output className="note-head__duration" aria-label={text.duration}>{minutes === null ? '' : text.minutes(minutes)}</output>
    </div>
    {problem ? <p className="field__error" role="alert">{problem}</p> : null}
  </>);
}

function How({ header, template, onChange }: HeadProps) {
  const services = SERVICE_TYPES.filter((type) => template.serviceTypes.includes(type) || type === header.serviceType || type === 'no_show' || type === 'non_billable');
  return (
    <div className="note-head__row">
      <SelectField name="serviceType" label={text.service} value={header.serviceType} choices={choicesOf(services, serviceTypeLabels)} onChange={(serviceType) => onChange({ serviceType })} />
      <SelectField name="modality" label={text.modality} value={header.modality} choices={choicesOf(MODALITIES, modalityLabels)} onChange={(modality) => onChange({ modality })} />
      <SelectField name="place" label={text.place} value={header.place} choices={choicesOf(PLACES, placeLabels)} onChange={(place) => onChange({ place })} />
      {header.modality === 'audio_only' ? <TextField name="modalityReason" label={text.modalityReason} value={header.modalityReason} maxLength={300} onChange={(modalityReason) => onChange({ modalityReason })} /> : null}
    </div>
  );
}

function People({ header, onChange }: Omit<HeadProps, 'template'>) {
  const change = (id: string, part: Partial<NoteHeader['participants'][number]>) => onChange({ participants: header.participants.map((person) => (person.id === id ? { ...person, ...part } : person)) });
  return (
    <div className="note-head__people" role="group" aria-label={text.people}>
      {header.participants.map((person) => (
        <div className="note-head__row" key={person.id}>
          <TextField name={`name-${person.id}`} label={text.personName} value={person.name} maxLength={200} onChange={(name) => change(person.id, { name })} />
          <TextField name={`rel-${person.id}`} label={text.personRelation} value={person.relationship} maxLength={80} onChange={(relationship) => change(person.id, { relationship })} />
          <CheckboxField name={consentControl(person.id)} label={text.personConsent} checked={person.consentOnFile} onChange={(consentOnFile) => change(person.id, { consentOnFile })} />
          <Button small look="quiet" icon={X} aria-label={text.removePerson(person.name)} onClick={() => onChange({ participants: header.participants.filter((each) => each.id !== person.id) })}>{''}</Button>
        </div>
      ))}
      {header.participants.length < 20 ? <Button small look="quiet" icon={Plus} onClick={() => onChange({ participants: [...header.participants, { id: newLocalId(), name: '', relationship: '', consentOnFile: false }] })}>{text.addPerson}</Button> : null}
    </div>
  );
}

function RiskTable({ header, onChange }: Omit<HeadProps, 'template'>) {
  const { risk } = header;
  return (
    <div className="note-risk" id="note-risk" tabIndex={-1}>
      <h2 className="note-section__title">{notesText.risk.title}</h2>
      <p className="note-section__help">{notesText.risk.hint}</p>
      {RISK_KINDS.map((kind) => (
        <div className="note-risk__row" key={kind}>
          <span id={`risk-${kind}`}>{riskKindLabels[kind]}</span>
          <div className="words" role="radiogroup" aria-labelledby={`risk-${kind}`} data-field={riskControl(kind, 'level')} onKeyDown={(event) => {
            // Words typed on the choice are meant for the empty box that asks for them.
            if (risk[kind].action === '' && /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) focusField(riskControl(kind, 'action'));
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
            const next = RISK_LEVELS[RISK_LEVELS.indexOf(risk[kind].level) + step];
            if (step === 0 || next === undefined) return;
            event.preventDefault();
            onChange({ risk: { ...risk, [kind]: { ...risk[kind], level: next } } });
            event.currentTarget.querySelector<HTMLElement>(`[data-level="${next}"]`)?.focus();
          }}>
            {RISK_LEVELS.map((level) => (
              <button key={level} type="button" role="radio" className="words__word" data-level={level} aria-checked={risk[kind].level === level} tabIndex={risk[kind].level === level ? 0 : -1}
                onClick={() => onChange({ risk: { ...risk, [kind]: { ...risk[kind], level } } })}><Steady words={riskLevelLabels[level]} /></button>
            ))}
          </div>
          {risk[kind].level !== 'not_asked' && risk[kind].level !== 'none' ? (
            <TextField name={riskControl(kind, 'action')} label={`${notesText.risk.action}: ${riskKindLabels[kind]}`} value={risk[kind].action} maxLength={1000} onChange={(action) => onChange({ risk: { ...risk, [kind]: { ...risk[kind], action } } })} />
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** What most sessions do not need; drawn when it is first opened. */
function More({ header, onChange }: Omit<HeadProps, 'template'>) {
  const [begun] = useState(header.participants.length > 0 || header.interpreter !== '' || header.nextAppointment !== null);
  const [seen, setSeen] = useState(begun);
  return (
    <details className="note-head__more" open={begun} onToggle={(event) => { if (event.currentTarget.open) setSeen(true); }}>
      <summary>{text.more}</summary>
      {seen ? <>
        <div className="note-head__row">
          <TextField name="interpreter" label={text.interpreter} value={header.interpreter} maxLength={120} onChange={(interpreter) => onChange({ interpreter })} />
          <DateField name="nextAppointment" label={text.next} value={header.nextAppointment ?? ''} impossible={text.impossibleDate} onChange={(value) => { const day = LocalDate.safeParse(value); onChange({ nextAppointment: day.success ? day.data : null }); }} />
        </div>
        <People header={header} onChange={onChange} />
      </> : null}
    </details>
  );
}

/** The header fields and the risk check. */
export function NoteHead(props: HeadProps) {
  const { header, onChange } = props;
  return (
    <div className="note-head" id="note-head">
      <When header={header} onChange={onChange} />
      <How {...props} />
      <More header={header} onChange={onChange} />
      <RiskTable header={header} onChange={onChange} />
    </div>
  );
}
