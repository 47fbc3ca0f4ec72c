// One box of a form of the clinical record, by its kind.
import { ANALYTES, TEST_RESULTS } from '../../../shared/clinical/drugTest.ts';
import { analyteLabels, testResultLabels } from '../../../shared/text/en/clinicalRecord.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { healthText as t } from '../../../shared/text/en/health.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { NumberField, TextArea, TextField } from '../../ui/TextField.tsx';
import type { FieldSpec, PanelValue, Value } from './fields.ts';

/** What a common urine panel looks at. Medicines of the treatment are left out: their result has to be read. */
const COMMON = ['opiates', 'morphine_heroin', 'fentanyl', 'oxycodone', 'benzodiazepines', 'amphetamine', 'methamphetamine', 'cocaine'] as const;
const RESULTS = choicesOf(TEST_RESULTS, testResultLabels);

function PanelField({ label, value, error, breath, onChange }: { label: string; value: PanelValue; error: string | undefined; breath: boolean; onChange: (value: PanelValue) => void }) {
  const shown = breath ? (['alcohol'] as const) : ANALYTES;
  return (
    <div className="field" role="group" aria-label={label} data-field="panel">
      <div className="panel__head"><div><div className="field__label">{label}</div><p className="field__hint">{t.noteOfTest}</p></div>{breath ? null : <Button small onClick={() => onChange({ ...value, ...Object.fromEntries(COMMON.map((substance) => [substance, 'neg'])) })}>{t.commonNegative}</Button>}</div>
      <div className="health-panel">{shown.map((substance) => <SelectField key={substance} name={`panel-${substance}`} label={analyteLabels[substance]} value={value[substance] ?? 'not_tested'} choices={RESULTS} onChange={(result) => onChange({ ...value, [substance]: result })} />)}{breath || (value.other ?? 'not_tested') === 'not_tested' ? null : <TextField name="panel-other-name" label={t.otherName} value={value.otherName ?? ''} maxLength={80} onChange={(otherName) => onChange({ ...value, otherName })} />}</div>
      {error ? <div className="field__error">{error}</div> : null}
    </div>
  );
}

type Props = { readonly spec: FieldSpec; readonly value: Value; readonly error: string | undefined; readonly breath: boolean; readonly onChange: (value: Value) => void };

export function FieldInput({ spec, value, error, breath, onChange }: Props) {
  const { name, label, required } = spec;
  const optional = required ? undefined : frameText.optional;
  const text = typeof value === 'string' ? value : '';
  switch (spec.kind) {
    case 'line': return <TextField name={name} label={label} optional={optional} value={text} maxLength={spec.max} onChange={onChange} error={error} />;
    case 'area': return <TextArea name={name} label={label} optional={optional} rows={2} value={text} maxLength={spec.max} onChange={onChange} />;
    case 'day': return <DateField name={name} label={label} optional={optional} value={text} onChange={onChange} impossible={frameText.impossibleDay} error={error} />;
    case 'time': return <TextField name={name} label={label} type="time" optional={optional} value={text} onChange={onChange} />;
    case 'number': return <NumberField name={name} label={label} optional={optional} min={spec.min} max={spec.max} step={spec.step ?? 1} value={typeof value === 'number' ? value : null} onChange={onChange} error={error} />;
    case 'yesNo': return <CheckboxField name={name} label={label} checked={value === true} onChange={onChange} />;
    case 'yesNoUnknown': return <SelectField name={name} label={label} value={value === true ? 'yes' : value === false ? 'no' : 'none'} choices={[{ value: 'none', label: t.noChoice }, { value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} onChange={(next) => onChange(next === 'none' ? null : next === 'yes')} />;
    case 'choice': return <SelectField name={name} label={label} value={value !== null ? text : spec.none ? 'none' : null} placeholder={spec.required ? t.choose : t.noChoice} choices={spec.none ? [{ value: 'none', label: t.noChoice }, ...spec.choices] : spec.choices} onChange={onChange} error={error} />;
    case 'panel': return <PanelField label={label} value={typeof value === 'object' && value !== null ? value : {}} error={error} breath={breath} onChange={onChange} />;
  }
}
