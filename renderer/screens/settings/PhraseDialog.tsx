// One smart phrase: its name, its text, and what it becomes. Refuses a name that is taken and a text that calls itself.
import { useState } from 'react';
import { AppError, isAppError } from '../../../shared/errors.ts';
import { blanksOf, checkPhrases, expandPhrase, Phrase, PHRASE_NAME_MAX, PHRASE_TEXT_MAX, phraseNamed, PhraseName } from '../../../shared/phrases/phrase.ts';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { phrasesText as t } from '../../../shared/text/en/phrases.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { newLocalId } from '../../data/today.ts';
import { useGuardedClose } from '../../data/useGuardedClose.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { savePhrases, type PhraseList } from './savePhrases.ts';

type Errors = { readonly name?: string; readonly text?: string; readonly other?: string };

/** What the text becomes, or the sentence of its refusal. */
function preview(phrases: readonly Phrase[], phrase: Phrase): { readonly text: string; readonly refused: boolean } {
  try {
    return { text: expandPhrase(phrases, phrase), refused: false };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { text: errorSentence(error.code), refused: true };
  }
}

function errorsOf(others: readonly Phrase[], name: string, text: string): Errors {
  const wrong = !PhraseName.safeParse(name).success ? t.nameWrong : phraseNamed(others, name) ? t.nameTaken : undefined;
  return { ...(wrong === undefined ? {} : { name: wrong }), ...(text.trim() === '' ? { text: t.textMissing } : {}) };
}

export function PhraseDialog({ list, phrase, onClose }: { list: PhraseList; phrase: Phrase | null; onClose: () => void }) {
  const [name, setName] = useState(phrase?.name ?? '');
  const [text, setText] = useState(phrase?.text ?? '');
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const title = phrase ? t.formEdit : t.formAdd;
  const guard = useGuardedClose(title, onClose);
  const [id] = useState(() => phrase?.id ?? newLocalId());
  const others = list.phrases.filter((other) => other.id !== id);
  const draft: Phrase = { id, name, text };
  const shown = text.trim() === '' ? null : preview([...others, draft], draft);
  const save = async () => {
    const found = errorsOf(others, name, text);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const holdsAll = guard.mark();
    try {
      checkPhrases([...others, draft]);
      const at = await savePhrases(list, [...others, draft]);
      // Typed on meanwhile: the rest waits for a save of its own, of the same phrase.
      if (!holdsAll()) { setBusy(false); return; }
      guard.settled({ kind: 'saved', at });
      onClose();
    } catch (error) {
      setErrors({ other: error instanceof AppError ? errorSentence(error.code, error.facts) : sentenceOf(error) });
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} closeLabel={t.close} onClose={guard.close} foot={<><Button onClick={guard.close}>{t.cancel}</Button><Button look="primary" busy={busy} onClick={() => void save()}>{t.save}</Button></>}>
      <div className="stack" onInput={guard.typed}>
        {errors.other ? <Notice tone="error">{errors.other}</Notice> : null}
        <TextField name="phraseName" label={t.name} hint={t.nameHint} value={name} maxLength={PHRASE_NAME_MAX} error={errors.name} onChange={(next) => { setName(next); setErrors({}); }} autoFocus />
        <TextArea name="phraseText" label={t.text} hint={t.textHint} rows={5} value={text} maxLength={PHRASE_TEXT_MAX} error={errors.text} onChange={(next) => { setText(next); setErrors({}); }} />
        {shown ? <div><p className="strong small">{t.preview}</p><p className={shown.refused ? 'phrase-list__refused' : 'phrase-list__preview'} dir="auto">{shown.text}</p>{shown.refused ? null : <p className="quiet small">{t.blanks(blanksOf(shown.text).length)}</p>}</div> : null}
      </div>
      {guard.question}
    </Dialog>
  );
}
