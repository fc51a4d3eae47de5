import { Pencil, Plus, Ruler, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useUiWords } from '../../ui/ui-words.ts';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { useCurrencies } from './use-currencies.ts';

type Rule = Schema<'PriceRule'>;

/** By what prices are made; the narrower rule counts before the wider one. */
export function RulesList({ onPreview }: { readonly onPreview: (() => void) | undefined }) {
  const t = usePriceWords();
  const mayChange = useMay('owner');
  const [editing, setEditing] = useState<Rule | 'new' | null>(null);
  const [removing, setRemoving] = useState<Rule | null>(null);
  const scopeOf = useScopeText();
  const aimOf = useAimText();
  const query = queries.useQuery('get', '/api/v1/price-rules');
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-sm text-soft">{t('rulesHint')}</p>
        {mayChange ? (
          <Button look="primary" onClick={() => setEditing('new')}>
            <Plus aria-hidden="true" />
            {t('newRule')}
          </Button>
        ) : null}
      </div>
      <Answered query={query} height="h-64">
        {({ price_rules }) => (
          <Panel>
            <DataTable
              label={t.word('tab', 'rules')}
              rows={price_rules}
              keyOf={({ id }) => id}
              empty={
                <EmptyState icon={<Ruler />} title={t('noRules')}>
                  {t('noRulesHint')}
                </EmptyState>
              }
              columns={[
                {
                  id: 'name',
                  title: t('name'),
                  cell: ({ name }) => <span className="block min-w-28 font-medium">{name}</span>,
                },
                { id: 'scope', title: t('scope'), cell: scopeOf },
                { id: 'aim', title: t('aim'), cell: aimOf },
                {
                  id: 'state',
                  title: t('state'),
                  cell: ({ enabled }) => (
                    <Badge tone={enabled ? 'good' : 'plain'}>{t(enabled ? 'ruleOn' : 'ruleOff')}</Badge>
                  ),
                },
                {
                  id: 'deeds',
                  title: t('deeds'),
                  align: 'right',
                  cell: (rule) =>
                    mayChange ? (
                      <span className="whitespace-nowrap">
                        <IconButton label={t('editOf', { name: rule.name })} onClick={() => setEditing(rule)}>
                          <Pencil aria-hidden="true" />
                        </IconButton>
                        <IconButton
                          label={t('removeOf', { name: rule.name })}
                          onClick={() => setRemoving(rule)}
                        >
                          <Trash2 aria-hidden="true" />
                        </IconButton>
                      </span>
                    ) : null,
                },
              ]}
            />
          </Panel>
        )}
      </Answered>
      {editing === null ? null : (
        <RuleDialog
          rule={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onPreview={onPreview}
        />
      )}
      {removing === null ? null : <RemoveRule rule={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function RemoveRule({ rule, onClose }: { readonly rule: Rule; onClose(): void }) {
  const t = usePriceWords();
  const ui = useUiWords();
  const remove = queries.useMutation('delete', '/api/v1/price-rules/{id}', {
    onSuccess: onClose,
    onSettled: pricesChanged,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removeOf', { name: rule.name })}
      description={t('removeRuleHint')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ params: { path: { id: rule.id } } })}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      {remove.error === null ? null : <TroubleNote error={remove.error} />}
    </Dialog>
  );
}

/** For what a rule counts. */
function useScopeText(): (rule: Rule) => string {
  const t = usePriceWords();
  const desk = useDeskWords();
  const accounts = useAccounts();
  return ({ account_id, platform, category_id, product_id }) => {
    const parts = [
      account_id === null ? null : (accounts.find(({ id }) => id === account_id)?.name ?? `#${account_id}`),
      platform === null ? null : desk.word('platform', platform),
      category_id === null ? null : t('categoryIs', { category: category_id }),
      product_id === null ? null : t('productIs', { id: product_id }),
    ].filter((part) => part !== null);
    return parts.length === 0 ? t('everything') : parts.join(' · ');
  };
}

/** What a rule aims at. */
function useAimText(): (rule: Rule) => string {
  const t = usePriceWords();
  const format = useFormat();
  const currencies = useCurrencies();
  return ({ aim, account_id, platform }) => {
    switch (aim.kind) {
      case 'margin':
        return t('aimMargin', { percent: format.number(aim.percent) });
      case 'markup':
        return t('aimMarkup', { percent: format.number(aim.percent) });
      case 'product_price':
        return t('aimProduct', { percent: format.number(aim.change_percent) });
      case 'fixed':
        return t('aimFixed', {
          price: format.money(
            aim.price,
            account_id !== null
              ? currencies.ofShop(account_id)
              : platform !== null
                ? currencies.ofPlatform(platform)
                : (currencies.all[0] ?? 'KRW'),
          ),
        });
    }
  };
}
