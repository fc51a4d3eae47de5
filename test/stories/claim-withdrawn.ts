import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { agreesTo, deliveredSale, isOffered } from './claim-steps.ts';
import type { Story } from './story.ts';

export const claimWithdrawn: Story = {
  title: 'a claim is withdrawn half-way',
  async play(scene) {
    const { buyer, seller } = scene;
    const sale = await deliveredSale(scene);

    await buyer.wants('return', sale);
    await seller.seesClaim(sale, 'a return', ({ kind }) => kind === 'return');
    await agreesTo(scene, sale);
    await buyer.changesHisMind(sale);

    const { order, tale } = await agree(scene, sale);
    expect(order.status).toBe('DELIVERED');
    expect(tale).toMatchObject({ status: 'delivered', left: 1 });
    expect(tale.claims).toMatchObject([{ kind: 'return', state: 'withdrawn', refunded: false }]);

    const claim = await seller.claimOn(sale);
    expect(claim.actions).toEqual([]);
    const verb = isOffered(claim, 'complete') ? 'complete' : 'approve';
    const declined = await seller.isDeclined(`POST /claims/${claim.id}/${verb}`);
    expect(declined).toMatchObject({ status: 409, code: 'claim_not_now' });
    expect(await scene.tells(sale)).toEqual(tale);
  },
};
