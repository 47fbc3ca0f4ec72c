import { describe, expect, it } from 'vitest';
import type { ClientFindings } from '../clients/client.ts';
import { parseLocalDate } from '../dates.ts';
import { cardFindings, findingsOn } from './findings.ts';
import { readRuleFile } from './readRuleFile.ts';
import { DEFAULT_RULE_SETTINGS } from './settings.ts';
import { care } from './testRecords.ts';

const day = parseLocalDate;
const due = { id: 'R-NTX2', severity: 'warn', text: 'due' } as const;
const over = { id: 'R-NTX2', severity: 'alert', text: 'over' } as const;
const kit = { id: 'R-NAL1', severity: 'warn', text: 'expired' } as const;
const findings: ClientFindings = { open: [due], seen: [], later: [{ from: day('2026-12-04'), ...over }, { from: day('2026-12-10'), ...kit }] };

describe('a plan that is due at the third session', () => {
  const visit = (date: string) => ({ date, startTime: '10:00', endTime: '11:00', planLinks: 1 });
  const { record } = readRuleFile({ ...care([{ level: 'IOP', start: '2026-03-16' }]), notes: [visit('2026-03-17'), visit('2026-03-18'), visit('2026-03-19')] });
  const on = (written: string, read: string) => findingsOn(cardFindings(record, DEFAULT_RULE_SETTINGS, day(written)), day(read)).map(({ id }) => id);
  it('is past due on the card the day after, without another save', () => {
    expect(on('2026-03-19', '2026-03-19')).not.toContain('R-PLAN1');
    expect(on('2026-03-19', '2026-03-20')).toContain('R-PLAN1');
    expect(on('2026-03-20', '2026-03-20')).toContain('R-PLAN1');
  });
});

describe('the findings of a card on a day', () => {
  it.each([['2026-12-03', [due]], ['2026-12-04', [over]], ['2026-12-09', [over]], ['2026-12-10', [over, kit]]] as const)('%s', (today, expected) => {
    expect(findingsOn(findings, day(today))).toEqual(expected);
  });
});
