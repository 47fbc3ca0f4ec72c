// The few choices about a handout: name, size of print, clinic name, paper.
import type { HandoutOptions } from '../../shared/handouts/handout.ts';
import { planSheetText as t } from '../../shared/text/en/planSheet.ts';
import { CheckboxField, RadioField } from '../ui/ChoiceFields.tsx';

type HandoutOptionsFormProps = { readonly options: HandoutOptions; readonly onChange: (options: HandoutOptions) => void };

/** Initials are the default (CLINICAL G.2); nothing here can put a diagnosis on the page. */
export function HandoutOptionsForm({ options, onChange }: HandoutOptionsFormProps) {
  return (
    <div className="stack">
      <RadioField
        name="nameStyle" legend={t.nameLegend} value={options.nameStyle} onChange={(nameStyle) => onChange({ ...options, nameStyle })}
        choices={[{ value: 'initials', label: t.names.initials }, { value: 'firstName', label: t.names.firstName }, { value: 'none', label: t.names.none }]}
      />
      <CheckboxField name="largePrint" label={t.largePrint} checked={options.largePrint} onChange={(largePrint) => onChange({ ...options, largePrint })} />
      <CheckboxField name="clinicName" label={t.clinicName} hint={t.clinicNameHint} checked={options.showClinicName} onChange={(showClinicName) => onChange({ ...options, showClinicName })} />
      <RadioField
        name="paper" legend={t.paperLegend} value={options.paper} onChange={(paper) => onChange({ ...options, paper })}
        choices={[{ value: 'letter', label: t.papers.letter }, { value: 'a4', label: t.papers.a4 }]}
      />
    </div>
  );
}
