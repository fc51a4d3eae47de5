import type { Claim } from '../claims/claim.ts';
import { collect, moveClaim, openClaim, penalize, redeliver, refund } from '../claims/course.ts';
import { BUYER_REASONS, type Reason } from '../claims/reasons.ts';
import { confirm, decide, deliver, isUndisturbed } from '../orders/course.ts';
import { deadlineOf, leftOf, type OrderLine, type Stage } from '../orders/line.ts';
import { DAY_MS, MINUTE_MS, startOfDay } from '../time.ts';
import type { Shop } from './shop.ts';

const DECIDED_AFTER_DAYS = 8;
const DECIDED_UNSEEN_AFTER_DAYS = 21;
const REFUNDED_AFTER_COLLECTION_DAYS = 10;
const REFUNDED_AFTER_REQUEST_DAYS = 20;

/** Lets happen whatever is due by now; in a quiet shop only what ends a claim by time. */
export function passTime(shop: Shop, now: number): void {
  refundForgotten(shop, now);
  if (shop.quiet) return;
  liveLines(shop, now);
  liveClaims(shop, now);
}

/**
 * A return that nobody answers refunds itself 10 days after the goods came back, or 20 after it was asked for; only a
 * hold of the completion stops that (sheet §3.7).
 */
export function refundForgotten(shop: Shop, now: number): void {
  for (const claim of openClaims(shop)) {
    if (claim.kind !== 'return' || claim.state === 'completion_on_hold') continue;
    const collected = claim.collectedAt ?? Number.POSITIVE_INFINITY;
    const due = Math.min(
      collected + REFUNDED_AFTER_COLLECTION_DAYS * DAY_MS,
      claim.requestedAt + REFUNDED_AFTER_REQUEST_DAYS * DAY_MS,
    );
    if (due <= now) refund(shop, claim, now);
  }
}

function* openClaims({ book }: Shop): Generator<Claim> {
  for (const status of ['601', '701'] as const) {
    for (const { claims } of [...book.inStatus(status)])
      yield* claims.filter(({ endedAt }) => endedAt === null);
  }
}

/** What happens to lines by themselves, and after how long; the digits of the delivery decide where between the two. */
interface Turn {
  readonly from: Stage;
  readonly afterMinutes: readonly [min: number, max: number];
  /** How many of a hundred it happens to. */
  readonly chance: number;
  readonly take: (shop: Shop, line: OrderLine, now: number) => void;
}

const ask =
  (kind: 'cancel' | 'return' | 'exchange') =>
  (shop: Shop, line: OrderLine, now: number): void => {
    // A buyer asks once; what he wanted back, or took back, he does not want again.
    if (line.claims.length > 0) return;
    const reason: Reason = shop.random.pick(BUYER_REASONS[kind]);
    openClaim(shop, line, { kind, quantity: shop.random.int(1, leftOf(line)), reason }, now);
  };

// Real couriers take days; minutes let a demonstration show a whole life.
const TURNS: readonly Turn[] = [
  { from: '301', afterMinutes: [20, 60], chance: 3, take: ask('cancel') },
  { from: '401', afterMinutes: [5, 40], chance: 100, take: deliver },
  { from: '501', afterMinutes: [10, 60], chance: 4, take: ask('return') },
  { from: '501', afterMinutes: [60, 90], chance: 2, take: ask('exchange') },
  {
    from: '501',
    afterMinutes: [90, 300],
    chance: 60,
    take: (shop, line, now) => decide(shop, line, now, false),
  },
];
/** In the guide nobody confirms an order: it prepares itself. */
const PREPARING: Turn = { from: '202', afterMinutes: [5, 20], chance: 100, take: confirm };

function liveLines(shop: Shop, now: number): void {
  for (const turn of shop.edition === 'guide' ? [PREPARING, ...TURNS] : TURNS) {
    const [min, max] = turn.afterMinutes;
    for (const line of [...shop.book.inStatus(turn.from)]) {
      const since = Math.max(line.since, shop.openedAt);
      const spot = spotOf(line, turn);
      if (spot.chance >= turn.chance || now - since < (min + (max - min) * spot.place) * MINUTE_MS) continue;
      if (isUndisturbed(line)) turn.take(shop, line, now);
    }
  }
  cancelLate(shop, now);
  decideByTime(shop, now);
}

function spotOf(line: OrderLine, turn: Turn): { readonly chance: number; readonly place: number } {
  const salt = TURNS.indexOf(turn) + 2;
  const number = Number(line.delivery.dlvNo.slice(-5)) * 7_919 * salt + line.seq * 104_729;
  return { chance: number % 100, place: (number % 997) / 997 };
}

/** The buyer cancels alone what was not dispatched in time, one in five of them (sheet §7). */
function cancelLate(shop: Shop, now: number): void {
  for (const stage of ['202', '301'] as const) {
    for (const line of [...shop.book.inStatus(stage)]) {
      const isImpatient = Number(line.delivery.dlvNo.slice(-2)) % 5 === 0;
      if (isImpatient && isUndisturbed(line) && isLate(line, now) && deadlineOf(line) >= shop.openedAt)
        cancelForced(shop, line, now);
    }
  }
}

/** Whether the buyer may cancel without the seller: past the deadline, and not told of a later one. */
export function isLate(line: OrderLine, now: number): boolean {
  return deadlineOf(line) < now;
}

/** The buyer cancels alone because the dispatch is late, which costs the seller a point. */
export function cancelForced(shop: Shop, line: OrderLine, now: number): Claim {
  const reason: Reason = { code: '17', text: '배송 지연', fault: 'seller' };
  const wish = { kind: 'cancel', quantity: leftOf(line), reason, isForced: true } as const;
  const claim = openClaim(shop, line, wish, now);
  refund(shop, claim, now);
  penalize(shop, line, 1);
  return claim;
}

/** On the 8th day after delivery, or 21 days after a dispatch that nobody scanned, the purchase confirms itself (sheet §4.1). */
function decideByTime(shop: Shop, now: number): void {
  const today = startOfDay(now);
  const isOver = (at: number | null, days: number) => at !== null && startOfDay(at) + days * DAY_MS <= today;
  for (const line of [...shop.book.inStatus('501')])
    if (isOver(line.deliveredAt, DECIDED_AFTER_DAYS) && isUndisturbed(line)) decide(shop, line, now, true);
  for (const line of [...shop.book.inStatus('401')])
    if (isOver(line.sentAt, DECIDED_UNSEEN_AFTER_DAYS) && isUndisturbed(line)) decide(shop, line, now, true);
}

/** Couriers collect and redeliver, and some buyers think again. */
function liveClaims(shop: Shop, now: number): void {
  for (const claim of [...openClaims(shop)]) {
    const age = now - Math.max(claim.changedAt, shop.openedAt);
    const number = Number(claim.seq.slice(-3));
    const wait = (15 + (number % 40)) * MINUTE_MS;
    if (claim.state === 'reshipped') {
      if (age >= wait) redeliver(shop, claim, now);
    } else if (number % 12 === 0 && claim.state === 'requested' && age >= 3 * wait) {
      moveClaim(shop, claim, 'withdrawn', now);
    } else if (claim.kind !== 'cancel' && claim.collectedAt === null && age >= wait) {
      collect(shop, claim, now);
    }
  }
}
