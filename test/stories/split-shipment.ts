import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { expectInstead } from './instead.ts';
import { isToShip } from './standing.ts';
import type { Story } from './story.ts';

export const splitShipment: Story = {
  title: 'a split shipment',
  async play(scene) {
    const { buyer, courier, seller, newParcel } = scene;
    const sale = await buyer.buys({ quantity: 3 });
    await seller.prepares(sale);
    const two = newParcel();
    const one = newParcel();

    const { id, lines } = await seller.sees(sale, 'an order to ship', isToShip);
    const split = {
      line_id: lines[0]?.id,
      parts: [
        { quantity: 2, ...two },
        { quantity: 1, ...one },
      ],
    };
    if (seller.offers('orders.split')) {
      await seller.does(`POST /orders/${id}/split`, split);
    } else {
      expectInstead(await seller.isDeclined(`POST /orders/${id}/split`, split));
      await seller.ships(sale, two);
    }

    await courier.delivers(sale);
    const { order, tale } = await agree(scene, sale);
    const parcels = seller.offers('orders.split')
      ? [
          { quantity: 2, invoice: two.trackingNumber },
          { quantity: 1, invoice: one.trackingNumber },
        ]
      : [{ quantity: 3, invoice: two.trackingNumber }];
    expect(tale.parcels).toMatchObject(parcels);
    if (seller.offers('orders.split')) expect(order.lines[0]?.parts).toMatchObject(parcels);
  },
};
