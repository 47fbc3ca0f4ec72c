// Answers about the vault: first run, unlock, lock, recovery code, report. Refuses paths from the window.
import { AppError } from '../../shared/errors.ts';
import type { VaultReport } from '../../shared/ipc/vaultContract.ts';
import { checkPassphrase } from '../vault/passphrase.ts';
import type { OpenReport, ScrubReport } from '../vault/types.ts';
import type { HandlerTable } from './answer.ts';
import { appState } from './appHandlers.ts';
import type { HandlerContext } from './context.ts';

type VaultHandlers = Pick<HandlerTable, 'vault:chooseFolder' | 'vault:openOther' | 'vault:checkPassphrase' | 'vault:prepare' | 'vault:printRecoveryCode' | 'vault:create'
  | 'vault:unlock' | 'vault:unlockWithCode' | 'vault:setPassphrase' | 'vault:changePassphrase' | 'vault:newRecoveryCode' | 'vault:acceptRollback' | 'vault:lock' | 'vault:report' | 'vault:activity' | 'vault:verifyPassphrase'>;

type Since = { readonly readOnly: boolean; readonly rolledBack: boolean; readonly foundSince: ReadonlySet<string>; readonly scrubbed: ScrubReport | null };

/** Counts and yes or no: ids stay here. `foundSince` are records that could not be read after opening; `scrubbed` is what reading everything through has found. */
export function toVaultReport(report: OpenReport, { readOnly, rolledBack, foundSince, scrubbed }: Since): VaultReport {
  const { tornTailBytes, usedSpareHeader, usedSpareCurrent, lastSavedAt } = report;
  const damagedRecords = new Set([...report.damagedRecords, ...(scrubbed?.damagedRecords ?? [])].map((entry) => entry.recordId).concat([...foundSince])).size;
  const missingSegments = new Set([...report.missingSegments, ...(scrubbed?.missingSegments ?? [])]).size;
  // The same break is seen by both readings. Damaged bytes that belong to no record and break no chain count as one place.
  const chainBreaks = Math.max(report.chainBreaks, scrubbed?.chainBreaks ?? 0, (scrubbed?.damagedBytes ?? 0) > 0 ? 1 : 0);
  const clean = tornTailBytes + damagedRecords + chainBreaks + missingSegments === 0 && !usedSpareHeader && !usedSpareCurrent && !rolledBack && !readOnly;
  return { tornTailBytes, damagedRecords, chainBreaks, missingSegments, usedSpareHeader, usedSpareCurrent, rolledBack, readOnly, lastSavedAt, clean };
}

async function printRecoveryCode(context: HandlerContext, to: 'paper' | 'pdf'): Promise<{ done: boolean }> {
  // The code is on the print sheet of the window only while it is being shown.
  const phase = await context.session.phase();
  if (phase !== 'mustTypeRecoveryCode' && phase !== 'open') throw new AppError('FORBIDDEN');
  return { done: await (to === 'pdf' ? context.printing.toPdf('recovery-code') : context.printing.toPaper()) };
}

export function vaultHandlers(context: HandlerContext): VaultHandlers {
  const { session, folders, askForFolder } = context;
  return {
    'vault:chooseFolder': async () => folders.offer(await askForFolder('vaultFolder')),
    'vault:openOther': async () => {
      await session.useFolder(await askForFolder('openVault'));
      return appState(context);
    },
    'vault:checkPassphrase': async ({ passphrase }) => {
      const { acceptable, reason, score, words } = await checkPassphrase(passphrase);
      return { acceptable, reason, score, words, characters: [...passphrase].length };
    },
    'vault:prepare': async ({ folderToken, passphrase }) => ({ recoveryCode: await session.prepare(folders.find(folderToken), passphrase) }),
    'vault:printRecoveryCode': ({ to }) => printRecoveryCode(context, to),
    'vault:create': async ({ typedRecoveryCode }) => {
      await session.create(typedRecoveryCode);
      folders.forgetAll();
      return appState(context);
    },
    'vault:unlock': async ({ passphrase, openAs }) => {
      await session.unlock({ kind: 'passphrase', text: passphrase }, openAs);
      return appState(context);
    },
    'vault:unlockWithCode': async ({ recoveryCode, openAs }) => {
      await session.unlock({ kind: 'recoveryCode', text: recoveryCode }, openAs);
      return appState(context);
    },
    'vault:setPassphrase': async ({ passphrase }) => {
      await session.setPassphrase(passphrase);
      return appState(context);
    },
    'vault:changePassphrase': async ({ current, passphrase }) => {
      const { acceptable, reason } = await checkPassphrase(passphrase);
      if (!acceptable) throw new AppError(reason === 'common' ? 'PASSPHRASE_COMMON' : 'PASSPHRASE_SHORT');
      await session.verifyPassphrase(current);
      const { counselling, vault } = session.practice();
      await counselling.changeForVault(passphrase, () => vault.changePassphrase(passphrase));
      return {};
    },
    'vault:newRecoveryCode': async ({ passphrase }) => {
      await session.verifyPassphrase(passphrase);
      return { recoveryCode: await session.practice().vault.replaceRecoveryCode() };
    },
    'vault:acceptRollback': async () => {
      await session.acceptRollback();
      return appState(context);
    },
    'vault:lock': async ({ toRestore }) => {
      await session.lock('person');
      context.unfinished.setRestoreNext(toRestore === true);
      return appState(context);
    },
    'vault:report': async () => {
      const { vault, records } = session.practice();
      return toVaultReport(vault.report, { readOnly: vault.readOnly, rolledBack: session.rollbackPending(), foundSince: records.damaged, scrubbed: session.scrubbed() });
    },
    'vault:verifyPassphrase': async ({ passphrase }) => {
      await session.verifyPassphrase(passphrase);
      return {};
    },
    'vault:activity': async () => {
      context.activity();
      return {};
    },
  };
}
