import { Ruler } from 'lucide-react';
import { useState } from 'react';
import { queries } from '../../api/client.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { useDeskWords } from '../../desk/desk-words.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RowDeeds } from './row-deeds.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { currencyOf, scopeText } from './rule-form.ts';
import { SheetHead } from './sheet-head.tsx';
import type { Currencies } from './use-currencies.ts';

type Rule = Schema<'PriceRule'>;

/** By what prices are made; the narrower rule counts before the wider one. */
export function RulesList({
  currencies,
  onPreview,
}: {
  readonly currencies: Currencies;
  /** Shows what the rules make of prices; absent for who may not see that. */
  readonly onPreview: (() => void) | undefined;
}) {
  const t = usePriceWords();
  const mayChange = useMay('owner');
  const [editing, setEditing] = useState<Rule | 'new' | null>(null);
  const [removing, setRemoving] = useState<Rule | null>(null);
  const scopeOf = useScopeText();
  const aimOf = useAimText(currencies);
  const query = queries.useQuery('get', '/api/v1/price-rules');
  return (
    <div className="flex flex-col gap-3">
      <SheetHead
        hint={t('rulesHint')}
        deed={t('newRule')}
        onDo={mayChange ? () => setEditing('new') : undefined}
      />
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
                      <RowDeeds
                        name={rule.name}
                        onEdit={() => setEditing(rule)}
                        onRemove={() => setRemoving(rule)}
                      />
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
          currencies={currencies}
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
  const remove = queries.useMutation('delete', '/api/v1/price-rules/{id}', {
    onSuccess: onClose,
    onSettled: pricesChanged,
  });
  return (
    <RemoveDialog
      name={rule.name}
      hint={t('removeRuleHint')}
      isBusy={remove.isPending}
      error={remove.error}
      onRemove={() => remove.mutate({ params: { path: { id: rule.id } } })}
      onClose={onClose}
    />
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
function useAimText(currencies: Currencies): (rule: Rule) => string {
  const t = usePriceWords();
  const format = useFormat();
  return (rule) => {
    const { aim } = rule;
    switch (aim.kind) {
      case 'margin':
        return t('aimMargin', { percent: format.number(aim.percent) });
      case 'markup':
        return t('aimMarkup', { percent: format.number(aim.percent) });
      case 'product_price':
        return t('aimProduct', { percent: format.number(aim.change_percent) });
      case 'fixed':
        return t('aimFixed', {
          price: format.money(aim.price, currencyOf(scopeText(rule), currencies)),
        });
    }
  };
}
