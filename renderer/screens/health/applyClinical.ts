// Sends one command to the clinical record and lets every screen ask again. Refuses to change the record
// here: the pure function in shared does, behind main.
import type { ClinicalCommand } from '../../../shared/clinical/clinicalCommand.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { setSaveState } from '../../data/saveState.ts';

/** Applies the command on the revision on the screen; rejects with the refusal. */
export async function applyClinical(chart: Chart, command: ClinicalCommand): Promise<void> {
  await api.clinical.apply({ clientId: chart.client.id, revision: chart.clinical.revision, command });
  setSaveState({ kind: 'saved', at: Date.now() });
  announceChange();
}
