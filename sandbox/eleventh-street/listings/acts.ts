import { ControlError } from '../../frame/control-error.ts';
import { countInput, idInput, textInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Shop } from '../shop/shop.ts';
import { FORCED_STATES, type Listing } from './listing.ts';
import { listingTruth } from './truth.ts';

type Act = (shop: Shop, input: JsonObject) => unknown;

/** What others do with a shop's products. */
export const LISTING_ACTS: Readonly<Record<string, Act>> = {
  /** Somebody sets an option's stock in the Seller Office. */
  editStock(shop, input) {
    const item = idInput(input, 'item');
    const found = shop.listings.option(item);
    if (found === undefined) throw new ControlError(`there is no item ${item}`, 404);
    found.option.quantity = countInput(input, 'quantity', found.option.quantity);
    return listingTruth(found.listing);
  },

  /** Somebody gives a product a tag, which the hub has no word for. */
  addForeign(shop, input) {
    const listing = listingInput(shop, input);
    listing.details = { ...listing.details, tags: [...listing.details.tags, textInput(input, 'text')] };
    return listingTruth(listing);
  },

  /** From now on only those buyers get it who ask for it. */
  keepBack(shop, input) {
    const listing = listingInput(shop, input);
    shop.keptBack.add(listing.prdNo);
    return listingTruth(listing);
  },

  /** 11st puts a product into one of its own states, or takes it out again with `103`. */
  forceListing(shop, input) {
    const listing = listingInput(shop, input);
    const state = textInput(input, 'state');
    const forced = FORCED_STATES.find((known) => known === state);
    if (forced === undefined && state !== '103') throw new ControlError(`11st forces no state ${state}`);
    listing.forced = forced ?? null;
    return listingTruth(listing);
  },
};

function listingInput({ listings }: Shop, input: JsonObject): Listing {
  const prdNo = idInput(input, 'listing');
  const listing = listings.get(prdNo);
  if (listing === undefined) throw new ControlError(`there is no listing ${prdNo}`, 404);
  return listing;
}
