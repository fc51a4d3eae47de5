import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { useLanguage } from '../../language/language.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useSettingsWords } from './settings-words.ts';
import { Waiting } from './waiting.tsx';

/** How each marketplace's API is reached, as its connector says. Keys of shops are never part of it. */
export function MarketplacesSheet() {
  const t = useSettingsWords();
  const query = queries.useQuery('get', '/api/v1/platforms');
  return (
    <SettingsPage sheet="marketplaces">
      <p className="text-sm text-soft">{t('marketplacesHint')}</p>
      {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending ? (
        <Panel>
          <Waiting />
        </Panel>
      ) : null}
      {query.data?.platforms.map((platform) => (
        <Marketplace key={platform.id} platform={platform} />
      ))}
    </SettingsPage>
  );
}

function Marketplace({ platform }: { readonly platform: Schema<'Platform'> }) {
  const t = useSettingsWords();
  const language = useLanguage();
  const say = (text: Schema<'Localized'>) => text[language] ?? text.en;
  return (
    <Panel
      title={say(platform.names)}
      side={
        platform.key_lifetime_days === null ? null : (
          <Badge>{t('keyLife', { count: platform.key_lifetime_days })}</Badge>
        )
      }
    >
      <ul className="divide-y divide-line">
        {platform.editions.map((edition) => (
          <li key={edition.name} className="flex flex-col gap-1 px-4 py-2.5 text-sm">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{edition.name}</span>
              {edition.name === platform.default_edition ? (
                <Badge tone="accent">{t('usualEdition')}</Badge>
              ) : null}
              <span className="font-mono text-2xs break-all text-soft">{edition.base_url}</span>
            </p>
            <p className="text-soft">
              {t('needsKeys', { keys: edition.credential_fields.map(({ label }) => say(label)).join(', ') })}
            </p>
            <p className="text-2xs text-faint">
              {t('editionFacts', {
                can: edition.capabilities.length,
                cannot: edition.unsupported.length,
              })}
              {platform.needs_fixed_ip ? ` · ${t('needsFixedIp')}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
