import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { isOnItsWay, isToShip } from './standing.ts';
import type { Story } from './story.ts';

export const normalSale: Story = {
  title: 'a normal sale, to the confirmation of the purchase',
  async play(scene) {
    const { buyer, courier, seller, newParcel } = scene;
    const sale = await buyer.buys({ quantity: 2 });
    const parcel = newParcel();

    await seller.sees(sale, 'a paid order', isToShip);
    await seller.ships(sale, parcel);
    await seller.sees(sale, 'that it is shipped', isOnItsWay);

    await courier.delivers(sale);
    await agree(scene, sale);

    await buyer.confirms(sale);
    const { tale } = await agree(scene, sale);
    expect(tale).toMatchObject({ status: 'confirmed', left: 2, claims: [], penaltyPoints: 0 });
    expect(tale.parcels.map(({ invoice }) => invoice)).toEqual([parcel.trackingNumber]);
  },
};
