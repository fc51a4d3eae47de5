import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { useLanguage } from '../../language/language.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { MarketplaceDialog } from './marketplace-dialog.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

type Config = Schema<'MarketplaceConfig'>;
type Platform = Schema<'Platform'>;

/** How each marketplace's API is reached and how much of its limits is used. Keys of shops are never part of it. */
export function MarketplacesSheet() {
  const t = useSettingsWords();
  const platforms = queries.useQuery('get', '/api/v1/platforms');
  const configs = queries.useQuery('get', '/api/v1/marketplace-configs');
  const error = platforms.error ?? configs.error;
  const isWaiting = platforms.data === undefined || configs.data === undefined;
  return (
    <SettingsPage sheet="marketplaces">
      <p className="text-sm text-soft">{t('marketplacesHint')}</p>
      {error === null ? null : (
        <TroubleNote
          error={error}
          onRetry={() => {
            platforms.refetch();
            configs.refetch();
          }}
        />
      )}
      {isWaiting && error === null ? (
        <Panel>
          <Waiting />
        </Panel>
      ) : null}
      {configs.data?.marketplace_configs.map((config) => {
        const platform = platforms.data?.platforms.find(({ id }) => id === config.marketplace);
        return platform === undefined ? null : (
          <Marketplace key={platform.id} platform={platform} config={config} />
        );
      })}
    </SettingsPage>
  );
}

function Marketplace({ platform, config }: { readonly platform: Platform; readonly config: Config }) {
  const t = useSettingsWords();
  const format = useFormat();
  const language = useLanguage();
  const isOwner = useMay('owner');
  const [isChanging, setChanging] = useState(false);
  const name = platform.names[language];
  const facts = [
    ...(platform.key_lifetime_days === null ? [] : [t('keyLife', { count: platform.key_lifetime_days })]),
    ...(platform.needs_fixed_ip ? [t('needsFixedIp')] : []),
  ];
  const isChanged = (field: Config['changed'][number]) => config.changed.includes(field);
  return (
    <Panel
      title={name}
      side={
        isOwner ? (
          <Button size="small" aria-label={t('changeConfigOf', { name })} onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        ) : null
      }
    >
      <dl className="grid gap-x-4 gap-y-2 px-4 py-3 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
        <dt className="text-faint max-sm:-mb-1.5">{t('apiEndpoint')}</dt>
        <dd className="break-all">
          <span className="font-mono text-2xs">{config.api_endpoint}</span>{' '}
          {isChanged('api_endpoint') ? <Badge tone="accent">{t('changedHere')}</Badge> : null}
        </dd>
        <dt className="text-faint max-sm:-mb-1.5">{t('authType')}</dt>
        <dd>
          {t.word('authTypes', config.auth_type)}
          {facts.map((fact) => (
            <span key={fact} className="text-faint">
              {' · '}
              {fact}
            </span>
          ))}
        </dd>
        <dt className="text-faint max-sm:-mb-1.5">{t('rateLimit')}</dt>
        <dd className="flex flex-wrap items-center gap-x-2">
          {t('rateLimitFacts', { count: config.rate_limit })}
          {isChanged('rate_percent') ? (
            <Badge tone="accent">{t('rateShare', { percent: config.rate_percent })}</Badge>
          ) : null}
        </dd>
        <dt className="text-faint max-sm:-mb-1.5">{t('documentation')}</dt>
        <dd className="break-words">
          <Documentation text={config.documentation} />{' '}
          {isChanged('documentation') ? <Badge tone="accent">{t('changedHere')}</Badge> : null}
        </dd>
      </dl>
      <details className="border-t border-line px-4 py-2.5 text-sm">
        <summary className="cursor-pointer text-soft">{t('editionsAndLimits')}</summary>
        <ul className="divide-y divide-line">
          {platform.editions.map((edition) => (
            <li key={edition.name} className="flex flex-col gap-1 py-2.5">
              <p className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{t.word('editions', edition.name)}</span>
                {edition.name === platform.default_edition ? (
                  <Badge tone="accent">{t('usualEdition')}</Badge>
                ) : null}
                <span className="font-mono text-2xs break-all text-soft">{edition.base_url}</span>
              </p>
              <p className="text-soft">
                {t('needsKeys', {
                  keys: edition.credential_fields.map(({ label }) => label[language]).join(', '),
                })}
              </p>
              <p className="text-2xs text-faint">
                {t('editionFacts', {
                  can: edition.capabilities.length,
                  cannot: edition.unsupported.length,
                })}
              </p>
            </li>
          ))}
        </ul>
        <ul className="columns-1 gap-6 pt-1 pb-1 text-2xs text-soft sm:columns-2">
          {config.limits.map(({ bucket, calls, per_seconds, allowance }) => (
            <li key={`${bucket} ${per_seconds}`} className="numeric break-inside-avoid">
              <span className="font-mono">{bucket}</span>{' '}
              {t('limitFacts', {
                seconds: per_seconds,
                calls: format.number(calls),
                used: format.number(allowance),
              })}
            </li>
          ))}
        </ul>
      </details>
      {isChanging ? (
        <MarketplaceDialog platform={platform} config={config} onClose={() => setChanging(false)} />
      ) : null}
    </Panel>
  );
}

/** An address can be followed; it opens beside the desk and learns nothing of where one comes from. */
function Documentation({ text }: { readonly text: string | null }) {
  if (text === null) return '–';
  if (!/^https?:\/\/\S+$/.test(text)) return text;
  return (
    <a href={text} target="_blank" rel="noreferrer" className="break-all text-accent hover:underline">
      {text}
    </a>
  );
}
