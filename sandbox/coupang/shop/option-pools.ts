import type { SoldOption } from '../orders/box.ts';

/** What a shop sells, sorted by what makes an option special. */
export interface OptionPools {
  readonly all: readonly SoldOption[];
  readonly bundles: readonly SoldOption[];
  readonly taxFree: readonly SoldOption[];
  readonly withoutSku: readonly SoldOption[];
  /** A new option, or one that is called otherwise from now on. */
  put(option: SoldOption): void;
}

/** Sorts options into pools. */
export function createOptionPools(options: readonly SoldOption[]): OptionPools {
  const all = new Map(options.map((option) => [option.vendorItemId, option]));
  const sorted = () => {
    const every = [...all.values()];
    return {
      all: every,
      bundles: every.filter(({ bundleOf }) => bundleOf !== null),
      taxFree: every.filter(({ taxType }) => taxType === 'FREE'),
      withoutSku: every.filter(({ sku }) => !sku),
    };
  };
  const pools = {
    ...sorted(),
    put(option: SoldOption) {
      all.set(option.vendorItemId, option);
      Object.assign(pools, sorted());
    },
  };
  return pools;
}
