// A draft plan on the screen: its words, its numbers, its autosave. Refuses to lose words: what could
// not be saved stays here and is tried again, and the lock waits for it.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PlanId } from '../../../shared/brand.ts';
import type { Plan, PlanContent } from '../../../shared/plans/plan.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { registerFlush } from '../../data/flush.ts';
import { createSaver, type Saver } from '../../data/saver.ts';
import { setSaveState, type SaveState } from '../../data/saveState.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { adoptNumbers } from './planEdits.ts';

export type Draft = {
  readonly content: PlanContent;
  readonly change: (part: Partial<PlanContent>) => void;
  readonly save: SaveState;
  readonly flush: () => Promise<void>;
  /** Throws away what is not saved yet. */
  readonly drop: () => void;
  readonly revision: () => number;
};

/** Starts from the plan as it was read; `plan` and `revision` of a later read are ignored on purpose. */
export function usePlanDraft(planId: PlanId, start: { readonly value: Plan; readonly revision: number }): Draft {
  const [content, setContent] = useState(start.value.content);
  const [save, setSave] = useState<SaveState>({ kind: 'idle' });
  const revision = useRef(start.revision);
  const newest = useRef(start.value.content);
  const saver = useRef<Saver<PlanContent>>(undefined);
  useEffect(() => {
    const made = createSaver<PlanContent>({
      // The newest words, not those that were queued: what was queued while a save was under way still
      // bears the marks of elements that this save has numbered, and numbers are given once.
      save: async () => {
        const saved = await api.plans.saveDraft({ planId, revision: revision.current, content: newest.current });
        revision.current = saved.revision;
        newest.current = adoptNumbers(newest.current, saved.value.content);
        setContent(newest.current);
      },
      onState: (state) => { setSave(state); setSaveState(state); },
      sentenceOf,
    });
    saver.current = made;
    const unregister = registerFlush(made.flush);
    return () => {
      unregister();
      // The last words go to the disk even when the tab is left; then the caseload may ask again.
      made.flush().then(announceChange, () => undefined).finally(made.stop);
    };
  }, [planId]);
  const change = useCallback((part: Partial<PlanContent>) => {
    newest.current = { ...newest.current, ...part };
    setContent(newest.current);
    saver.current?.change(newest.current);
  }, []);
  const flush = useCallback(async () => { await saver.current?.flush(); }, []);
  const drop = useCallback(() => { saver.current?.drop(); }, []);
  return { content, change, save, flush, drop, revision: () => revision.current };
}
