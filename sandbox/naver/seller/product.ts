/** An option combination; its id is what orders carry as `optionCode` (sheet §7, 15). */
export interface ProductOption {
  readonly id: string;
  readonly text: string;
  readonly manageCode: string;
  readonly priceDelta: number;
}

/** An add-on that arrives as a line of its own. */
export interface Supplement {
  readonly id: string;
  readonly text: string;
  readonly price: number;
}

/** An origin product with its one channel product. */
export interface Product {
  readonly originProductNo: string;
  readonly channelProductNo: string;
  readonly name: string;
  readonly sellerCode: string;
  readonly salePrice: number;
  readonly taxType: 'TAXATION' | 'TAX_EXEMPTION' | 'TAX_FREE';
  readonly storageType: 'DRY' | 'WET' | 'FROZEN';
  readonly options: readonly ProductOption[];
  readonly supplements: readonly Supplement[];
}
