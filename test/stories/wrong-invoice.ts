import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { expectInstead } from './instead.ts';
import type { Story } from './story.ts';

export const wrongInvoice: Story = {
  title: 'a wrong invoice is corrected',
  async play(scene) {
    const { buyer, courier, seller, newParcel } = scene;
    const sale = await buyer.buys();
    await seller.prepares(sale);
    const wrong = newParcel();
    const right = newParcel();
    await seller.ships(sale, wrong);

    const { order } = await agree(scene, sale);
    const changes = seller.offers('orders.changeInvoice');
    if (changes) await seller.does(`PUT /orders/${order.id}/invoice`, right);
    else expectInstead(await seller.isDeclined(`PUT /orders/${order.id}/invoice`, right));

    const { tale } = await agree(scene, sale);
    const { trackingNumber } = changes ? right : wrong;
    expect(tale.parcels).toMatchObject([{ invoice: trackingNumber, quantity: 1 }]);
    await courier.delivers(sale);
    await agree(scene, sale);
  },
};
