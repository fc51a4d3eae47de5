import type { Frame, WireAnswer, WireRequest } from '../../frame/marketplace.ts';
import type { Shop } from '../shop/shop.ts';

/** A call that the gateway let through: with the living key of a shop, from an address that may use it. */
export interface GrantedCall {
  readonly operation: Operation;
  readonly shop: Shop;
  readonly frame: Frame;
  readonly now: number;
  readonly request: WireRequest;
  readonly query: URLSearchParams;
  /** The decoded segments of the path that its placeholders stand for. */
  readonly params: Readonly<Record<string, string>>;
}

/** In which of the shapes of sheet §5.1, or of the guide, an operation answers. */
export type Shape =
  | 'orders'
  | 'action'
  | 'addresses'
  | 'nonDelivery'
  | 'questions'
  | 'products'
  | 'product'
  | 'stocks'
  | 'categories'
  | 'templates'
  | 'client'
  | 'guide';

/** One thing that can be asked for. */
export interface Operation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** The path with `{placeholders}`. */
  readonly path: string;
  readonly shape: Shape;
  /** Answers whoever asks, key or not. */
  readonly keyless?: (params: GrantedCall['params']) => WireAnswer;
  /** Whether it changes something: on 11st that is no question of the method. */
  readonly writes?: true;
  readonly carryOut: (call: GrantedCall) => WireAnswer;
}

/** Ends a call with the answer that refuses it. */
export class CallRefused extends Error {
  readonly answer: WireAnswer;

  constructor(answer: WireAnswer) {
    super(`refused with HTTP ${answer.status}`);
    this.answer = answer;
  }
}
