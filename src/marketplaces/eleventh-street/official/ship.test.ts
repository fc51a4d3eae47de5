import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ShipTarget } from '../../kit/shop.ts';
import type { LineState } from './decode-state.ts';
import { shippingsOf } from './ship.ts';

const ORDER = '20261120012345678';

const target = (line: number, delivery: string, invoice: string): ShipTarget => ({
  line,
  nativeOrderId: ORDER,
  nativeLineId: String(line),
  nativeItemId: '33445566778',
  packageKey: delivery,
  carrierCode: '00034',
  invoice,
  shippedAt: '2026-11-21T01:00:00.000Z',
});

const state = (line: number, delivery: string, nativeStatus: string): LineState => ({
  nativeOrderId: ORDER,
  nativeLineId: String(line),
  packageKey: delivery,
  productId: '7654321098',
  nativeStatus,
  statusName: null,
  left: 1,
});

it('ships as a whole exactly where nothing that is left of a delivery would go along unmeant', () => {
  const line = fc.record({
    delivery: fc.constantFrom('1', '2'),
    status: fc.constantFrom('202', '301', '401', 'B01', '701'),
    invoice: fc.constantFrom('a', 'b'),
    isMeant: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const states = lines.map(({ delivery, status }, nth) => state(nth, delivery, status));
      const targets = lines.flatMap(({ delivery, invoice, isMeant }, nth) =>
        isMeant ? [target(nth, delivery, invoice)] : [],
      );
      const shippings = shippingsOf(targets, states);
      expect(
        shippings
          .flatMap((each) => each.targets)
          .map(({ line }) => line)
          .sort(),
      ).toEqual(targets.map(({ line }) => line).sort());
      for (const { targets: group, isWhole } of shippings) {
        const delivery = group[0]?.packageKey;
        const meant = new Set(group.map(({ nativeLineId }) => nativeLineId));
        const unmeant = states.filter(
          (each) =>
            each.packageKey === delivery &&
            ['202', '301'].includes(each.nativeStatus) &&
            !meant.has(each.nativeLineId),
        );
        expect(isWhole).toBe(unmeant.length === 0);
        expect(new Set(group.map(({ invoice }) => invoice)).size).toBe(1);
      }
    }),
  );
});
