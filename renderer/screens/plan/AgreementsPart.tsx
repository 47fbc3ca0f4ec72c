// Who agrees to a plan: the client and the team, each with a day, or why not. Refuses to sign for anyone: it
// records what people said or signed on paper.
import { Plus, Trash2 } from 'lucide-react';
import { LocalDate } from '../../../shared/dates.ts';
import { AGREEMENT_ROLES, type Agreement, MOST_AGREEMENTS, type PlanContent } from '../../../shared/plans/plan.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { agreementRoleLabels, planChoicesText as t } from '../../../shared/text/en/planChoices.ts';
import { newLocalId, todayHere } from '../../data/today.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { focusSoon } from '../../ui/Notes.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';

type PartProps = { content: PlanContent; change: (part: Partial<PlanContent>) => void };

export function AgreementsPart({ content, change }: PartProps) {
  const list = content.agreements ?? [];
  const set = (id: Agreement['id'], part: Partial<Agreement>) => change({ agreements: list.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  const add = () => {
    const id = newLocalId();
    change({ agreements: [...list, { id, role: list.length === 0 ? 'client' : 'other', name: '', date: todayHere(), refusedReason: '' }] });
    focusSoon(`agreement-role-${id}`);
  };
  return (
    <div className="stack-tight" role="group" aria-label={t.agreements}>
      <h3>{t.agreements}</h3>
      <p className="small quiet">{t.agreementsHint}</p>
      {list.map((one) => (
        <div className="form-row" key={one.id}>
          <div className="span-3"><SelectField name={`agreement-role-${one.id}`} label={t.role} value={one.role} choices={choicesOf(AGREEMENT_ROLES, agreementRoleLabels)} onChange={(role) => set(one.id, { role })} /></div>
          <div className="span-3"><TextField name={`agreement-name-${one.id}`} label={t.name} value={one.name} maxLength={200} onChange={(name) => set(one.id, { name })} /></div>
          <div className="span-3"><DateField name={`agreement-date-${one.id}`} label={t.date} optional={frameText.optional} value={one.date ?? ''} impossible={frameText.impossibleDay} onChange={(text) => set(one.id, { date: LocalDate.safeParse(text).data ?? null })} /></div>
          <div className="span-3 row-end"><Button small look="quiet" icon={Trash2} aria-label={t.remove(one.name)} onClick={() => change({ agreements: list.filter(({ id }) => id !== one.id) })}>{frameText.remove}</Button></div>
          {one.date === null ? <div className="span-12"><TextField name={`agreement-refused-${one.id}`} label={t.refused} optional={frameText.optional} value={one.refusedReason} maxLength={400} onChange={(refusedReason) => set(one.id, { refusedReason })} /></div> : null}
        </div>
      ))}
      {list.length < MOST_AGREEMENTS ? <div className="row"><Button small icon={Plus} onClick={add}>{t.add}</Button></div> : null}
    </div>
  );
}
