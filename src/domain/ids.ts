declare const brand: unique symbol;
type Branded<Name extends string> = number & { readonly [brand]: Name };

export type OwnerId = Branded<'owner'>;
export type AccountId = Branded<'account'>;
export type OrderId = Branded<'order'>;
export type OrderLineId = Branded<'order line'>;
export type OrderMemoId = Branded<'order memo'>;
export type CommandId = Branded<'command'>;
export type CommandItemId = Branded<'command item'>;
export type ClaimId = Branded<'claim'>;
export type RunId = Branded<'run'>;
export type PlanId = Branded<'plan'>;
export type WebhookId = Branded<'webhook'>;
export type DeliveryId = Branded<'webhook delivery'>;
export type ScheduleId = Branded<'schedule'>;
export type ProductId = Branded<'product'>;
export type SkuId = Branded<'SKU'>;
export type ListingId = Branded<'listing'>;
export type ListingItemId = Branded<'listing item'>;
export type LocationId = Branded<'location'>;
export type PriceRuleId = Branded<'price rule'>;
export type ImportId = Branded<'product import'>;

function brandOf<Id extends number>(value: number, what: string): Id;
function brandOf(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${what} id must be a positive integer: ${value}`);
  return value;
}

/** Names a number as an id of its kind; throws RangeError unless it is a positive safe integer. */
export const ownerId = (value: number): OwnerId => brandOf<OwnerId>(value, 'owner');
export const accountId = (value: number): AccountId => brandOf<AccountId>(value, 'account');
export const orderId = (value: number): OrderId => brandOf<OrderId>(value, 'order');
export const orderLineId = (value: number): OrderLineId => brandOf<OrderLineId>(value, 'order line');
export const orderMemoId = (value: number): OrderMemoId => brandOf<OrderMemoId>(value, 'order memo');
export const commandId = (value: number): CommandId => brandOf<CommandId>(value, 'command');
export const commandItemId = (value: number): CommandItemId => brandOf<CommandItemId>(value, 'command item');
export const claimId = (value: number): ClaimId => brandOf<ClaimId>(value, 'claim');
export const runId = (value: number): RunId => brandOf<RunId>(value, 'run');
export const planId = (value: number): PlanId => brandOf<PlanId>(value, 'plan');
export const webhookId = (value: number): WebhookId => brandOf<WebhookId>(value, 'webhook');
export const deliveryId = (value: number): DeliveryId => brandOf<DeliveryId>(value, 'webhook delivery');
export const scheduleId = (value: number): ScheduleId => brandOf<ScheduleId>(value, 'schedule');
export const productId = (value: number): ProductId => brandOf<ProductId>(value, 'product');
export const skuId = (value: number): SkuId => brandOf<SkuId>(value, 'SKU');
export const listingId = (value: number): ListingId => brandOf<ListingId>(value, 'listing');
export const listingItemId = (value: number): ListingItemId => brandOf<ListingItemId>(value, 'listing item');
export const locationId = (value: number): LocationId => brandOf<LocationId>(value, 'location');
export const priceRuleId = (value: number): PriceRuleId => brandOf<PriceRuleId>(value, 'price rule');
export const importId = (value: number): ImportId => brandOf<ImportId>(value, 'product import');
