import { useMemo } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { useAccounts } from '../../desk/use-accounts.ts';

/** The connected shops that products can be published in: switched on, and of an edition that takes products. */
export function usePublishingShops(): readonly Schema<'PlatformAccount'>[] {
  const accounts = useAccounts();
  const { data } = queries.useQuery('get', '/api/v1/platforms');
  return useMemo(
    () =>
      accounts.filter(({ enabled, platform, edition }) => {
        const known = data?.platforms.find(({ id }) => id === platform);
        const own = known?.editions.find(({ name }) => name === edition);
        return enabled && own?.capabilities.some(({ operation }) => operation === 'catalog.publish') === true;
      }),
    [accounts, data],
  );
}
