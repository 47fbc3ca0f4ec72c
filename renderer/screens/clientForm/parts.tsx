// The groups of the client form. Each shows and changes its own part of the draft; none checks.
import { LIVING_SITUATIONS, NALOXONE_STATES, PAYERS, PREGNANCY_STATUSES } from '../../../shared/clients/client.ts';
import type { ClientDetailsDraft } from '../../../shared/clients/clientRules.ts';
import { LocalDate } from '../../../shared/dates.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { livingLabels, naloxoneLabels, payerLabels, pregnancyLabels } from '../../../shared/text/en/clinical.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { CheckboxField, RadioField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { FieldErrors } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

const t = clientsText.form;
const optional = frameText.optional;
export type PartProps = { draft: ClientDetailsDraft; errors: FieldErrors; change: (part: Partial<ClientDetailsDraft>) => void };

export function WhoPart({ draft, errors, change, today }: PartProps & { today: LocalDate }) {
  return (
    <Panel title={t.who}>
      <div className="columns-2">
        <TextField name="preferredName" label={t.preferredName} hint={t.preferredHint} value={draft.preferredName} maxLength={400} onChange={(preferredName) => change({ preferredName })} error={errors['preferredName']} autoFocus />
        <TextField name="legalName" label={t.legalName} hint={t.legalHint} value={draft.legalName} maxLength={400} onChange={(legalName) => change({ legalName })} error={errors['legalName']} />
      </div>
      <div className="columns-2">
        <DateField name="dateOfBirth" label={t.dateOfBirth} value={draft.dateOfBirth} max={today} onChange={(dateOfBirth) => change({ dateOfBirth })} error={errors['dateOfBirth']} impossible={frameText.impossibleDay} />
        <TextField name="pronouns" label={t.pronouns} optional={optional} placeholder={t.pronounsHint} value={draft.pronouns} maxLength={40} onChange={(pronouns) => change({ pronouns })} error={errors['pronouns']} />
      </div>
    </Panel>
  );
}

export function EmergencyPart({ draft, errors, change }: PartProps) {
  const contact = draft.emergencyContact;
  const set = (part: Partial<typeof contact>) => change({ emergencyContact: { ...contact, ...part } });
  return (
    <Panel title={t.emergency}>
      <div className="columns-2">
        <TextField name="emergencyContact" label={t.contactName} optional={optional} value={contact.name} maxLength={200} onChange={(name) => set({ name })} error={errors['emergencyContact']} />
        <TextField name="relationship" label={t.relationship} optional={optional} value={contact.relationship} maxLength={80} onChange={(relationship) => set({ relationship })} />
        <TextField name="contactPhone" label={t.contactPhone} optional={optional} type="tel" value={contact.phone} maxLength={40} onChange={(phone) => set({ phone })} />
      </div>
      <CheckboxField name="consentOnFile" label={t.consentOnFile} checked={contact.consentOnFile} onChange={(consentOnFile) => set({ consentOnFile })} />
    </Panel>
  );
}

export function SafetyPart({ draft, errors, change }: PartProps) {
  const kit = draft.naloxone;
  return (
    <Panel title={t.safety}>
      <div className="columns-2">
        <div className="stack">
          <RadioField name="naloxone" legend={t.naloxone} hint={t.naloxoneHint} value={kit.state} choices={choicesOf(NALOXONE_STATES, naloxoneLabels)} onChange={(state) => change({ naloxone: { ...kit, state } })} error={errors['naloxone']} />
          {kit.state === 'on_hand' ? <DateField name="naloxoneExpires" label={t.naloxoneExpires} optional={optional} value={kit.expires ?? ''} onChange={(text) => change({ naloxone: { ...kit, expires: LocalDate.safeParse(text).data ?? null } })} impossible={frameText.impossibleDay} /> : null}
        </div>
        <SelectField name="pregnancy" label={t.pregnancy} value={draft.pregnancy} choices={choicesOf(PREGNANCY_STATUSES, pregnancyLabels)} onChange={(pregnancy) => change({ pregnancy })} />
      </div>
    </Panel>
  );
}

export function LifePart({ draft, change }: PartProps) {
  return (
    <Panel title={t.life}>
      <div className="columns-2">
        <SelectField name="living" label={t.living} value={draft.living} choices={choicesOf(LIVING_SITUATIONS, livingLabels)} onChange={(living) => change({ living })} />
        <SelectField name="payer" label={t.payer} value={draft.payer} choices={choicesOf(PAYERS, payerLabels)} onChange={(payer) => change({ payer })} />
        <TextField name="payerDetail" label={t.payerDetail} optional={optional} value={draft.payerDetail} maxLength={200} onChange={(payerDetail) => change({ payerDetail })} />
      </div>
    </Panel>
  );
}

export function AddressPart({ draft, errors, change }: PartProps) {
  return (
    <div className="columns-2">
      <TextField name="email" label={t.email} optional={optional} type="email" value={draft.email} maxLength={200} onChange={(email) => change({ email })} error={errors['email']} />
      <TextArea name="address" label={t.address} optional={optional} rows={2} value={draft.address} maxLength={400} onChange={(address) => change({ address })} error={errors['address']} />
    </div>
  );
}
