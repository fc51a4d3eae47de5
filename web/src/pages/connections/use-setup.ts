import { useState } from 'react';
import { queries } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import type { Schema } from '../../api/types.ts';
import { fieldsOf, isNewShop, newShopOf, type ShopForm, typedCredentials } from './shop-form.ts';

type Platform = Schema<'Platform'>;
type Account = Schema<'PlatformAccount'>;
export type Tested = Schema<'ConnectionTestResult'>;

/** Everything that tells how shops are. */
export async function refreshShops(): Promise<void> {
  await Promise.all(
    [
      '/api/v1/platform-accounts',
      '/api/v1/platform-accounts/{id}/health',
      '/api/v1/sync/status',
      '/api/v1/today',
    ].map((path) => queryClient.invalidateQueries({ queryKey: ['get', path] })),
  );
}

/** Tries a shop's keys. The answer says what is wrong, also where nothing is. */
export function useShopTest() {
  const test = queries.useMutation('post', '/api/v1/sync/platforms/{platform}/test', {
    onSettled: refreshShops,
  });
  return {
    ...test,
    tryShop: ({ id, platform }: Pick<Account, 'id' | 'platform'>): Promise<Tested> =>
      test.mutateAsync({ params: { path: { platform } }, body: { account_id: id } }),
  };
}

/**
 * Saves a shop, tries its keys and lets it work when they do. One whose keys do not work is kept switched off, so that
 * nothing typed is lost and nothing runs into a wall.
 */
export function useSetup(platform: Platform, before: Account | null) {
  const [account, setAccount] = useState<Account | null>(before);
  const [tested, setTested] = useState<Tested | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [step, setStep] = useState<'idle' | 'saving' | 'testing'>('idle');
  const create = queries.useMutation('post', '/api/v1/platform-accounts');
  const change = queries.useMutation('patch', '/api/v1/platform-accounts/{id}');
  const { tryShop } = useShopTest();

  const save = async (form: ShopForm): Promise<Account> => {
    if (account !== null) {
      const typed = typedCredentials(fieldsOf(platform, form.edition), form);
      return change.mutateAsync({
        params: { path: { id: account.id } },
        body: {
          name: form.name.trim(),
          ...(form.edition === account.edition ? {} : { edition: form.edition }),
          ...(Object.keys(typed).length === 0 ? {} : { credentials: typed }),
          ...(form.keyExpires === '' ? {} : { key_expires_at: form.keyExpires }),
          ...(form.baseUrl.trim() === (account.base_url ?? '')
            ? {}
            : { base_url: form.baseUrl.trim() || null }),
        },
      });
    }
    const body = newShopOf(platform, form);
    if (!isNewShop(platform, form, body)) throw new Error('the form was sent before it was filled in');
    return create.mutateAsync({ body });
  };

  const setEnabled = (shop: Account, enabled: boolean) =>
    change.mutateAsync({ params: { path: { id: shop.id } }, body: { enabled } });

  const run = async (form: ShopForm): Promise<void> => {
    setError(null);
    setTested(null);
    setStep('saving');
    try {
      const saved = await save(form);
      setAccount(saved);
      setStep('testing');
      const result = await tryShop(saved);
      const isNew = before === null;
      // A shop that was at work already is left as its owner had it.
      if (isNew && saved.enabled !== result.ok) setAccount(await setEnabled(saved, result.ok));
      setTested(result);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setStep('idle');
      await refreshShops();
    }
  };

  return { account, tested, error, step, run };
}
