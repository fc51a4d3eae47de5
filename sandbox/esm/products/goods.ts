import type { Site } from '../sites.ts';

/** One choice of a product. */
export interface GoodsOption {
  readonly code: string;
  readonly text: string;
  /** What it costs on top. */
  readonly extra: number;
}

/** A product on one site as it was when it was bought. */
export interface Goods {
  readonly goodsNo: string;
  readonly siteGoodsNo: string;
  readonly site: Site;
  readonly name: string;
  readonly sellerCode: string;
  readonly price: number;
  readonly options: readonly GoodsOption[];
  readonly returnFee: number;
  readonly serviceRate: number;
}

/** The number of an option, which only the guide edition tells. */
export function optionNoOf({ siteGoodsNo, options }: Goods, option: GoodsOption): string {
  return `${siteGoodsNo}-${options.findIndex(({ text }) => text === option.text) + 1}`;
}
