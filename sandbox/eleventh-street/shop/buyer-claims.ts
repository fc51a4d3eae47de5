import { ControlError } from '../../frame/control-error.ts';
import { optionalTextInput } from '../../frame/input.ts';
import type { JsonObject } from '../../frame/json.ts';
import type { Claim, ClaimKind } from '../claims/claim.ts';
import { moveClaim, openClaim, refund } from '../claims/course.ts';
import { isUndisturbed } from '../orders/course.ts';
import type { Stage } from '../orders/line.ts';
import { conflict, lineInput, openClaimInput, quantityInput, reasonInput } from './act-input.ts';
import type { Shop } from './shop.ts';

const KINDS: Readonly<Record<string, ClaimKind>> = {
  cancel: 'cancel',
  return: 'return',
  exchange: 'exchange',
};
const CLAIMABLE: Readonly<Record<ClaimKind, readonly Stage[]>> = {
  cancel: ['102', '200', '201', '202', '301'],
  return: ['401', '501'],
  exchange: ['401', '501'],
};

/**
 * A buyer asks for a cancel, return or exchange. Before the seller has confirmed, a cancel is through at once unless it
 * names the seller's fault, which he may dispute (sheet §3.6, §7). Edition `guide` knows no confirming: there the
 * seller always decides (guide §3.5).
 */
export function claimByBuyer(shop: Shop, input: JsonObject, now: number): Claim {
  const kind = KINDS[optionalTextInput(input, 'kind') ?? ''];
  if (kind === undefined) throw new ControlError('kind must be cancel, return or exchange');
  const line = lineInput(shop, input);
  if (!CLAIMABLE[kind].includes(line.stage)) conflict(`a line in ${line.stage} knows no ${kind}`);
  if (!isUndisturbed(line)) conflict('the line has an open claim, or nothing is left of it');
  const reason = reasonInput(input, kind);
  const seq = optionalTextInput(input, 'seq');
  const wish = { kind, quantity: quantityInput(input, line), reason, ...(seq === undefined ? {} : { seq }) };
  const claim = openClaim(shop, line, wish, now);
  const isUnconfirmed = shop.edition === 'official' && line.stage !== '301';
  if (kind === 'cancel' && isUnconfirmed && reason.fault === 'buyer') refund(shop, claim, now);
  return claim;
}

/** The buyer takes an open claim back, which he can until new goods are on their way. */
export function withdrawByBuyer(shop: Shop, input: JsonObject, now: number): Claim {
  const claim = openClaimInput(shop, input);
  if (claim.state === 'reshipped') conflict('the new goods are on their way');
  moveClaim(shop, claim, 'withdrawn', now);
  return claim;
}
