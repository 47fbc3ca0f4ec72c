// The lists of the client form: phones and the care team, a row each. Refuses more rows than the
// record holds.
import { Plus, Trash2 } from 'lucide-react';
import { CARE_ROLES } from '../../../shared/clients/client.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { careRoleLabels } from '../../../shared/text/en/clinical.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { newLocalId } from '../../data/today.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { Panel } from '../../ui/Page.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AddressPart, type PartProps } from './parts.tsx';

const t = clientsText.form;
const MOST_PHONES = 5;
const MOST_MEMBERS = 20;

function replaceAt<T>(list: readonly T[], index: number, part: Partial<T>): T[] {
  return list.map((item, at) => (at === index ? { ...item, ...part } : item));
}

export function ReachPart(props: PartProps) {
  const { draft, change } = props;
  const phones = draft.phones.length > 0 ? draft.phones : [{ label: '', number: '', messageOk: false }];
  return (
    <Panel title={t.reach}>
      {phones.map((phone, index) => (
        <div className="form-row" role="group" aria-label={t.phone(index + 1)} key={index}>
          <div className="span-3"><TextField name={`phone-label-${index}`} label={t.phoneLabel} placeholder={t.phoneLabelHint} value={phone.label} maxLength={40} onChange={(label) => change({ phones: replaceAt(phones, index, { label }) })} /></div>
          <div className="span-4"><TextField name={`phone-number-${index}`} label={t.number} type="tel" value={phone.number} maxLength={40} onChange={(number) => change({ phones: replaceAt(phones, index, { number }) })} /></div>
          <div className="span-3"><CheckboxField name={`phone-message-${index}`} label={t.messageOk} checked={phone.messageOk} onChange={(messageOk) => change({ phones: replaceAt(phones, index, { messageOk }) })} /></div>
          <div className="span-2 row-end"><Button look="quiet" small icon={Trash2} aria-label={t.removePhone(index + 1)} onClick={() => change({ phones: phones.filter((_, at) => at !== index) })}>{frameText.remove}</Button></div>
        </div>
      ))}
      {phones.length < MOST_PHONES ? <div className="row"><Button small icon={Plus} onClick={() => change({ phones: [...phones, { label: '', number: '', messageOk: false }] })}>{t.addPhone}</Button></div> : null}
      <AddressPart {...props} />
    </Panel>
  );
}

export function CareTeamPart({ draft, errors, change }: PartProps) {
  const team = draft.careTeam;
  return (
    <Panel title={t.careTeam}>
      <p className="quiet small">{t.careTeamHint}</p>
      {team.map((member, index) => (
        <div className="form-row" role="group" aria-label={member.name || t.careTeam} key={member.id}>
          <div className="span-3"><SelectField name={`role-${member.id}`} label={t.role} value={member.role} choices={choicesOf(CARE_ROLES, careRoleLabels)} onChange={(role) => change({ careTeam: replaceAt(team, index, { role }) })} /></div>
          <div className="span-4"><TextField name={`member-${member.id}`} label={t.memberName} value={member.name} maxLength={400} onChange={(name) => change({ careTeam: replaceAt(team, index, { name }) })} error={errors[`member-${member.id}`]} /></div>
          <div className="span-3"><TextField name={`member-phone-${member.id}`} label={t.memberPhone} type="tel" value={member.phone} maxLength={40} onChange={(phone) => change({ careTeam: replaceAt(team, index, { phone }) })} /></div>
          <div className="span-2 row-end"><Button look="quiet" small icon={Trash2} aria-label={t.removeMember(member.name)} onClick={() => change({ careTeam: team.filter((_, at) => at !== index) })}>{frameText.remove}</Button></div>
        </div>
      ))}
      {team.length < MOST_MEMBERS ? <div className="row"><Button small icon={Plus} onClick={() => change({ careTeam: [...team, { id: newLocalId(), role: 'counsellor', name: '', phone: '' }] })}>{t.addMember}</Button></div> : null}
    </Panel>
  );
}
