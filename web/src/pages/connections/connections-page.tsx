import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { FirstRun } from '../../desk/first-run/first-run.tsx';
import { Page } from '../../frame/page.tsx';
import { useOfferDeeds } from '../../frame/palette-deeds.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useConnectionWords } from './connection-words.ts';
import type { ConnectionsSearch } from './connections-search.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { SetupDialog } from './setup-dialog.tsx';
import { ShopCard } from './shop-card.tsx';

type Account = Schema<'PlatformAccount'>;

type Open = { readonly dialog: 'keys' | 'remove'; readonly shop: Account };

/** Every connected shop with how it is, and the way to connect another one. */
export function ConnectionsPage({ search }: { readonly search: ConnectionsSearch }) {
  const t = useConnectionWords();
  const mayChange = useMay('owner');
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, refetch } = queries.useQuery('get', '/api/v1/platform-accounts');
  const platforms = queries.useQuery('get', '/api/v1/platforms', undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  });
  // What the form says of a marketplace's documents is there before it opens, or not at all.
  const configs = queries.useQuery('get', '/api/v1/marketplace-configs');
  const shops = data?.platform_accounts;
  const isConnecting = mayChange && search.connect !== undefined;
  const connect = useCallback(
    () => navigate({ to: '/connections', search: { connect: 'true' } }),
    [navigate],
  );
  useOfferDeeds(
    useMemo(
      () =>
        mayChange
          ? [
              {
                id: 'connections-connect',
                label: t('connect'),
                also: 'connect shop marketplace',
                run: connect,
              },
            ]
          : [],
      [mayChange, connect, t],
    ),
  );
  const trouble = error ?? platforms.error;
  return (
    <Page
      title={t('title')}
      side={
        mayChange && shops !== undefined && shops.length > 0 ? (
          <Button look="primary" onClick={connect}>
            <Plus aria-hidden="true" />
            {t('connect')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-4 px-4">
        {trouble === null ? null : (
          <TroubleNote
            error={trouble}
            onRetry={() => {
              refetch();
              platforms.refetch();
            }}
          />
        )}
        {shops === undefined ? (
          error === null ? (
            <Waiting />
          ) : null
        ) : shops.length === 0 ? (
          <FirstRun />
        ) : (
          <ul className="grid gap-4 lg:grid-cols-2">
            {shops.map((shop) => (
              <li key={shop.id} className="min-w-0">
                <ShopCard
                  shop={shop}
                  onKeys={() => setOpen({ dialog: 'keys', shop })}
                  onRemove={() => setOpen({ dialog: 'remove', shop })}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      {isConnecting && platforms.data !== undefined && !configs.isPending ? (
        <SetupDialog
          platforms={platforms.data.platforms}
          configs={configs.data?.marketplace_configs ?? []}
          shop={null}
          onClose={() => navigate({ to: '/connections', search: {} })}
        />
      ) : null}
      {open?.dialog === 'keys' && platforms.data !== undefined && !configs.isPending ? (
        <SetupDialog
          platforms={platforms.data.platforms}
          configs={configs.data?.marketplace_configs ?? []}
          shop={open.shop}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.dialog === 'remove' ? <RemoveDialog shop={open.shop} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

const PLACES = Array.from({ length: 4 }, (_, place) => place);

function Waiting() {
  return (
    <div className="grid gap-4 lg:grid-cols-2" aria-busy="true">
      {PLACES.map((place) => (
        <Skeleton key={place} className="h-64 rounded-lg" />
      ))}
    </div>
  );
}
