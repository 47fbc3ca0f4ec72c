// The form of one entry, new or to be changed. Refuses to close while something typed was refused.
import { useState } from 'react';
import type { ClinicalList } from '../../../shared/clinical/clinicalRecord.ts';
import type { EntryOf } from '../../../shared/clinical/entryLines.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { healthText as t } from '../../../shared/text/en/health.ts';
import { newLocalId } from '../../data/today.ts';
import { FormDialog } from '../record/FormDialog.tsx';
import { applyClinical } from './applyClinical.ts';
import { FIELDS, startValues, type Value, type Values } from './fields.ts';
import { FieldInput } from './FieldInput.tsx';
import { faultsOf, putCommand, valuesOf } from './formValues.ts';

// A breath test shows alcohol only, so that nothing out of sight is saved with it.
function changed(before: Values, name: string, value: Value): Values {
  const { panel } = before;
  const alcohol = typeof panel === 'object' && panel !== null ? panel.alcohol ?? 'neg' : 'neg';
  return { ...before, [name]: value, ...(name === 'specimen' && value === 'breath' ? { panel: { alcohol } } : {}) };
}

export function EntryDialog({ chart, list, entry, onClose }: { chart: Chart; list: ClinicalList; entry: EntryOf<ClinicalList> | null; onClose: () => void }) {
  const specs = FIELDS[list];
  const [id] = useState(() => entry?.id ?? newLocalId());
  const [values, setValues] = useState<Values>(() => valuesOf(specs, entry ?? startValues(list, chart.today)));
  const submit = () => {
    const faults = faultsOf({ list, specs, values, today: chart.today });
    if (Object.keys(faults).length > 0) return faults;
    return async () => applyClinical(chart, putCommand({ list, id, specs, values, before: { ...entry }, today: chart.today }));
  };
  return (
    <FormDialog title={entry === null ? t.add[list] : t.edit[list]} submitLabel={t.save} wide submit={submit} onClose={onClose}>
      {(errors) => (
        <div className="health-form" data-place={id}>{specs.map((spec) => (
          <div key={spec.name} className={spec.half ? undefined : 'health-form__whole'}>
            <FieldInput spec={spec} value={values[spec.name] ?? null} error={errors[spec.name]} breath={values['specimen'] === 'breath'} onChange={(value) => setValues((before) => changed(before, spec.name, value))} />
          </div>
        ))}</div>
      )}
    </FormDialog>
  );
}
