import type { ClaimKind, ClaimState } from '../../../domain/claim.ts';

/** What each claim status means, by kind (sheet §4.2). Null: told by the guide, but not which way the claim went. */
export const CLAIM_STATES: Readonly<Record<ClaimKind, Readonly<Record<string, ClaimState | null>>>> = {
  // 03 is shown by the back office only [unconfirmed].
  cancel: { '01': 'requested', '02': 'done', '03': 'rejected', '05': 'withdrawn' },
  return: {
    '103': 'requested',
    '104': 'on_hold',
    '105': 'requested',
    '106': 'done',
    '107': 'rejected',
    '108': 'withdrawn',
    '109': 'on_hold',
    '301': null,
    '302': null,
  },
  exchange: {
    '201': 'requested',
    '212': 'approved',
    '214': 'on_hold',
    '221': 'reshipped',
    '232': 'rejected',
    '233': 'withdrawn',
    '301': null,
    '302': null,
  },
};

/** The list a claim was found in. */
export type Stage = 'open' | 'done' | 'withdrawn';

const OF_STAGE: Readonly<Record<ClaimKind, Readonly<Record<Stage, string>>>> = {
  cancel: { open: '01', done: '02', withdrawn: '05' },
  return: { open: '105', done: '106', withdrawn: '108' },
  exchange: { open: '201', done: '221', withdrawn: '233' },
};

/** The status of a row that does not tell it: the one its list is made of. */
export function statusOfStage(kind: ClaimKind, stage: Stage): string {
  return OF_STAGE[kind][stage];
}

/** Goods of a return that have an invoice are on their way back; nothing tells when they have arrived. */
const ON_ITS_WAY: ReadonlySet<string> = new Set(['103', '105']);

/** The unified state of a claim in a list; null for one nobody has mapped (law 11). */
export function claimState(
  kind: ClaimKind,
  native: string,
  { stage, collecting }: { readonly stage: Stage; readonly collecting: boolean },
): ClaimState | null {
  // A replacement is shipped at 221 and has arrived once the exchange is listed as done (sheet §4.2).
  if (kind === 'exchange' && native === '221' && stage === 'done') return 'done';
  if (kind === 'return' && collecting && ON_ITS_WAY.has(native)) return 'collecting';
  const states = CLAIM_STATES[kind];
  return Object.hasOwn(states, native) ? (states[native] ?? null) : null;
}
