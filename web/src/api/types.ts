import type { components, paths } from '../../generated/api.ts';

type Schemas = components['schemas'];

/** A thing of the API by the name its document gives it: `Schema<'Order'>`. */
export type Schema<Name extends keyof Schemas> = Schemas[Name];

type Parameters<Operation> = Operation extends { parameters: { query?: infer Query } } ? Query : never;

/** What a list may be asked for: `QueryOf<'/api/v1/orders'>`. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends { get: infer Operation }
  ? NonNullable<Parameters<Operation>>
  : never;
