import { z } from 'zod';
import { CLAIM_KINDS, type ClaimKind } from '../../src/domain/claim.ts';
import type { Scene } from './scene.ts';

/** Where an order stands, in the words every sandbox marketplace uses. */
export const STANDINGS = [
  'paid',
  'preparing',
  'shipped',
  'delivered',
  'confirmed',
  'canceled',
  'returned',
  'exchanged',
] as const;
export type Standing = (typeof STANDINGS)[number];

const TOLD_CLAIM = z.object({
  kind: z.enum(CLAIM_KINDS),
  state: z.enum(['open', 'done', 'rejected', 'withdrawn']),
  quantity: z.number(),
  fault: z.enum(['buyer', 'seller', 'carrier']).nullable(),
  refunded: z.boolean(),
  fee: z.number().nullable(),
  feePaidBy: z.string().nullable(),
  collectInvoice: z.string().nullable(),
  replacementInvoice: z.string().nullable(),
});
export type ToldClaim = z.infer<typeof TOLD_CLAIM>;

const TALE = z.object({
  status: z.enum(STANDINGS),
  quantity: z.number(),
  left: z.number(),
  parcels: z.array(
    z.object({ carrier: z.string().nullable(), invoice: z.string().nullable(), quantity: z.number() }),
  ),
  claims: z.array(TOLD_CLAIM),
  sellerCancels: z.number(),
  penaltyPoints: z.number(),
});
/** The truth of one order, as its marketplace has it. */
export type Tale = z.infer<typeof TALE>;

const SOLD = z.object({ order: z.string(), lines: z.array(z.string()) });

export interface ClaimAsked {
  readonly kind: ClaimKind;
  readonly line?: string;
  readonly quantity?: number;
  readonly fault?: 'buyer' | 'seller';
}

/** What buyers and couriers do, by the story acts that every sandbox marketplace has. */
export function storyOf(scene: Scene) {
  const { stage, market } = scene;
  const act = (name: string, body: unknown) => stage.sandbox.act(market.shop, `story.${name}`, body);
  return {
    /** One order, paid at once. */
    async sell(what: { readonly lines?: number; readonly quantity?: number } = {}) {
      const { order, lines } = SOLD.parse(await act('sell', what));
      return { order: market.idOf?.(order) ?? order, lines };
    },
    claim: (order: string, asked: ClaimAsked) => act('claim', { order, ...asked }),
    withdraw: (order: string) => act('withdraw', { order }),
    collect: (order: string) => act('collect', { order }),
    deliver: (order: string) => act('deliver', { order }),
    confirm: (order: string) => act('confirm', { order }),
    redeliver: (order: string) => act('redeliver', { order }),
    tell: async (order: string) => TALE.parse(await act('tell', { order })),
  };
}
export type Story = ReturnType<typeof storyOf>;

/** Answers whether an act could be done; a marketplace that does not let the buyer or courier do it says 409. */
export async function mayBe(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes(' gave 409 ')) return false;
    throw error;
  }
}
