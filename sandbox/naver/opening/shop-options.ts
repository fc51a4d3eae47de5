import { ControlError } from '../../frame/control-error.ts';
import {
  booleanInput,
  countInput,
  numberInput,
  objectInput,
  optionalTextInput,
  optionalTextsInput,
} from '../../frame/input.ts';
import { codeIn } from '../orders/codes.ts';
import { EDITIONS, type Edition, type ShopRules } from '../seller/shop.ts';
import { isSecret } from '../seller/signature.ts';

/** What the one who opens a shop may choose; what is undefined is made up. */
export interface ShopOptions {
  readonly shop?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly allowedIps?: readonly string[];
  readonly seed?: number;
  readonly orders: number;
  readonly days: number;
  readonly products: number;
  readonly hasLimits: boolean;
  readonly rules: ShopRules;
}

const PUBLICATION_DELAY_MS = 5_000;

/** Reads the body of the call that opens a shop. */
export function readShopOptions(body: unknown): ShopOptions {
  const input = objectInput(body);
  const clientSecret = optionalTextInput(input, 'clientSecret');
  if (clientSecret !== undefined) requireSecret(clientSecret);
  const days = numberInput(input, 'days', 10);
  if (days <= 0) throw new ControlError('days must be more than 0');
  // Every stand-in opens with so many `listings`; here they are products.
  const products = countInput(input, 'products', countInput(input, 'listings', 60, 99_999), 99_999);
  if (products === 0) throw new ControlError('products must be at least 1');
  return {
    shop: optionalTextInput(input, 'shop'),
    clientId: optionalTextInput(input, 'clientId'),
    clientSecret,
    allowedIps: optionalTextsInput(input, 'allowedIps'),
    seed: input.seed === undefined ? undefined : countInput(input, 'seed', 0),
    orders: countInput(input, 'orders', 400),
    days,
    products,
    hasLimits: booleanInput(input, 'limits', true),
    rules: {
      publicationDelayMs: countInput(input, 'publicationDelayMs', PUBLICATION_DELAY_MS),
      isQuiet: booleanInput(input, 'quiet', false),
      dispatchNeedsConfirm: booleanInput(input, 'dispatchNeedsConfirm', false),
      returnNeedsCollection: booleanInput(input, 'returnNeedsCollection', false),
      exchangeNeedsCollectionApproval: booleanInput(input, 'exchangeNeedsCollectionApproval', true),
      edition: readEdition(optionalTextInput(input, 'edition') ?? 'official'),
    },
  };
}

function readEdition(text: string): Edition {
  const edition = codeIn(EDITIONS, text);
  if (edition === undefined) throw new ControlError(`edition must be one of ${EDITIONS.join(', ')}`);
  return edition;
}

/** Refuses a text that cannot be an application secret. */
export function requireSecret(text: string): void {
  if (!isSecret(text)) throw new ControlError('clientSecret must be a bcrypt salt of 29 characters');
}
