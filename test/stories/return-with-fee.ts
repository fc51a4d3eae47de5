import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { deliveredSale, goodsComeBack, isOffered, may, refunds } from './claim-steps.ts';
import { expectInsteadOf } from './instead.ts';
import type { Story } from './story.ts';

const FREIGHT = 6_000;

export const returnWithFee: Story = {
  title: 'a change-of-mind return whose freight the buyer pays',
  async play(scene) {
    const { buyer, seller } = scene;
    const sale = await deliveredSale(scene);

    await buyer.wants('return', sale, 'buyer');
    const asked = await seller.seesClaim(sale, 'a return', ({ kind }) => kind === 'return');
    await goodsComeBack(scene, sale);

    const charges = isOffered(asked, 'charge_fee');
    if (charges) {
      const back = await seller.seesClaim(sale, 'a return to charge for', (seen) => may(seen, 'charge_fee'));
      await seller.decides(back, 'charge_fee', { fee: FREIGHT, fault: 'buyer' });
      // It comes on top of what the buyer was to pay anyhow, or stands for it.
      const sums = [FREIGHT, FREIGHT + (back.fee?.amount ?? 0)];
      await seller.seesClaim(
        sale,
        'a fee that is to be paid',
        ({ state, fee }) => state === 'on_hold' && fee !== null && sums.includes(fee.amount),
      );
    } else {
      await expectInsteadOf(seller, asked, 'charge_fee', { fee: FREIGHT });
    }
    await refunds(scene, sale);

    const { order, tale } = await agree(scene, sale);
    expect(order.status).toBe('RETURNED');
    expect(tale).toMatchObject({ status: 'returned', left: 0 });
    expect(tale.claims).toMatchObject([{ kind: 'return', state: 'done', refunded: true, fault: 'buyer' }]);
    if (charges) {
      expect(tale.claims).toMatchObject([{ feePaidBy: 'buyer' }]);
      expect(order.claims).toMatchObject([{ fee: { amount: tale.claims[0]?.fee } }]);
    }
  },
};
