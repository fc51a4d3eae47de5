import type { JsonObject } from '../../frame/json.ts';

/** Sheet §4.1. */
export const PRODUCT_STATUSES = [
  'WAIT',
  'SALE',
  'OUTOFSTOCK',
  'UNADMISSION',
  'REJECTION',
  'SUSPENSION',
  'CLOSE',
  'PROHIBITION',
  'DELETE',
] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** One way to choose all options; its id is what orders carry as `optionCode` (sheet §7, 15). */
export interface Combination extends JsonObject {
  readonly id: number;
  readonly optionName1: string;
  readonly optionName2?: string;
  readonly optionName3?: string;
  readonly stockQuantity: number;
  /** What it costs more or less than the product. */
  readonly price: number;
  readonly usable: boolean;
  readonly sellerManagerCode?: string;
}

export interface OptionInfo extends JsonObject {
  readonly optionCombinationGroupNames?: JsonObject;
  readonly optionCombinations?: readonly Combination[];
  readonly useStockManagement: boolean;
}

/** An add-on that is bought with the product and arrives as a line of its own. */
export interface Supplement extends JsonObject {
  readonly id: number;
  readonly groupName: string;
  readonly name: string;
  readonly price: number;
  readonly stockQuantity: number;
  readonly usable: boolean;
}

export interface Images extends JsonObject {
  readonly representativeImage: { readonly url: string };
  readonly optionalImages: readonly { readonly url: string }[];
}

export interface DetailAttribute extends JsonObject {
  readonly optionInfo?: OptionInfo;
  readonly supplementProductInfo?: JsonObject & { readonly supplementProducts: readonly Supplement[] };
  readonly productInfoProvidedNotice: JsonObject;
  readonly taxType: 'TAX' | 'DUTYFREE' | 'SMALL';
  readonly sellerCodeInfo?: JsonObject;
}

/** What a product is, as `GET …/origin-products/{no}` answers it (sheet §3.6, §6). Never changed, only replaced. */
export interface OriginProduct extends JsonObject {
  readonly statusType: ProductStatus;
  readonly leafCategoryId: string;
  readonly name: string;
  readonly detailContent: string;
  readonly images: Images;
  readonly salePrice: number;
  /** The sum of the options' where it has some (D#1194). */
  readonly stockQuantity: number;
  readonly detailAttribute: DetailAttribute;
}

/** How the product stands in the store. */
export interface ChannelProduct extends JsonObject {
  readonly naverShoppingRegistration: boolean;
  readonly channelProductDisplayStatusType: 'WAIT' | 'ON' | 'SUSPENSION';
}

export function combinationsOf({ detailAttribute }: OriginProduct): readonly Combination[] {
  return detailAttribute.optionInfo?.optionCombinations ?? [];
}

export function supplementsOf({ detailAttribute }: OriginProduct): readonly Supplement[] {
  return detailAttribute.supplementProductInfo?.supplementProducts ?? [];
}

/** The seller's own code of the product. */
export function sellerCodeOf({ detailAttribute }: OriginProduct): string | undefined {
  const code = detailAttribute.sellerCodeInfo?.sellerManagementCode;
  return typeof code === 'string' && code !== '' ? code : undefined;
}

/** The values of an option, one for each group. */
export function optionValues({ optionName1, optionName2, optionName3 }: Combination): readonly string[] {
  return [optionName1, optionName2, optionName3].filter((value) => value !== undefined);
}
