import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ControlError } from '../../frame/control-error.ts';
import { claim, confirmAll, openTestShop, type Place, sell, shipAll, type TestShop } from '../test-shop.ts';

const QUANTITY = 4;

/** What a seller or a buyer may try at any time; whatever does not fit is refused. */
const MOVES: Readonly<Record<string, (shop: TestShop, place: Place, seq: string) => unknown>> = {
  confirm: (shop, { ordNo }) => confirmAll(shop, ordNo),
  ship: (shop, place) => shipAll(shop, place),
  deliver: (shop, { ordNo }) => shop.act('story.deliver', { order: ordNo }),
  decide: (shop, { ordNo }) => shop.act('story.confirm', { order: ordNo }),
  withdraw: (shop, { ordNo }) => shop.act('story.withdraw', { order: ordNo }),
  collect: (shop, { ordNo }) => shop.act('story.collect', { order: ordNo }),
  redeliver: (shop, { ordNo }) => shop.act('story.redeliver', { order: ordNo }),
  cancelOne: (shop, place) => claim(shop, place, 'cancel', { quantity: 1 }),
  returnTwo: (shop, place) => claim(shop, place, 'return', { quantity: 2 }),
  exchangeOne: (shop, place) => claim(shop, place, 'exchange', { quantity: 1 }),
  approveCancel: (shop, { ordNo }, seq) => shop.get(`claimservice/cancelreqconf/${seq}/${ordNo}/1`),
  rejectCancel: (shop, { ordNo }, seq) =>
    shop.get(`claimservice/cancelreqreject/${ordNo}/1/${seq}/01/20261123/00034/690000000002`),
  approveReturn: (shop, { ordNo }, seq) => shop.get(`claimservice/returnreqconf/${seq}/${ordNo}/1`),
  holdReturn: (shop, { ordNo }, seq) => shop.get(`claimservice/returnclaimdefer/${ordNo}/1/${seq}/103/x`),
  rejectReturn: (shop, { ordNo }, seq) => shop.get(`claimservice/returnreqreject/${ordNo}/1/${seq}/103/x`),
  approveExchange: (shop, { ordNo }, seq) =>
    shop.get(`claimservice/exchangereqconf/${seq}/${ordNo}/1/00034/690000000003`),
  rejectExchange: (shop, { ordNo }, seq) =>
    shop.get(`claimservice/exchangereqreject/${ordNo}/1/${seq}/203/x`),
  sellerCancel: (shop, { ordNo }) => shop.get(`claimservice/reqrejectorder/${ordNo}/1/08/x`),
  guideApprove: (shop, _place, seq) => shop.guide('PUT', `claims/2${seq}01/return/approve`),
  guideComplete: (shop, _place, seq) => shop.guide('PUT', `claims/2${seq}01/return/complete`),
};

function attempt(shop: TestShop, place: Place, move: string): void {
  const seq = String(shop.claims(place.ordNo).at(-1)?.seq ?? '1');
  try {
    MOVES[move]?.(shop, place, seq);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
  }
}

test('whatever buyers and sellers try, every unit is accounted for and at most one claim is open', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(MOVES)), { maxLength: 25 }), (moves) => {
      const shop = openTestShop({ products: 3 });
      const place = sell(shop, { quantity: QUANTITY });
      for (const move of moves) {
        attempt(shop, place, move);
        const [line] = shop.lines(place.ordNo);
        const claims = shop.claims(place.ordNo);
        const undone = (...kinds: readonly string[]) =>
          claims
            .filter(({ kind, state }) => kinds.includes(String(kind)) && state === 'done')
            .reduce((sum, { quantity }) => sum + Number(quantity), 0);
        expect(line?.canceled).toBe(undone('cancel'));
        expect(line?.returned).toBe(undone('return'));
        expect(line?.left).toBe(QUANTITY - undone('cancel', 'return'));
        expect(Number(line?.left)).toBeGreaterThanOrEqual(0);
        const open = claims.filter(({ endedAt }) => endedAt === null);
        expect(open.length).toBeLessThanOrEqual(1);
        expect(['601', '701'].includes(String(line?.ordPrdStat))).toBe(open.length === 1);
        const isGone = ['A01', 'B01', 'C01'].includes(String(line?.ordPrdStat));
        expect(isGone).toBe(line?.left === 0 && open.length === 0);
      }
    }),
    { numRuns: 150 },
  );
});
