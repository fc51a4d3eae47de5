import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { expectInstead } from './instead.ts';
import { isToShip } from './standing.ts';
import type { Story } from './story.ts';

const text = '품절되어 보낼 수 없습니다.';

export const sellerCancel: Story = {
  title: 'a cancel by the seller who is out of stock, with its penalty',
  async play(scene) {
    const { buyer, seller, tells } = scene;
    const sale = await buyer.buys({ quantity: 2 });
    await seller.prepares(sale);
    const { id, seller_cancel: offer } = await seller.sees(sale, 'an order to ship', isToShip);
    const line = `POST /orders/${id}/cancel` as const;
    if (offer === null) {
      expectInstead(await seller.isDeclined(line, { reason: 'SOLD_OUT', text }));
      await agree(scene, sale);
      return;
    }

    const soldOut = offer.reasons.find(({ fault }) => fault === 'seller');
    if (soldOut === undefined) throw new Error('no reason is the seller’s fault');
    const wish = { reason: soldOut.code, text };
    const { penalties } = soldOut;
    if (penalties.length > 0) {
      const declined = await seller.isDeclined(line, wish);
      expect(declined).toMatchObject({ status: 409, code: 'penalty_not_accepted' });
      for (const { detail } of penalties) expect(declined.detail).toContain(detail);
      expect(await tells(sale)).toMatchObject({ left: 2, sellerCancels: 0, penaltyPoints: 0 });
    }
    await seller.does(line, { ...wish, penalty_accepted: true });

    await seller.sees(sale, 'that it is canceled', ({ status }) => status === 'CANCELED');
    const { tale } = await agree(scene, sale);
    expect(tale).toMatchObject({ status: 'canceled', left: 0, sellerCancels: 1 });
    const points = penalties.flatMap((penalty) => penalty.points ?? []);
    if (points.length > 0) expect(tale.penaltyPoints).toBe(points.reduce((sum, one) => sum + one, 0));
  },
};
