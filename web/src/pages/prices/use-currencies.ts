import { queries } from '../../api/client.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { LANGUAGES, useLanguage } from '../../language/language.ts';

/** What an amount is in until it is known better. */
const USUAL = 'KRW';

export interface Currencies {
  /** In what a marketplace pays. */
  ofPlatform(platform: string): string;
  /** In what a connected shop pays. */
  ofShop(account: number): string;
  /** Those of all connected shops; one at the least. */
  readonly all: readonly string[];
}

/** In which currencies marketplaces and shops count. */
export function useCurrencies(): Currencies {
  const accounts = useAccounts();
  const platforms = queries.useQuery('get', '/api/v1/platforms').data?.platforms ?? [];
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
