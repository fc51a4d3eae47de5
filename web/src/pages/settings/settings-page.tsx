import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowUpRight, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Page } from '../../frame/page.tsx';
import { useMay } from '../../session/me.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { useSettingsWords } from './settings-words.ts';

/** The sheets of the settings and the addresses they have; what belongs to the business needs an owner. */
const SHEETS = [
  { id: 'own', to: '/settings', needs: 'viewer' },
  { id: 'business', to: '/settings/business', needs: 'owner' },
  { id: 'people', to: '/settings/people', needs: 'owner' },
  { id: 'tokens', to: '/settings/tokens', needs: 'owner' },
  { id: 'webhooks', to: '/settings/webhooks', needs: 'viewer' },
  { id: 'notifications', to: '/settings/notifications', needs: 'viewer' },
  { id: 'retention', to: '/settings/retention', needs: 'viewer' },
  { id: 'audit', to: '/settings/audit', needs: 'owner' },
  { id: 'marketplaces', to: '/settings/marketplaces', needs: 'viewer' },
] as const;

export type SheetId = (typeof SHEETS)[number]['id'];

/** One sheet of the settings, with the way to the others beside it. Who may not see it is told so. */
export function SettingsPage({
  sheet,
  side,
  children,
}: {
  readonly sheet: SheetId;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useSettingsWords();
  const navigate = useNavigate();
  const isOwner = useMay('owner');
  const shown = SHEETS.filter(({ needs }) => needs === 'viewer' || isOwner);
  const maySee = shown.some(({ id }) => id === sheet);
  return (
    <Page title={t.word('sheet', sheet)} side={maySee ? side : null}>
      <div className="flex flex-col gap-4 px-4 md:flex-row md:items-start">
        <Select
          label={t('sheets')}
          className="h-10 w-full md:hidden"
          value={sheet}
          choices={shown.map(({ id }) => ({ value: id, label: t.word('sheet', id) }))}
          onChoose={(chosen) => {
            const to = SHEETS.find(({ id }) => id === chosen)?.to;
            if (to !== undefined) navigate({ to });
          }}
        />
        <nav aria-label={t('rules')} className="flex flex-wrap gap-x-4 md:hidden">
          <RuleLinks />
        </nav>
        <nav aria-label={t('sheets')} className="hidden w-44 shrink-0 flex-col gap-0.5 md:flex">
          {shown.map(({ id, to }) => (
            <Link
              key={id}
              to={to}
              aria-current={id === sheet ? 'page' : undefined}
              className={
                id === sheet
                  ? 'rounded-md bg-selected px-2.5 py-1.5 text-sm font-medium text-ink'
                  : 'rounded-md px-2.5 py-1.5 text-sm text-soft hover:bg-hover hover:text-ink'
              }
            >
              {t.word('sheet', id)}
            </Link>
          ))}
          <Rules />
        </nav>
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          {maySee ? (
            children
          ) : (
            <EmptyState icon={<Lock />} title={t('ownerOnly')}>
              {t('ownerOnlyHint')}
            </EmptyState>
          )}
        </div>
      </div>
    </Page>
  );
}

/** Rules have their place beside what they rule; whoever looks for them here is led there. */
function Rules() {
  const t = useSettingsWords();
  return (
    <div className="mt-2 flex flex-col gap-0.5 border-t border-line pt-2">
      <p className="px-2.5 py-1 text-2xs text-faint">{t('rules')}</p>
      <RuleLinks />
    </div>
  );
}

const RULE_LINK =
  'flex items-center justify-between gap-2 rounded-md py-1.5 text-sm text-soft hover:bg-hover hover:text-ink md:px-2.5 [&_svg]:size-3.5';

function RuleLinks() {
  const t = useSettingsWords();
  return (
    <>
      <Link to="/prices" search={{ tab: 'rules' }} className={RULE_LINK}>
        {t('priceRules')}
        <ArrowUpRight aria-hidden="true" />
      </Link>
      <Link to="/inventory" search={{ tab: 'settings' }} className={RULE_LINK}>
        {t('stockRules')}
        <ArrowUpRight aria-hidden="true" />
      </Link>
      <Link to="/sync" search={{ tab: 'schedules' }} className={RULE_LINK}>
        {t('schedules')}
        <ArrowUpRight aria-hidden="true" />
      </Link>
    </>
  );
}
