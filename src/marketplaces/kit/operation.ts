/** What a call is for. Kill switches close an intent for an owner or an account. */
export const INTENTS = ['read', 'order-act', 'stock-write', 'price-write', 'list', 'purchase'] as const;
export type Intent = (typeof INTENTS)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One endpoint of a marketplace. The gate lets out nothing that is not in its edition's table. */
export interface Operation {
  readonly method: Method;
  /** Path under the edition's base, with `{name}` placeholders. */
  readonly path: string;
  readonly intent: Intent;
  /** Which rate bucket a call draws from. */
  readonly bucket: string;
  /** How much of the bucket one call counts for; 1 if left out. */
  readonly cost?: number;
  /** True when doing it twice equals doing it once. Only such calls are repeated by the gate itself. */
  readonly idempotent: boolean;
  readonly timeoutMs?: number;
  /** First and last day (`yyyy-MM-dd`) on which the marketplace serves it, where announced. */
  readonly since?: string;
  readonly retires?: string;
}
