import { useDeskWords } from './desk-words.ts';

/** A shop by its own name, after the marketplace it is at. */
export function ShopName({ platform, name }: { readonly platform: string; readonly name: string }) {
  const t = useDeskWords();
  return (
    <span title={`${t.word('platform', platform)} · ${name}`} className="truncate">
      {t.word('platform', platform)}
    </span>
  );
}
