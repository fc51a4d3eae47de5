import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/types.ts';
import { useDeskWords } from '../../desk/desk-words.ts';
import { DueClock } from '../../desk/due-clock.tsx';
import { useFormat } from '../../language/format.ts';
import { classNames } from '../../ui/class-names.ts';
import { ClaimKindBadge, ClaimState, useReasonText } from './claim-state.tsx';
import { useClaimWords } from './claim-words.ts';

/** What kind of claim it is, how it stands, why, and by when something must happen. */
export function ClaimFacts({
  claim,
  isWide = false,
}: {
  readonly claim: Schema<'ClaimDetail'>;
  /** Whether there is room for two facts beside each other. */
  readonly isWide?: boolean;
}) {
  const t = useClaimWords();
  const desk = useDeskWords();
  const format = useFormat();
  const reasonText = useReasonText();
  const isOpen = claim.ended_at === null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('shop'), `${desk.word('platform', claim.platform)} · ${claim.account_name}`],
    [t('order'), <OrderLink key="order" claim={claim} />],
    [
      t('number'),
      <span key="number" className="numeric break-all">
        {claim.native_claim_id}
      </span>,
    ],
    [t('requested'), format.moment(claim.requested_at)],
    [t('requestedBy'), claim.requested_by === null ? null : t.word('people', claim.requested_by)],
    [t('reason'), reasonText(claim)],
    [t('buyerSays'), claim.reason_text === reasonText(claim) ? null : claim.reason_text],
    [t('fault'), claim.fault === null ? null : t.word('faults', claim.fault)],
    [t('onHold'), claim.hold === null ? null : (claim.hold.text ?? claim.hold.native_reason ?? t('yes'))],
    [t('ended'), claim.ended_at === null ? null : format.moment(claim.ended_at)],
  ];
  return (
    <div className="flex flex-col gap-3 px-1 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ClaimKindBadge claim={claim} />
        <span className="font-medium">
          <ClaimState claim={claim} />
        </span>
        {isOpen && claim.due_at !== null ? (
          <span className="flex gap-1">
            {claim.due_for === null ? t('due') : t.word('duties', claim.due_for)}{' '}
            <DueClock at={claim.due_at} />
          </span>
        ) : null}
        {isOpen && claim.decides_at !== null ? (
          <span className="text-soft">{t('decidesAt', { at: format.moment(claim.decides_at) })}</span>
        ) : null}
      </div>
      <dl
        className={classNames(
          'grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1',
          isWide && 'lg:grid-cols-[6rem_minmax(0,1fr)_6rem_minmax(0,1fr)]',
        )}
      >
        {facts.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name} className="contents">
              <dt className="text-faint">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

function OrderLink({ claim }: { readonly claim: Schema<'ClaimDetail'> }) {
  if (claim.order_id === null) return <span className="numeric">{claim.native_order_id}</span>;
  return (
    <Link
      to="/orders/$orderId"
      params={{ orderId: String(claim.order_id) }}
      className="numeric text-accent hover:underline"
    >
      {claim.native_order_id}
    </Link>
  );
}
