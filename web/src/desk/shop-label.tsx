import { useDeskWords } from './desk-words.ts';
import { useAccounts } from './use-accounts.ts';

/** A shop by its name and its marketplace; of one that was disconnected only the marketplace is known. */
export function ShopLabel({ id, platform }: { readonly id: number; readonly platform: string }) {
  const desk = useDeskWords();
  const name = useAccounts().find((account) => account.id === id)?.name;
  const marketplace = desk.word('platform', platform);
  return (
    <span className="min-w-0 truncate font-medium">
      {name === undefined || name === marketplace ? marketplace : `${name} · ${marketplace}`}
    </span>
  );
}
