import type { TroubleReason } from '../trouble.ts';

/** Everything a seller can be told about: a marketplace's trouble, or the hub's own. */
export type AdviceReason = TroubleReason | 'account_off' | 'interrupted' | 'internal';

/** What happened and what to do about it, for a person and not for a programmer. */
export interface Advice {
  readonly title: string;
  readonly detail: string;
  readonly todo: string;
}

interface Names {
  /** The marketplace's name in the language of the sentence. */
  readonly shop: string;
  /** How far the clocks are apart, such as `10분` or `10 minutes`; empty when it is not known. */
  readonly skew: string;
}

export type Sentences = Readonly<Record<AdviceReason, (names: Names) => Advice>>;
