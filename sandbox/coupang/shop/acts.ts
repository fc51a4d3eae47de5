import { ControlError } from '../../frame/control-error.ts';
import { booleanInput, countInput, idInput, objectInput, optionalTextsInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Marketplace } from '../../frame/marketplace.ts';
import { type Market, shopNamed } from '../market.ts';
import { showDueAcknowledgements } from '../orders/acknowledgement.ts';
import { LISTING_ACTS } from '../products/listing-acts.ts';
import {
  type BoxAct,
  cancelBox,
  changeAddress,
  confirmBox,
  holdForCancel,
  moveBox,
  releaseHold,
  shipAhead,
} from './box-acts.ts';
import { CLAIM_ACTS } from './claim-acts.ts';
import { newKey } from './opening.ts';
import type { Shop } from './shop.ts';
import { STORY_ACTS } from './story.ts';
import { boxTruth } from './truth.ts';

type ShopAct = (shop: Shop, input: JsonObject, now: number) => unknown;

const BOX_ACTS: Readonly<Record<string, BoxAct>> = {
  moveBox,
  cancelBox,
  confirmBox,
  holdForCancel,
  releaseHold,
  changeAddress,
  splitBox: shipAhead,
};

/** What the seller types in WING, past every rule of the API. */
function setOffer({ offers }: Shop, input: JsonObject): unknown {
  const vendorItemId = idInput(input, 'vendorItemId');
  const offer = offers.get(vendorItemId);
  if (offer === undefined) throw new ControlError(`there is no option ${vendorItemId}`, 404);
  const changed = {
    ...offer,
    amountInStock: countInput(input, 'amountInStock', offer.amountInStock),
    salePrice: countInput(input, 'salePrice', offer.salePrice),
    onSale: booleanInput(input, 'onSale', offer.onSale),
    deleted: booleanInput(input, 'deleted', offer.deleted),
  };
  offers.put(changed);
  return changed;
}

const SHOP_ACTS: Readonly<Record<string, ShopAct>> = {
  ...STORY_ACTS,
  ...CLAIM_ACTS,
  ...LISTING_ACTS,
  setOffer,
  expireKey({ rules }, _input, now) {
    rules.key = { ...rules.key, expiresAt: now };
    return rules.key;
  },
  reissueKey({ rules, random }, input, now) {
    rules.key = newKey(input, random, now);
    return rules.key;
  },
  setAllowedIps({ rules }, input) {
    rules.allowedIps = optionalTextsInput(input, 'allowedIps') ?? null;
    return { allowedIps: rules.allowedIps };
  },
  setLimits({ rules }, input) {
    rules.limits = booleanInput(input, 'limits', true);
    return { limits: rules.limits };
  },
};

/** Everything a test or the demo can make happen: to one box, or to a whole shop. */
export function createActs(market: Market): Marketplace['acts'] {
  const boxActs = Object.entries(BOX_ACTS).map(([name, act]): [string, Marketplace['acts'][string]] => [
    name,
    (shopName, body, frame) => {
      const shop = shopNamed(market, shopName);
      return actOnBox(shop, act, objectInput(body), frame.now());
    },
  ]);
  const shopActs = Object.entries(SHOP_ACTS).map(([name, act]): [string, Marketplace['acts'][string]] => [
    name,
    (shopName, body, frame) => {
      const shop = shopNamed(market, shopName);
      showDueAcknowledgements(shop, frame.now());
      return act(shop, objectInput(body), frame.now());
    },
  ]);
  return Object.fromEntries([...boxActs, ...shopActs]);
}

function actOnBox(shop: Shop, act: BoxAct, input: JsonObject, now: number): unknown {
  showDueAcknowledgements(shop, now);
  const shipmentBoxId = idInput(input, 'shipmentBoxId');
  const box = shop.boxes.get(shipmentBoxId);
  if (box === undefined) throw new ControlError(`there is no box ${shipmentBoxId}`, 404);
  const boxes = act(box, input, shop, now);
  for (const changed of boxes) shop.boxes.put(changed);
  return { boxes: boxes.map((changed) => boxTruth(shop, changed)) };
}
