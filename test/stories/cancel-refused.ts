import { expect } from 'vitest';
import { agree } from './agreement.ts';
import { may } from './claim-steps.ts';
import { expectInsteadOf } from './instead.ts';
import { isToShip } from './standing.ts';
import type { Story } from './story.ts';

export const cancelRefused: Story = {
  title: 'a cancel request is refused because it already left',
  async play(scene) {
    const { buyer, seller, newParcel } = scene;
    const sale = await buyer.buys();
    await seller.prepares(sale);
    const parcel = newParcel();

    await buyer.wants('cancel', sale);
    const claim = await seller.seesClaim(sale, 'a cancel to decide on', ({ state }) => state === 'requested');
    if (!may(claim, 'reject')) return expectInsteadOf(seller, claim, 'reject');
    await seller.decides(claim, 'reject', { parcel });

    // Some marketplaces take the invoice with the refusal, others afterwards.
    const { order: afterwards } = await agree(scene, sale);
    if (isToShip(afterwards)) await seller.ships(sale, parcel);

    const { order, tale } = await agree(scene, sale);
    expect(order.lines.map(({ invoice }) => invoice)).toEqual([parcel.trackingNumber]);
    expect(tale).toMatchObject({ left: 1, sellerCancels: 0, claims: [{ refunded: false }] });
    // It is over, or the marketplace has made a return of it.
    const [told] = tale.claims;
    if (told?.state === 'open') expect(told.kind).toBe('return');
    else expect(told).toMatchObject({ kind: 'cancel', state: expect.stringMatching(/rejected|withdrawn/) });
  },
};
