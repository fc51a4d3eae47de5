import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formerInvoices,
  hasMoved,
  judgeOffer,
  type LineFacts,
  linesHaveMoved,
  type OfferAfter,
  type OfferFacts,
  type OfferPlanKind,
  type OfferWanted,
  PLAN_STATES,
  PLAN_TRANSITIONS,
  reverseOf,
} from './plan.ts';

const RULES = { priceStep: 10 };

const offer = (facts: Partial<OfferFacts> = {}): OfferFacts => ({
  quantity: 5,
  price: 10_000,
  currency: 'KRW',
  onSale: true,
  ...facts,
});

const price = (amount: number, currency: string | null = null): OfferWanted => ({
  kind: 'set_price',
  price: amount,
  currency,
});

describe('judging an offer', () => {
  it.each([
    [13_000, []],
    [13_010, ['big_change']],
    [7_000, []],
    [6_990, ['big_change']],
  ])('flags a price of %i against 10,000 as %j', (amount, flags) => {
    expect(judgeOffer(price(amount), offer(), RULES)).toMatchObject({ state: 'planned', flags });
  });

  it('leaves alone what is so already', () => {
    expect(judgeOffer(price(10_000), offer(), RULES).state).toBe('unchanged');
    expect(judgeOffer({ kind: 'set_stock', quantity: 5 }, offer(), RULES).state).toBe('unchanged');
  });

  it('declines a price between the steps, in another currency, or in none that is known', () => {
    const because = (wanted: OfferWanted, now = offer()) => judgeOffer(wanted, now, RULES);
    expect(because(price(9_999))).toMatchObject({ because: { code: 'price_step', step: 10 } });
    expect(because(price(9_990, 'RUB'))).toMatchObject({
      because: { code: 'currency_differs', currency: 'KRW' },
    });
    expect(because(price(9_990), offer({ currency: null }))).toMatchObject({
      because: { code: 'currency_unknown' },
    });
  });

  it('flags what sells out, is off sale, or has no value to go back to', () => {
    const now = offer({ quantity: null, onSale: false });
    expect(judgeOffer({ kind: 'set_stock', quantity: 0 }, now, RULES)).toMatchObject({
      flags: ['before_unknown', 'sells_out', 'off_sale'],
    });
  });
});

/** A marketplace as far as plans see it. */
type Market = Map<string, OfferFacts>;

function set(market: Market, id: string, after: OfferAfter): void {
  const now = market.get(id) ?? offer();
  const { kind: _kind, ...value } = after;
  market.set(id, { ...now, ...value });
}

const facts: fc.Arbitrary<OfferFacts> = fc.record({
  quantity: fc.nat({ max: 500 }),
  price: fc.integer({ min: 1, max: 5_000 }).map((tens) => tens * 10),
  currency: fc.constant('KRW'),
  onSale: fc.boolean(),
});

const wantedFor = (kind: OfferPlanKind): fc.Arbitrary<OfferWanted> =>
  kind === 'set_stock'
    ? fc.nat({ max: 500 }).map((quantity) => ({ kind, quantity }))
    : fc
        .integer({ min: 1, max: 50_000 })
        .map((amount) => ({ kind: 'set_price', price: amount, currency: null }));

