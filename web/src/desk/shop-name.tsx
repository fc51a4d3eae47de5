import { useMemo } from 'react';
import { useDeskWords } from './desk-words.ts';
import { useAccounts } from './use-accounts.ts';

/** How shops are called in a list: by their marketplace, and by their own names where there are several at one. */
export function useShopNames(): (platform: string, name: string) => string {
  const t = useDeskWords();
  const accounts = useAccounts();
  return useMemo(() => {
    const isAlone = (wanted: string) => accounts.filter(({ platform }) => platform === wanted).length < 2;
    const alone = new Set(accounts.map(({ platform }) => platform).filter(isAlone));
    return (platform, name) => (alone.has(platform) ? t.word('platform', platform) : name);
  }, [t, accounts]);
}

/** A shop of a few; pointed at, with marketplace and name. */
export function ShopName({ platform, name }: { readonly platform: string; readonly name: string }) {
  return <ShopText platform={platform} name={name} shown={useShopNames()(platform, name)} />;
}

/** A shop in a row of many, which is told what is shown: a question of its own in each row makes scrolling slow. */
export function ShopText({
  platform,
  name,
  shown,
}: {
  readonly platform: string;
  readonly name: string;
  readonly shown: string;
}) {
  const t = useDeskWords();
  return (
    <span title={`${t.word('platform', platform)} · ${name}`} className="truncate">
      {shown}
    </span>
  );
}
