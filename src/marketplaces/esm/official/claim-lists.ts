import type { ClaimKind } from '../../../domain/claim.ts';
import type { OrderRead } from '../../kit/shop.ts';
import { MarketplaceError } from '../../kit/trouble.ts';
import type { Window } from '../../kit/windows.ts';
import { DAY_MS, halved, koreanMidnight } from '../days.ts';
import type { Site } from '../site.ts';
import type { Ask } from './calls.ts';
import { decodeClaimList } from './decode-claim.ts';
import type { OperationName } from './operations.ts';
import { BY_NUMBER, CLAIM_SITE_TYPES, type ClaimQuery, claimsBody } from './queries.ts';

const LISTS: Readonly<Record<ClaimKind, OperationName>> = {
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

/** Which of a site's codes has returned rows, by list. What is known is asked first and alone. */
export type KnownSiteTypes = Record<string, number>;

export interface ClaimLists {
  /** The claims of one status within a window of at most `CLAIM_WINDOW_DAYS`. */
  list(query: Omit<ClaimQuery, 'siteType'>): Promise<readonly OrderRead[]>;
  /** What the lists tell of one order; `first` is the status that it was last seen in. */
  ofOrder(order: OrderOfClaim): Promise<readonly OrderRead[]>;
  /** What has been learnt of the site codes. */
  readonly known: Readonly<KnownSiteTypes>;
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

export function claimLists(ask: Ask, learnt: Readonly<KnownSiteTypes> = {}): ClaimLists {
  const known: KnownSiteTypes = { ...learnt };

  function siteTypes(kind: ClaimKind, site: Site): readonly number[] {
    const one = known[`${kind}:${site}`];
    return one === undefined ? CLAIM_SITE_TYPES[kind][site] : [one];
  }

  async function list(query: Omit<ClaimQuery, 'siteType'>): Promise<readonly OrderRead[]> {
    for (const siteType of siteTypes(query.kind, query.site)) {
      const reads = await askAll(ask, { ...query, siteType });
      if (reads.length === 0) continue;
      known[`${query.kind}:${query.site}`] = siteType;
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

async function askAll(ask: Ask, query: ClaimQuery): Promise<readonly OrderRead[]> {
  const reads = await askOnce(ask, query);
  const halves = reads.length >= FULL_LIST ? halved(query.window) : null;
  if (halves === null) return reads;
  const [earlier, later] = halves;
  return [
    ...(await askAll(ask, { ...query, window: earlier })),
    ...(await askAll(ask, { ...query, window: later })),
  ];
}

async function askOnce(ask: Ask, query: ClaimQuery): Promise<readonly OrderRead[]> {
  const { kind, site } = query;
  try {
    return await ask({
      operation: LISTS[kind],
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
