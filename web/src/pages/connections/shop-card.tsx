import { Link } from '@tanstack/react-router';
import { EllipsisVertical, KeyRound, Pause, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { HEALTH_TONES } from '../../desk/health-tone.ts';
import { useMay } from '../../session/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useConnectionWords } from './connection-words.ts';
import { ShopFacts } from './shop-facts.tsx';
import { TestOutcome } from './test-outcome.tsx';
import { refreshShops, type Tested, useShopTest } from './use-setup.ts';

type Account = Schema<'PlatformAccount'>;

/** Calls of a shop change with every minute, and nobody tells of each. */
const LOOK_AGAIN_MS = 30_000;

/** One shop: how it is, what is wrong in plain words with the way on, and what can be done with it. */
export function ShopCard({
  shop,
  onKeys,
  onRemove,
}: {
  readonly shop: Account;
  onKeys(): void;
  onRemove(): void;
}) {
  const t = useConnectionWords();
  const desk = useDeskWords();
  const mayChange = useMay('owner');
  const mayTest = useMay('staff');
  const [tested, setTested] = useState<Tested | null>(null);
  const params = { path: { id: shop.id } };
  const health = queries.useQuery(
    'get',
    '/api/v1/platform-accounts/{id}/health',
    { params },
    { refetchInterval: LOOK_AGAIN_MS },
  );
  const change = queries.useMutation('patch', '/api/v1/platform-accounts/{id}', { onSettled: refreshShops });
  const test = useShopTest();
  const error = change.error ?? test.error;
  const trouble = shop.enabled ? (health.data?.trouble ?? shop.trouble) : null;
  const state = health.data?.state;
  const isFirstReading = state === 'unchecked' && health.data?.reading === true;
  return (
    <section
      aria-label={shop.name}
      className="flex h-full flex-col gap-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-base font-semibold">{shop.name}</h2>
          <p className="text-sm text-soft">{desk.word('platform', shop.platform)}</p>
        </div>
        {shop.enabled ? (
          <Badge
            tone={
              isFirstReading ? 'info' : state === undefined ? coarseTone(shop.health) : HEALTH_TONES[state]
            }
          >
            {isFirstReading ? t('firstReading') : t.word('health', state ?? shop.health)}
          </Badge>
        ) : (
          <Badge>{t('paused')}</Badge>
        )}
        {mayChange ? (
          <Menu
            trigger={
              <button
                type="button"
                aria-label={t('menuOf', { name: shop.name })}
                className={`${buttonClass('quiet', 'small')} -mr-2`}
              >
                <EllipsisVertical aria-hidden="true" />
              </button>
            }
          >
            <MenuItem onSelect={onKeys}>
              <KeyRound aria-hidden="true" />
              {t('changeKeys')}
            </MenuItem>
            <MenuItem
              onSelect={() => change.mutate({ params, body: { enabled: !shop.enabled } })}
              disabled={change.isPending}
            >
              {shop.enabled ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
              {t(shop.enabled ? 'pause' : 'resume')}
            </MenuItem>
            <MenuItem onSelect={onRemove}>
              <Trash2 aria-hidden="true" />
              {t('remove')}
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      {shop.enabled ? null : (
        <p className="rounded-md bg-sunken px-3 py-2 text-sm text-soft">{t('pausedHint')}</p>
      )}
      {trouble === null ? null : (
        <div className="rounded-md bg-danger-soft px-3 py-2 text-sm">
          <p className="font-medium text-danger">{trouble.title}</p>
          <p>{trouble.detail}</p>
          <p className="font-medium">{trouble.todo}</p>
          {trouble.native_text === null ? null : (
            <p className="mt-1 text-2xs text-soft">
              {[trouble.native_code, trouble.native_text].filter((text) => text !== null).join(' · ')}
            </p>
          )}
        </div>
      )}
      <ShopFacts shop={shop} health={health.data} />
      {health.error === null ? null : <TroubleNote error={health.error} onRetry={() => health.refetch()} />}
      {error === null ? null : <TroubleNote error={error} />}
      {tested === null ? null : <TestOutcome tested={tested} />}
      <div className="mt-auto flex flex-wrap gap-2 border-t border-line pt-3">
        {mayTest ? (
          <Button
            size="small"
            busy={test.isPending}
            onClick={() => {
              setTested(null);
              // What goes wrong with the test itself stands in `test.error`.
              test.tryShop(shop).then(setTested, () => undefined);
            }}
          >
            {t('test')}
          </Button>
        ) : null}
        {mayChange && trouble !== null ? (
          <Button size="small" onClick={onKeys}>
            {t('changeKeys')}
          </Button>
        ) : null}
        {mayChange && !shop.enabled ? (
          <Button
            size="small"
            busy={change.isPending}
            onClick={() => change.mutate({ params, body: { enabled: true } })}
          >
            {t('resume')}
          </Button>
        ) : null}
        <Link
          to="/sync"
          search={{ tab: 'logs', shop: String(shop.id) }}
          className={buttonClass('quiet', 'small')}
        >
          {t('logs')}
        </Link>
        <Link to="/orders" search={{ shop: String(shop.id) }} className={buttonClass('quiet', 'small')}>
          {t('orders')}
        </Link>
      </div>
    </section>
  );
}

function coarseTone(health: Account['health']): Tone {
  return health === 'troubled' ? 'danger' : health === 'healthy' ? 'good' : 'plain';
}
