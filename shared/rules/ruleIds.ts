// The ids of all rule checks in the order of the reference (CLINICAL B.6). Refuses reuse: an id keeps its
// meaning for good, because acknowledgements name it. R-CM1 to R-CM6 are kept free for incentives.
export const RULE_IDS = [
  'R-LOC1', 'R-SEQ1', 'R-SEQ2', 'R-SEQ3', 'R-GAP1', 'R-IOP1', 'R-IOP2', 'R-PHP1', 'R-OP1', 'R-RES1', 'R-WM1', 'R-ENV1', 'R-PREG1', 'R-PREG2', 'R-NTX1', 'R-NTX2', 'R-BUP1', 'R-BUP2',
  'R-SED1', 'R-TOL1', 'R-NAL1', 'R-URD1', 'R-SUI1', 'R-DEP1', 'R-ANX1', 'R-TRA1', 'R-CRV1', 'R-RX1', 'R-PLAN1', 'R-PLAN2', 'R-PLAN3', 'R-PLAN4', 'R-SIG1', 'R-DOC1', 'R-TEST1', 'R-TEST2', 'R-BAM1',
] as const;
export type RuleId = (typeof RULE_IDS)[number];
