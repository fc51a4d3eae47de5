import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.tsx';
import { Drawer } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { ClaimConflict } from './claim-conflict.tsx';
import { ClaimDeeds } from './claim-deeds.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClaimMoney } from './claim-money.tsx';
import { useClaimWords } from './claim-words.ts';
import { useClaim } from './use-claims.ts';

/** A claim beside its list: what it is about and what can be done now. */
export function ClaimDrawer({ id, onClose }: { readonly id: number; onClose(): void }) {
  const t = useClaimWords();
  const { data: claim, error, refetch } = useClaim(id);
  return (
    <Drawer
      open
      onClose={onClose}
      title={claim === undefined ? t('claim') : `${t.word('kinds', claim.kind)} ${claim.native_order_id}`}
    >
      <div className="flex flex-col gap-3">
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {claim === undefined ? (
          error === null ? (
            <Skeleton className="h-96" />
          ) : null
        ) : (
          <>
            <ClaimFacts claim={claim} />
            <ClaimConflict claim={claim} />
            <ClaimDeeds claim={claim} />
            <ClaimLines claim={claim} />
            <ClaimMoney claim={claim} />
            <Link
              to="/claims/$claimId"
              params={{ claimId: String(claim.id) }}
              className={buttonClass('plain')}
            >
              {t('wholePage')}
            </Link>
          </>
        )}
      </div>
    </Drawer>
  );
}
