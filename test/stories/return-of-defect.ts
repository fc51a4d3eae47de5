import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { deliveredSale, goodsComeBack, isOffered, refunds } from './claim-steps.ts';
import { expectInsteadOf } from './instead.ts';
import type { Story } from './story.ts';

export const returnOfDefect: Story = {
  title: 'a defective return whose fault is changed to the seller',
  async play(scene) {
    const { buyer, seller } = scene;
    const sale = await deliveredSale(scene);

    await buyer.wants('return', sale, 'buyer');
    const claim = await seller.seesClaim(sale, 'a return', ({ kind }) => kind === 'return');
    if (isOffered(claim, 'change_fault')) {
      await seller.decides(claim, 'change_fault', { fault: 'seller' });
      await seller.seesClaim(sale, 'that it is the seller’s fault', ({ fault }) => fault === 'seller');
    } else {
      await expectInsteadOf(seller, claim, 'change_fault', { fault: 'seller', text: '초기 불량입니다.' });
    }
    await goodsComeBack(scene, sale);
    await refunds(scene, sale);

    const { order, tale } = await agree(scene, sale);
    expect(order.status).toBe('RETURNED');
    const fault = isOffered(claim, 'change_fault') ? 'seller' : 'buyer';
    expect(tale.claims).toMatchObject([{ kind: 'return', state: 'done', refunded: true, fault }]);
    if (fault === 'seller') expect(tale.claims[0]?.feePaidBy).not.toBe('buyer');
  },
};
