import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Schema } from '../../api/types.ts';
import type { Column } from '../../desk/desk-table.tsx';
import { DueClock } from '../../desk/due-clock.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { ShopText, useShopNames } from '../../desk/shop-name.tsx';
import { useFormat } from '../../language/format.ts';
import { ClaimKindBadge, ClaimState, useReasonText } from './claim-state.tsx';
import { VERB_OF } from './claim-verbs.ts';
import { useClaimWords } from './claim-words.ts';

type Claim = Schema<'ListedClaim'>;

/** Columns that are hidden until somebody wants them. */
export const USUALLY_HIDDEN = ['order', 'requested', 'decides'];

/** Every column the claims desk can show. */
export function useClaimColumns(): readonly Column<Claim>[] {
  const t = useClaimWords();
  const format = useFormat();
  const shopName = useShopNames();
  return useMemo(
    () => [
      { id: 'kind', title: t('kind'), width: '6rem', cell: (claim) => <Kind claim={claim} /> },
      { id: 'state', title: t('state'), width: '6rem', cell: (claim) => <ClaimState claim={claim} /> },
      { id: 'due', title: t('due'), width: '6.5rem', cell: (claim) => <Due claim={claim} /> },
      { id: 'can', title: t('canNow'), width: '10rem', cell: (claim) => <CanNow claim={claim} /> },
      {
        id: 'shop',
        title: t('shop'),
        width: '6.5rem',
        cell: ({ platform, account_name }) => (
          <ShopText platform={platform} name={account_name} shown={shopName(platform, account_name)} />
        ),
      },
      {
        id: 'order',
        title: t('order'),
        width: '11.5rem',
        cell: ({ order_id, native_order_id }) =>
          order_id === null ? (
            <span className="numeric">{native_order_id}</span>
          ) : (
            <RowLink href={`/orders/${order_id}`} className="numeric text-accent hover:underline">
              {native_order_id}
            </RowLink>
          ),
      },
      {
        id: 'product',
        title: t('product'),
        width: 'minmax(9rem, 1fr)',
        cell: (claim) => <Products claim={claim} />,
      },
      {
        id: 'reason',
        title: t('reason'),
        width: '11rem',
        cell: (claim) => <Reason claim={claim} />,
      },
      {
        id: 'fault',
        title: t('fault'),
        width: '4.5rem',
        cell: ({ fault }) => (fault === null ? '–' : t.word('faults', fault)),
      },
      {
        id: 'fee',
        title: t('fee'),
        width: '6rem',
        align: 'right',
        cell: ({ fee }) => (
          <span className="numeric">
            {fee === null
              ? '–'
              : fee.currency === null
                ? format.number(fee.amount)
                : format.money(fee.amount, fee.currency)}
          </span>
        ),
      },
      {
        id: 'number',
        title: t('number'),
        width: '9.5rem',
        cell: ({ id, native_claim_id }) => (
          <RowLink href={`/claims/${id}`} className="numeric text-accent hover:underline">
            {native_claim_id}
          </RowLink>
        ),
      },
      {
        id: 'requested',
        title: t('requested'),
        width: '8.5rem',
        cell: ({ requested_at }) => <span className="numeric text-soft">{format.moment(requested_at)}</span>,
      },
      {
        id: 'decides',
        title: t('decides'),
        width: '8.5rem',
        cell: ({ decides_at }) => (
          <span className="numeric text-soft">{decides_at === null ? '–' : format.moment(decides_at)}</span>
        ),
      },
    ],
    [t, format, shopName],
  );
}

function Kind({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  return (
    <span className="flex items-center gap-1">
      <ClaimKindBadge claim={claim} />
      {claim.conflict === null || claim.conflict.resolved_at !== null ? null : (
        <TriangleAlert role="img" aria-label={t('toResolve')} className="size-4 shrink-0 text-warn" />
      )}
    </span>
  );
}

/** By when the seller must do something, as long as the claim goes on. */
function Due({ claim }: { readonly claim: Claim }) {
  return <DueClock at={claim.ended_at === null ? claim.due_at : null} />;
}

function Reason({ claim }: { readonly claim: Claim }) {
  const reasonText = useReasonText();
  // Marketplaces often repeat their reason as what the buyer says.
  const text = [...new Set([reasonText(claim), claim.reason_text])].filter(Boolean).join(' · ');
  return <span title={text}>{text === '' ? '–' : text}</span>;
}

function CanNow({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  const names = claim.can.map((action) => t.word('verbs', VERB_OF[action])).join(', ');
  return (
    <span title={names} className={names === '' ? 'text-faint' : ''}>
      {names === '' ? (claim.ended_at === null ? t('onlyWait') : '–') : names}
    </span>
  );
}

function Products({ claim }: { readonly claim: Claim }) {
  const t = useClaimWords();
  const [first, ...others] = claim.lines;
  const name = first?.product_name ?? first?.native_item_id ?? claim.native_order_id;
  return (
    <span title={name}>
      {name}
      {others.length === 0 ? null : (
        <span className="text-faint"> {t('andMore', { count: others.length })}</span>
      )}
    </span>
  );
}

/** A claim in three short lines, for phones. */
export function NarrowClaim({ claim, shop }: { readonly claim: Claim; readonly shop: string }) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <Kind claim={claim} />
        <span className="min-w-0 flex-1 truncate text-2xs text-soft">
          <ClaimState claim={claim} /> ·{' '}
          <ShopText platform={claim.platform} name={claim.account_name} shown={shop} />
        </span>
        <Due claim={claim} />
      </div>
      <div className="truncate">
        <Products claim={claim} />
      </div>
      <div className="flex gap-2 text-2xs text-soft">
        <span className="min-w-0 flex-1 truncate">
          <Reason claim={claim} />
        </span>
        <RowLink
          href={`/claims/${claim.id}`}
          className="numeric max-w-1/2 truncate text-accent hover:underline"
        >
          {claim.native_claim_id}
        </RowLink>
      </div>
    </div>
  );
}
