import { expect } from 'vitest';
import { agree } from './agreement.ts';
import type { Story } from './story.ts';

export const cancelApproved: Story = {
  title: 'a cancel before shipping is approved',
  async play(scene) {
    const { buyer, seller } = scene;
    const sale = await buyer.buys({ quantity: 2 });
    await seller.prepares(sale);

    await buyer.wants('cancel', sale);
    const claim = await seller.seesClaim(sale, 'a cancel to decide on', ({ state }) => state === 'requested');
    expect(claim.kind).toBe('cancel');
    await seller.decides(claim, 'approve');
    await seller.seesClaim(sale, 'that it is done', ({ state }) => state === 'done');

    const { order, tale } = await agree(scene, sale);
    expect(order.status).toBe('CANCELED');
    expect(tale).toMatchObject({
      status: 'canceled',
      left: 0,
      parcels: [],
      sellerCancels: 0,
      penaltyPoints: 0,
    });
    expect(tale.claims).toMatchObject([{ kind: 'cancel', state: 'done', quantity: 2, refunded: true }]);
  },
};