describe('undoing a plan', () => {
  it('restores every value that the plan has changed, whatever was left out or refused', () => {
    const runs = fc.constantFrom<OfferPlanKind>('set_stock', 'set_price').chain((kind) =>
      fc.record({
        kind: fc.constant(kind),
        offers: fc.array(fc.record({ now: facts, wanted: wantedFor(kind), isRefused: fc.boolean() }), {
          minLength: 1,
          maxLength: 40,
        }),
      }),
    );
    fc.assert(
      fc.property(runs, ({ offers }) => {
        const market: Market = new Map(offers.map(({ now }, at) => [String(at), now]));
        const before = new Map(market);
        const done: { id: string; before: OfferFacts; after: OfferAfter }[] = [];
        for (const [at, { wanted, isRefused }] of offers.entries()) {
          const id = String(at);
          const judged = judgeOffer(wanted, market.get(id) ?? offer(), RULES);
          if (judged.state !== 'planned' || isRefused) continue;
          set(market, id, judged.after);
          done.push({ id, before: judged.before, after: judged.after });
        }
        for (const item of done) expect(market.get(item.id)).not.toEqual(before.get(item.id));
        for (const item of done) {
          const wanted = reverseOf(item.before, item.after);
          expect(wanted).not.toBeNull();
          if (wanted === null) continue;
          const judged = judgeOffer(wanted, market.get(item.id) ?? offer(), RULES);
          expect(judged.state).toBe('planned');
          if (judged.state !== 'planned') continue;
          expect(judged.flags).not.toContain('moved_since');
          set(market, item.id, judged.after);
        }
        expect(market).toEqual(before);
      }),
    );
  });

  it('warns where another value has come since', () => {
    const after: OfferAfter = { kind: 'set_price', price: 12_000, currency: 'KRW' };
    const wanted = reverseOf(offer(), after);
    if (wanted === null) throw new Error('there is a way back');
    expect(judgeOffer(wanted, offer({ price: 15_000 }), RULES)).toMatchObject({
      state: 'planned',
      after: { price: 10_000 },
      flags: ['big_change', 'moved_since'],
    });
  });

  it('has no way back to a value that was never known, or is no price', () => {
    const stock: OfferAfter = { kind: 'set_stock', quantity: 3 };
    expect(reverseOf(offer({ quantity: null }), stock)).toBeNull();
    const won: OfferAfter = { kind: 'set_price', price: 10, currency: 'KRW' };
    expect(reverseOf(offer({ price: 0 }), won)).toBeNull();
  });
});

describe('what has moved', () => {
  it('looks only at the value a plan is about', () => {
    expect(hasMoved('set_price', offer(), offer({ quantity: 1 }))).toBe(false);
    expect(hasMoved('set_price', offer(), offer({ price: 10_010 }))).toBe(true);
    expect(hasMoved('set_stock', offer(), offer({ price: 10_010 }))).toBe(false);
    expect(hasMoved('set_stock', offer(), offer({ quantity: 4 }))).toBe(true);
  });

  it('sees a line whose status or invoice is another, or that is gone', () => {
    const line: LineFacts = {
      line_id: 1,
      status: 'SHIPPED',
      native_status: 'DEPARTURE',
      carrier_id: 'cj',
      native_carrier: 'CJ대한통운',
      invoice: '1',
    };
    expect(linesHaveMoved([line], [{ ...line, carrier_id: null }])).toBe(false);
    expect(linesHaveMoved([line], [{ ...line, invoice: '2' }])).toBe(true);
    expect(linesHaveMoved([line], [{ ...line, native_status: 'DELIVERING' }])).toBe(true);
    expect(linesHaveMoved([line], [])).toBe(true);
  });
});

it('goes back to each former invoice with the lines that carried it', () => {
  const line = (line_id: number, invoice: string | null, carrier_id: string | null): LineFacts => ({
    line_id,
    status: 'SHIPPED',
    native_status: 'DEPARTURE',
    carrier_id,
    native_carrier: carrier_id === null ? 'X퀵' : null,
    invoice,
  });
  expect(
    formerInvoices([
      line(1, 'A', 'cj'),
      line(2, 'B', 'cj'),
      line(3, 'A', 'cj'),
      line(4, null, 'cj'),
      line(5, 'A', null),
    ]),
  ).toEqual([
    { carrier: 'cj', invoice: 'A', lines: [1, 3] },
    { carrier: 'cj', invoice: 'B', lines: [2] },
    { carrier: 'X퀵', invoice: 'A', lines: [5] },
  ]);
});

it('knows every state it can come to', () => {
  expect(new Set(PLAN_STATES)).toEqual(new Set(Object.keys(PLAN_TRANSITIONS)));
  for (const next of Object.values(PLAN_TRANSITIONS).flat()) expect(PLAN_STATES).toContain(next);
});
