// Colours, idle lock, paper, edition of the criteria, first day of the week.
import { useState } from 'react';
import type { AppState } from '../../../shared/ipc/vaultContract.ts';
import type { Settings } from '../../../shared/settings.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { useSettingsForm } from '../../data/useSettingsForm.ts';
import { CheckboxField, RadioField } from '../../ui/ChoiceFields.tsx';
import { focusField } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { NumberField } from '../../ui/TextField.tsx';
import { SaveRow } from './SaveRow.tsx';

const t = settingsText.window;
const WEEK_STARTS = ['1', '7', '6'] as const;

export function WindowPart({ settings, state, onState }: { settings: Settings; state: AppState; onState: (state: AppState) => void }) {
  const [idle, setIdle] = useState<number | null>(settings.idleMinutes);
  const [wrong, setWrong] = useState(false);
  const check = () => {
    const fine = idle !== null && Number.isInteger(idle) && idle >= 1 && idle <= 30;
    setWrong(!fine);
    if (!fine) focusField('idleMinutes');
    return fine;
  };
  const { part, change, save, saved, busy, sentence } = useSettingsForm(settings, ['idleMinutes', 'theme', 'paper', 'asamEdition', 'weekStart', 'languageHints'], t.title, check);
  const submit = () => save((now) => onState({ ...state, theme: now.theme }));
  const weekStart = WEEK_STARTS.find((day) => day === String(part.weekStart)) ?? '1';
  return (
    <Panel title={t.title}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <RadioField name="theme" legend={t.theme} inline value={part.theme} choices={choicesOf(['system', 'light', 'dark'] as const, t.themes)} onChange={(theme) => change({ theme })} />
        <NumberField name="idleMinutes" label={t.idle} hint={t.idleHint} min={1} max={30} step={1} value={idle} onChange={(next) => { setIdle(next); setWrong(false); change(next === null ? {} : { idleMinutes: next }); }} error={wrong ? t.idleError : undefined} />
        <div className="columns-2">
          <SelectField name="paper" label={t.paper} value={part.paper} choices={choicesOf(['letter', 'a4'] as const, t.papers)} onChange={(paper) => change({ paper })} />
          <SelectField name="asamEdition" label={t.asam} value={part.asamEdition} choices={choicesOf(['3', '4'] as const, t.asams)} onChange={(asamEdition) => change({ asamEdition })} />
          <SelectField name="weekStart" label={t.week} value={weekStart} choices={choicesOf(WEEK_STARTS, t.weeks)} onChange={(day) => change({ weekStart: Number(day) })} />
        </div>
        <CheckboxField name="languageHints" label={t.languageHints} hint={t.languageHintsHint} checked={part.languageHints !== false} onChange={(languageHints) => change({ languageHints })} />
        <SaveRow busy={busy} saved={saved} sentence={sentence} />
      </form>
    </Panel>
  );
}
