// What was found when the vault was opened after a cut-off, damage or a restored copy. Refuses
// "reset" and "start over": there is no such button on a failure path.
import type { VaultReport } from '../../shared/ipc/vaultContract.ts';
import { frameText } from '../../shared/text/en/frame.ts';
import { api } from '../api.ts';
import { useAct } from '../data/useAct.ts';
import { Button } from '../ui/Button.tsx';
import { formatMoment } from '../ui/format.ts';
import { Notice } from '../ui/Notes.tsx';
import { Question } from '../ui/Question.tsx';

const t = frameText.report;

function findings(report: VaultReport): string[] {
  return [
    report.tornTailBytes > 0 ? t.torn : null,
    report.usedSpareHeader || report.usedSpareCurrent ? t.spare : null,
    report.damagedRecords > 0 ? t.damaged(report.damagedRecords) : null,
    report.missingSegments > 0 ? t.missing(report.missingSegments) : null,
    report.chainBreaks > 0 ? t.broken(report.chainBreaks) : null,
  ].filter((line) => line !== null);
}

export function OpenReportScreen({ report, onAccept, onGoOn }: { report: VaultReport; onAccept: () => Promise<void>; onGoOn: () => void }) {
  const { busy, sentence, run } = useAct();
  const quit = () => run(async () => { await api.app.quit({}); });
  const lost = report.damagedRecords + report.missingSegments + report.chainBreaks > 0;
  const lines = findings(report);
  if (report.rolledBack) {
    return (
      <Question appName={frameText.appName} title={t.rolledBackTitle} lead={<><p>{t.rolledBackText}</p>{report.lastSavedAt === null ? null : <p>{t.recoveredTo(formatMoment(report.lastSavedAt))}</p>}</>} foot={<>
        <Button look="primary" onClick={quit}>{t.quit}</Button><Button busy={busy} onClick={() => run(onAccept)}>{t.iRestored}</Button>
      </>}>{sentence ? <Notice tone="error">{sentence}</Notice> : null}</Question>
    );
  }
  return (
    <Question appName={frameText.appName} title={report.readOnly && lines.length === 0 ? t.readOnlyTitle : t.title} lead={<p>{report.lastSavedAt === null ? t.recoveredUnknown : t.recoveredTo(formatMoment(report.lastSavedAt))}</p>} foot={<Button look="primary" onClick={onGoOn}>{t.goOn}</Button>}>
      {lines.length > 0 ? <ul className="stack-tight">{lines.map((line) => <li key={line}>{line}</li>)}</ul> : null}
      {lost ? <Notice tone="warn">{t.whatToDo}</Notice> : null}
      {report.readOnly ? <Notice tone="warn">{t.readOnlyText}</Notice> : null}
    </Question>
  );
}
