import type { Product, Sku } from './product.ts';

/** Option names a product may have: no marketplace takes more. */
export const MOST_OPTION_NAMES = 3;
export const MOST_SKUS = 500;

/** What is wrong with a product, before any marketplace is asked. `nth` counts SKUs from 0. */
export type ProductFault =
  | { readonly code: 'too_many_option_names'; readonly field: 'option_names' }
  | { readonly code: 'same_option_name'; readonly field: 'option_names' }
  | { readonly code: 'too_many_skus'; readonly field: 'skus' }
  | { readonly code: 'no_skus'; readonly field: 'skus' }
  | { readonly code: 'several_without_options'; readonly field: 'skus' }
  | { readonly code: 'option_values'; readonly field: string; readonly wanted: number }
  | { readonly code: 'same_options'; readonly field: string; readonly with: number }
  | { readonly code: 'same_code'; readonly field: string; readonly with: number };

/** Everything that does not fit together in a product; its fields are well-formed by themselves. */
export function productFaults({ optionNames, skus }: Product): readonly ProductFault[] {
  const faults: ProductFault[] = [];
  if (optionNames.length > MOST_OPTION_NAMES)
    faults.push({ code: 'too_many_option_names', field: 'option_names' });
  if (new Set(optionNames).size < optionNames.length)
    faults.push({ code: 'same_option_name', field: 'option_names' });
  if (skus.length === 0) faults.push({ code: 'no_skus', field: 'skus' });
  if (skus.length > MOST_SKUS) faults.push({ code: 'too_many_skus', field: 'skus' });
  if (optionNames.length === 0 && skus.length > 1)
    faults.push({ code: 'several_without_options', field: 'skus' });
  else faults.push(...skuFaults(optionNames.length, skus));
  return faults;
}

function skuFaults(wanted: number, skus: readonly Sku[]): readonly ProductFault[] {
  const faults: ProductFault[] = [];
  const codes = new Map<string, number>();
  const options = new Map<string, number>();
  for (const [nth, { code, optionValues }] of skus.entries()) {
    if (optionValues.length !== wanted)
      faults.push({ code: 'option_values', field: `skus[${nth}].option_values`, wanted });
    const withCode = codes.get(code);
    if (withCode === undefined) codes.set(code, nth);
    else faults.push({ code: 'same_code', field: `skus[${nth}].code`, with: withCode });
    const key = JSON.stringify(optionValues);
    const withOptions = options.get(key);
    if (withOptions === undefined) options.set(key, nth);
    else faults.push({ code: 'same_options', field: `skus[${nth}].option_values`, with: withOptions });
  }
  return faults;
}
