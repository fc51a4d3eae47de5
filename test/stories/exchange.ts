import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { deliveredSale, goodsComeBack, may } from './claim-steps.ts';
import type { Story } from './story.ts';

export const exchange: Story = {
  title: 'an exchange with its re-shipment',
  async play(scene) {
    const { buyer, courier, seller, newParcel } = scene;
    const sale = await deliveredSale(scene);
    const replacement = newParcel();

    await buyer.wants('exchange', sale, 'seller');
    await seller.seesClaim(sale, 'an exchange', ({ kind }) => kind === 'exchange');
    await goodsComeBack(scene, sale);

    const back = await seller.seesClaim(sale, 'an exchange to re-ship', (seen) => may(seen, 'ship'));
    await seller.decides(back, 'ship', { parcel: replacement });
    await courier.deliversReplacement(sale);

    const { order, tale } = await agree(scene, sale);
    expect(order.claims).toMatchObject([
      { kind: 'exchange', state: 'done', replacement: { invoice: replacement.trackingNumber } },
    ]);
    expect(tale).toMatchObject({ left: 1 });
    expect(tale.claims).toMatchObject([
      { kind: 'exchange', state: 'done', fault: 'seller', replacementInvoice: replacement.trackingNumber },
    ]);
  },
};
