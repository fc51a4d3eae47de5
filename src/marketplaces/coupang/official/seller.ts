/** Who asks: the shop, and the login in whose name it cancels, where the seller told it. */
export interface Seller {
  readonly vendorId: string;
  readonly wingId: string | undefined;
}
