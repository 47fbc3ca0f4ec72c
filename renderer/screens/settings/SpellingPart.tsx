// Which dictionary checks notes, and the person's own words. Refuses more than one word at a time.
import './spelling.css';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Settings } from '../../../shared/settings.ts';
import { SPELLING_CHOICES } from '../../../shared/spelling/language.ts';
import { OwnWord } from '../../../shared/spelling/myWords.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { spellingText } from '../../../shared/text/en/spelling.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { useAct } from '../../data/useAct.ts';
import { useCall } from '../../data/useCall.ts';
import { useSettingsForm } from '../../data/useSettingsForm.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { focusField, Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { SaveRow } from './SaveRow.tsx';

const t = spellingText.settings;

function MyWordList({ words, onRemove }: { words: readonly string[]; onRemove: (word: string) => void }) {
  if (words.length === 0) return <p className="quiet small">{t.none}</p>;
  return (
    <ul className="my-words" aria-label={t.mine}>
      {words.map((word) => <li key={word} className="my-words__word"><span>{word}</span><button type="button" className="my-words__remove" aria-label={t.remove(word)} title={t.remove(word)} onClick={() => onRemove(word)}><Icon of={X} small /></button></li>)}
    </ul>
  );
}

function MyWordsForm() {
  const words = useCall('spelling:words', () => api.spelling.words({}));
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState(false);
  const [done, setDone] = useState('');
  const act = useAct();
  const submit = () => {
    const typed = word.trim();
    const fine = OwnWord.safeParse(typed).success;
    setWrong(!fine);
    if (!fine) focusField('newWord');
    else act.run(async () => {
      await api.spelling.addWord({ word: typed });
      // What was typed on meanwhile is another word.
      setWord((now) => (now.trim() === typed ? '' : now));
      setDone(t.added(typed));
      announceChange();
    });
  };
  const remove = (one: string) => act.run(async () => {
    await api.spelling.removeWord({ word: one });
    setDone(t.removed(one));
    announceChange();
    // The button that had the focus is gone.
    focusField('newWord');
  });
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <h3>{t.mine}</h3>
      <p className="quiet small">{t.mineLead}</p>
      {words.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: words.reload }}>{words.sentence}</Notice> : null}
      {words.status === 'ready' ? <MyWordList words={words.value.words} onRemove={remove} /> : null}
      <TextField name="newWord" label={t.newWord} look="short" value={word} maxLength={45} error={wrong ? t.oneWord : undefined} onChange={(next) => { setWord(next); setWrong(false); }} />
      {act.sentence ? <Notice tone="error">{act.sentence}</Notice> : null}
      <div className="row"><Button type="submit" busy={act.busy}>{t.addWord}</Button><span className="small quiet" role="status">{done}</span></div>
    </form>
  );
}

export function SpellingPart({ settings }: { settings: Settings }) {
  const { part, change, save, saved, busy, sentence } = useSettingsForm(settings, ['spelling'], t.title);
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <div className="columns-2"><SelectField name="spelling" label={t.language} value={part.spelling ?? 'system'} choices={choicesOf(SPELLING_CHOICES, t.languages)} onChange={(spelling) => change({ spelling })} /></div>
        <SaveRow busy={busy} saved={saved} sentence={sentence} />
      </form>
      <MyWordsForm />
    </Panel>
  );
}
