import { queries } from '../../api/client.ts';
import { LANGUAGES, useLanguage } from '../../language/language.ts';

/** What an amount is in where no shop says otherwise. */
const USUAL = 'KRW';

export interface Currencies {
  /** In what a marketplace pays. */
  ofPlatform(platform: string): string;
  /** In what a connected shop pays. */
  ofShop(account: number): string;
  /** Those of all connected shops; one at the least. */
  readonly all: readonly string[];
}

/**
 * In which currencies marketplaces and shops count; nothing until that is known, since an amount read in another one is
 * another amount.
 */
export function useCurrencies(): {
  readonly data: Currencies | undefined;
  readonly error: unknown;
  refetch(): unknown;
} {
  const accounts = queries.useQuery('get', '/api/v1/platform-accounts');
  const platforms = queries.useQuery('get', '/api/v1/platforms');
  return {
    data:
      accounts.data === undefined || platforms.data === undefined
        ? undefined
        : currenciesOf(accounts.data.platform_accounts, platforms.data.platforms),
    error: accounts.error ?? platforms.error,
    refetch: () => Promise.all([accounts.refetch(), platforms.refetch()]),
  };
}

function currenciesOf(
  accounts: readonly { readonly id: number; readonly platform: string }[],
  platforms: readonly { readonly id: string; readonly currency: string }[],
): Currencies {
  const ofPlatform = (platform: string) => platforms.find(({ id }) => id === platform)?.currency ?? USUAL;
  const all = [...new Set(accounts.map(({ platform }) => ofPlatform(platform)))];
  return {
    ofPlatform,
    ofShop: (account) => ofPlatform(accounts.find(({ id }) => id === account)?.platform ?? ''),
    all: all.length === 0 ? [USUAL] : all,
  };
}

/** The sign of a currency as the language writes it: `₩`, `₽`. */
export function useCurrencySign(currency: string): string {
  const { locale } = LANGUAGES[useLanguage()];
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
