import type { ChannelProduct, OriginProduct } from './origin-product.ts';

/** An origin product with its one channel product. What it says is replaced as a whole. */
export interface Listed {
  readonly originProductNo: string;
  readonly channelProductNo: string;
  readonly registeredAt: number;
  readonly modifiedAt: number;
  /** How the goods are kept; orders tell it, products do not. */
  readonly storageType: 'DRY' | 'WET' | 'FROZEN';
  readonly origin: OriginProduct;
  readonly channel: ChannelProduct;
}

/** Everything a store has listed, in the order of its numbers. */
export interface ProductBook {
  get(originProductNo: string): Listed | undefined;
  byChannel(channelProductNo: string): Listed | undefined;
  /** The product with this number, or with an option or an add-on of it. */
  having(item: string): Listed | undefined;
  all(): readonly Listed[];
  put(listed: Listed): void;
  /** Numbers nobody has had yet. */
  nextNumbers(): { readonly originProductNo: string; readonly channelProductNo: string };
  nextItemId(): number;
  /** Pictures that were uploaded, by address, with the SHA-256 of their bytes; a product can have no other ones (sheet §3.6). */
  readonly pictures: Map<string, string>;
}

const FIRST_ORIGIN_NO = 11_223_300_001;
const FIRST_CHANNEL_NO = 11_423_344_556;
const FIRST_ITEM_ID = 40_123_456_789;
const PRODUCTS_OF_A_SHOP = 100_000;
const ITEMS_OF_A_SHOP = 10_000_000;

/** An empty book; `shopNumber` keeps the numbers of shops apart. */
export function createProductBook(shopNumber: number): ProductBook {
  const products = new Map<string, Listed>();
  const originOfChannel = new Map<string, string>();
  const originOfItem = new Map<string, string>();
  const inOrder: Listed[] = [];
  const placeOf = new Map<string, number>();
  let numbered = 0;
  let items = 0;

  const get = (originProductNo: string) => products.get(originProductNo);
  const found = (originProductNo: string | undefined) =>
    originProductNo === undefined ? undefined : get(originProductNo);

  return {
    get,
    byChannel: (channelProductNo) => found(originOfChannel.get(channelProductNo)),
    having: (item) => get(item) ?? found(originOfItem.get(item)),
    all: () => inOrder,
    put(listed) {
      const place = placeOf.get(listed.originProductNo) ?? inOrder.length;
      placeOf.set(listed.originProductNo, place);
      inOrder[place] = listed;
      products.set(listed.originProductNo, listed);
      originOfChannel.set(listed.channelProductNo, listed.originProductNo);
      const { optionInfo, supplementProductInfo } = listed.origin.detailAttribute;
      for (const { id } of optionInfo?.optionCombinations ?? [])
        originOfItem.set(String(id), listed.originProductNo);
      for (const { id } of supplementProductInfo?.supplementProducts ?? [])
        originOfItem.set(String(id), listed.originProductNo);
    },
    nextNumbers() {
      const serial = shopNumber * PRODUCTS_OF_A_SHOP + numbered;
      numbered += 1;
      return {
        originProductNo: String(FIRST_ORIGIN_NO + serial),
        channelProductNo: String(FIRST_CHANNEL_NO + serial),
      };
    },
    nextItemId() {
      items += 1;
      return FIRST_ITEM_ID + shopNumber * ITEMS_OF_A_SHOP + items - 1;
    },
    pictures: new Map(),
  };
}
