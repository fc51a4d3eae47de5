import { Link } from '@tanstack/react-router';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { useSelection } from '../../desk/selection.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Page } from '../../frame/page.tsx';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { forgetLinks, LinkDialog } from './link-dialog.tsx';
import { useListingWords } from './listing-words.ts';

type Item = Schema<'UnlinkedItem'>;
type Proposal = Schema<'LinkProposal'>;

const PAGE = 50;
/** From here on a proposal counts as sure enough to be taken in bulk. */
const SURE = 0.9;
const LIKELY = 0.7;

/** What is on sale and linked to nothing, with what it may be; and what is linked so that it will hurt. */
export function LinksPage({ shop, onShop }: { readonly shop: number | null; onShop(shop: string): void }) {
  const t = useListingWords();
  const mayAct = useMay('staff');
  const shops = useAccounts();
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/listing-links/proposals',
    { params: { query: { limit: PAGE, ...(shop === null ? {} : { account_id: shop }) } } },
    keysetPages,
  );
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [linking, setLinking] = useState<Item | null>(null);
  const accepting = useAccepting(shop);
  const { selection } = accepting;
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  return (
    <Page
      title={t('linkQueue')}
      side={
        mayAct && items.length > 0 ? (
          <Button look="primary" busy={accepting.isBusy} onClick={accepting.acceptSure}>
            {t('acceptSure')}
          </Button>
        ) : null
      }
    >
      <div className="flex flex-col gap-4 px-4">
        <Link to="/listings" className="flex items-center gap-1 self-start text-sm text-soft hover:text-ink">
          <ArrowLeft className="size-4" aria-hidden="true" />
          {t('title')}
        </Link>
        <p className="text-sm text-soft">{t('queueHint')}</p>
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          <Select
            label={t('shop')}
            value={shop === null ? '' : String(shop)}
            onChoose={onShop}
            choices={[
              { value: '', label: t('everyShop') },
              ...shops.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          {selection.size === 0 ? null : (
            <>
              <span role="status" className="text-sm">
                {t('selected', { count: selection.size })}
              </span>
              <Button busy={accepting.isBusy} onClick={() => accepting.accept([...selection.keys])}>
                {t('acceptSelected')}
              </Button>
              <Button look="quiet" onClick={selection.clear}>
                {t('clearSelection')}
              </Button>
            </>
          )}
        </div>
        {accepting.error === null ? null : <TroubleNote error={accepting.error} />}
        {query.error === null ? null : <TroubleNote error={query.error} onRetry={() => query.refetch()} />}
        {query.isPending ? (
          <div aria-busy="true">
            <Skeleton className="h-72" />
          </div>
        ) : null}
        {query.data !== undefined && items.length === 0 ? (
          <EmptyState icon={<CircleCheck />} title={t('allLinked')}>
            {t('allLinkedHint')}
          </EmptyState>
        ) : null}
        {items.length === 0 ? null : (
          <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
            {items.map((item) => (
              <UnlinkedRow
                key={item.listing_item_id}
                item={item}
                shop={names.get(item.account_id) ?? ''}
                mayAct={mayAct}
                isSelected={selection.has(item.listing_item_id)}
                isBusy={accepting.isBusy}
                onSelect={() => selection.toggle(item.listing_item_id)}
                onAccept={() => accepting.accept([item.listing_item_id])}
                onChoose={() => setLinking(item)}
              />
            ))}
          </ul>
        )}
        {query.hasNextPage ? (
          <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
        <Clashes />
      </div>
      {linking === null ? null : (
        <LinkDialog
          item={linking.listing_item_id}
          name={nameOf(linking)}
          parts={linking.proposals[0]?.parts ?? []}
          onClose={() => setLinking(null)}
        />
      )}
    </Page>
  );
}

/** Takes proposals: those named, or all that are sure. */
function useAccepting(shop: number | null) {
  const t = useListingWords();
  const selection = useSelection();
  const accept = queries.useMutation('post', '/api/v1/listing-links/proposals/accept', {
    onSuccess: ({ linked, left }) => {
      forgetLinks();
      selection.clear();
      showToast({
        tone: linked > 0 ? 'good' : 'plain',
        title: t('accepted', { count: linked }),
        detail: left === 0 ? undefined : t('acceptedLeft', { count: left }),
      });
    },
  });
  return {
    selection,
    isBusy: accept.isPending,
    error: accept.error,
    accept: (ids: readonly number[]) => accept.mutate({ body: { listing_item_ids: [...ids] } }),
    acceptSure: () =>
      accept.mutate({
        body: { min_confidence: SURE, ...(shop === null ? {} : { account_id: shop }) },
      }),
  };
}

function nameOf({ name, option_values }: Item): string {
  return [name, ...option_values].join(' / ');
}

function UnlinkedRow({
  item,
  shop,
  mayAct,
  isSelected,
  isBusy,
  onSelect,
  onAccept,
  onChoose,
}: {
  readonly item: Item;
  readonly shop: string;
  readonly mayAct: boolean;
  readonly isSelected: boolean;
  readonly isBusy: boolean;
  onSelect(): void;
  onAccept(): void;
  onChoose(): void;
}) {
  const t = useListingWords();
  const [best, ...others] = item.proposals;
  return (
    <li className="flex items-start gap-3 px-3 py-2.5 text-sm">
      {mayAct ? (
        <Checkbox
          label={t('selectItem', { name: nameOf(item) })}
          checked={isSelected}
          disabled={best === undefined}
          onCheck={onSelect}
          className="mt-1 shrink-0"
        />
      ) : null}
      <div className="grid min-w-0 flex-1 gap-x-4 gap-y-1 md:grid-cols-2">
        <div className="min-w-0">
          <Link
            to="/listings/$listingId"
            params={{ listingId: String(item.listing_id) }}
            className="text-accent hover:underline"
          >
            {nameOf(item)}
          </Link>
          <p className="text-2xs text-faint">
            {[shop, item.seller_sku, item.barcode].filter(Boolean).join(' · ')}
          </p>
          {item.unlinked_by === null ? null : <p className="text-2xs text-warn">{t('unlinkedByHand')}</p>}
        </div>
        <div className="min-w-0">
          {best === undefined ? (
            <p className="text-soft">{t('noProposal')}</p>
          ) : (
            <ProposalLine proposal={best} />
          )}
          {others.length === 0 ? null : (
            <details>
              <summary className="text-2xs text-soft">
                {t('otherProposals', { count: others.length })}
              </summary>
              {others.map((one) => (
                <ProposalLine key={one.parts.map(({ sku_id }) => sku_id).join()} proposal={one} />
              ))}
            </details>
          )}
          {mayAct ? (
            <div className="mt-1 flex flex-wrap gap-2">
              {best === undefined ? null : (
                <Button size="small" disabled={isBusy} onClick={onAccept}>
                  {t('accept')}
                </Button>
              )}
              <Button size="small" look="quiet" onClick={onChoose}>
                {t('chooseOther')}
              </Button>
            </div>
          ) : null}
        </div>
      </div>
    </li>
  );
}

/** What an item may be, how sure that is, and why. */
function ProposalLine({ proposal: { parts, confidence, detail } }: { readonly proposal: Proposal }) {
  const format = useFormat();
  const tone: Tone = confidence >= SURE ? 'good' : confidence >= LIKELY ? 'info' : 'warn';
  return (
    <div className="min-w-0 py-0.5">
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge tone={tone}>{format.percent(confidence)}</Badge>
        {parts.map(({ sku_id, sku_code, product_name, option_values, quantity }) => (
          <span key={sku_id}>
            <strong className="font-medium">{sku_code}</strong> {[product_name, ...option_values].join(' / ')}
            {quantity === 1 ? '' : ` × ${quantity}`}
          </span>
        ))}
      </p>
      <p className="text-2xs text-soft">{detail}</p>
    </div>
  );
}

function Clashes() {
  const t = useListingWords();
  const { data, error, refetch, hasNextPage, fetchNextPage } = queries.useInfiniteQuery(
    'get',
    '/api/v1/listing-links/clashes',
    { params: { query: { limit: PAGE } } },
    keysetPages,
  );
  const clashes = data?.pages.flatMap((page) => page.clashes) ?? [];
  if (clashes.length === 0 && error === null) return null;
  return (
    <Panel title={t('clashes')}>
      <div className="flex flex-col px-4 py-2 text-sm">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        <ul className="flex flex-col divide-y divide-line">
          {clashes.map(({ kind, key, detail }) => (
            <li key={`${kind} ${key}`} className="flex flex-wrap items-center gap-2 py-2">
              <Badge tone="warn">{t.word('clash', kind)}</Badge>
              <span className="min-w-60 flex-1">{detail}</span>
            </li>
          ))}
        </ul>
        {hasNextPage ? (
          <Button look="quiet" onClick={() => fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}
