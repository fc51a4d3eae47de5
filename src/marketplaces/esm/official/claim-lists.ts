import type { ClaimKind } from '../../../domain/claim.ts';
import { DAY_MS } from '../../kit/bucket.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { koreanMidnight } from '../../kit/sweeps/days.ts';
import { askUncut } from '../../kit/sweeps/halves.ts';
import type { Notes } from '../../kit/sweeps/memory.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
import type { Site } from '../site.ts';
import type { Ask } from './calls.ts';
import { decodeClaimList } from './decode-claim.ts';
import type { OperationName } from './operations.ts';
import { BY_NUMBER, CLAIM_SITE_TYPES, type ClaimQuery, claimsBody } from './queries.ts';

export const CLAIM_LISTS: Readonly<Record<ClaimKind, OperationName>> = {
  cancel: 'cancels',
  return: 'returns',
  exchange: 'exchanges',
};

/** Lists hold no more rows than this and say nothing of it; a window that fills one up is halved (sheet §2). */
const FULL_LIST = 50;

/** Exactly 7 days were refused, so windows are of 6 (sheet §2). */
export const CLAIM_WINDOW_DAYS = 6;

/** The guide's list of exchange statuses to ask for begins with 1; 0 is what a re-sent one is in (sheet §3.8). */
const UNLISTED_STATUS = 0;

export interface ClaimLists {
  /** The claims of one status within a window of at most `CLAIM_WINDOW_DAYS`. */
  list(query: Omit<ClaimQuery, 'siteType'>): Promise<readonly OrderRead[]>;
  /** What the lists tell of one order; `first` is the status that it was last seen in. */
  ofOrder(order: OrderOfClaim): Promise<readonly OrderRead[]>;
  /** Which of a site's codes has returned rows, by list. What is known is asked alone. */
  readonly known: Notes;
}

interface OrderOfClaim {
  readonly kind: ClaimKind;
  readonly site: Site;
  readonly orderNo: string;
  readonly around: Date;
  readonly first?: string;
}

/** Statuses under which a claim may be found by its order; cancels can be asked for whatever they are in (sheet §3.6). */
const STATUSES_TO_TRY: Readonly<Record<ClaimKind, readonly number[]>> = {
  cancel: [0],
  return: [1, 2, 3, 4, 5, 6],
  exchange: [1, 2, 3, 0, 4, 5],
};

export function claimLists(ask: Ask, notes: Notes = {}): ClaimLists {
  const known: Record<string, string> = { ...notes };

  function siteTypes(kind: ClaimKind, site: Site): readonly number[] {
    const all = CLAIM_SITE_TYPES[kind][site];
    const proven = all.filter((siteType) => String(siteType) === known[`${kind}:${site}`]);
    return proven.length > 0 ? proven : all;
  }

  async function list(query: Omit<ClaimQuery, 'siteType'>): Promise<readonly OrderRead[]> {
    for (const siteType of siteTypes(query.kind, query.site)) {
      const reads = await askAll(ask, { ...query, siteType });
      if (reads.length === 0) continue;
      known[`${query.kind}:${query.site}`] = String(siteType);
      return reads;
    }
    return [];
  }

  return {
    known,
    list,
    async ofOrder({ kind, site, orderNo, around, first }) {
      const window = windowAround(around);
      for (const status of statusesFrom(kind, first)) {
        const reads = await list({ kind, site, status, by: BY_NUMBER, window, orderNo });
        if (reads.length > 0) return reads;
      }
      return [];
    },
  };
}

/** The days that every query must name, although a number is asked for. */
function windowAround(at: Date): Window {
  const from = koreanMidnight(at);
  return { from, to: new Date(from.getTime() + CLAIM_WINDOW_DAYS * DAY_MS) };
}

function statusesFrom(kind: ClaimKind, first: string | undefined): readonly number[] {
  const all = STATUSES_TO_TRY[kind];
  const seen = Number(first);
  return all.includes(seen) ? [seen, ...all.filter((status) => status !== seen)] : all;
}

function askAll(ask: Ask, query: ClaimQuery): Promise<readonly OrderRead[]> {
  return askUncut(CLAIM_LISTS[query.kind], query.window, DAY_MS, async (window) => {
    const rows = await askOnce(ask, { ...query, window });
    // A single day cannot be halved: what its list holds is all there is to get.
    const isOneDay = window.to.getTime() - window.from.getTime() <= DAY_MS;
    return { rows, isCut: rows.length >= FULL_LIST && !isOneDay };
  });
}

async function askOnce(ask: Ask, query: ClaimQuery): Promise<readonly OrderRead[]> {
  const { kind, site } = query;
  try {
    return await ask({
      operation: CLAIM_LISTS[kind],
      site,
      body: claimsBody(query),
      decode: decodeClaimList(site, kind),
    });
  } catch (error) {
    if (error instanceof MarketplaceError && isEmpty(error, query)) return [];
    throw error;
  }
}

/** "No such claim" is an empty list (sheet §5); so is a status that the list does not know. */
function isEmpty(error: MarketplaceError, { kind, status }: ClaimQuery): boolean {
  if (error.reason === 'not_found') return true;
  return kind === 'exchange' && status === UNLISTED_STATUS && error.reason === 'refused';
}
