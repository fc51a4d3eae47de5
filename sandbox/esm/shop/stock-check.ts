import type { Order } from '../orders/order.ts';
import type { Shop } from './shop.ts';

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The question that a site posts to the seller's own address when a buyer orders: is it still there at this price?
 * The sheet (§3.9) names the root, Auction's mark `EXT_GB` and its decimals; the names of the other elements are
 * unconfirmed.
 */
export function orderInfo(shop: Shop, order: Order): string {
  const { cart, goods, option, unitPrice, quantity } = order;
  const isAuction = cart.site === 'auction';
  const elements: readonly (readonly [string, string])[] = [
    ...(isAuction ? [['EXT_GB', '02'] as const] : []),
    ['SELLER_ID', shop.sellerIds[cart.site]],
    ['ORDER_NO', order.orderNo],
    ['GOODS_NO', goods.siteGoodsNo],
    ['OUT_GOODS_NO', goods.sellerCode],
    ['OPTION_CODE', option?.code ?? ''],
    ['ORDER_QTY', String(quantity)],
    ['SELL_PRICE', isAuction ? `${unitPrice}.0000` : String(unitPrice)],
  ];
  const inner = elements.map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><ORDER_INFO>${inner}</ORDER_INFO>`;
}
