/** An option as a buyer meets it; its id is what orders carry as `optionCode` (sheet §7, 15). */
export interface ProductOption {
  readonly id: string;
  readonly text: string;
  readonly manageCode: string | undefined;
  readonly priceDelta: number;
  readonly left: number;
}

/** An add-on that arrives as a line of its own. */
export interface Supplement {
  readonly id: string;
  readonly text: string;
  readonly price: number;
}

/** A product as a buyer meets it. */
export interface Product {
  readonly originProductNo: string;
  readonly channelProductNo: string;
  readonly name: string;
  readonly sellerCode: string;
  readonly salePrice: number;
  readonly taxType: 'TAXATION' | 'TAX_EXEMPTION' | 'TAX_FREE';
  readonly storageType: 'DRY' | 'WET' | 'FROZEN';
  /** Options that can be chosen. */
  readonly options: readonly ProductOption[];
  readonly hasOptions: boolean;
  readonly supplements: readonly Supplement[];
  /** How many there are of it where it has no options. */
  readonly left: number;
}
