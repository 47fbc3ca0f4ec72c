import { describe, expect, it } from 'vitest';
import type { ClientFindings } from '../clients/client.ts';
import { parseLocalDate } from '../dates.ts';
import { findingsOn } from './findings.ts';

const day = parseLocalDate;
const due = { id: 'R-NTX2', severity: 'warn', text: 'due' } as const;
const over = { id: 'R-NTX2', severity: 'alert', text: 'over' } as const;
const kit = { id: 'R-NAL1', severity: 'warn', text: 'expired' } as const;
const findings: ClientFindings = { open: [due], seen: [], later: [{ from: day('2026-12-04'), ...over }, { from: day('2026-12-10'), ...kit }] };

describe('the findings of a card on a day', () => {
  it.each([['2026-12-03', [due]], ['2026-12-04', [over]], ['2026-12-09', [over]], ['2026-12-10', [over, kit]]] as const)('%s', (today, expected) => {
    expect(findingsOn(findings, day(today))).toEqual(expected);
  });
});
