import type { Schema } from '../../api/types.ts';
import { BackLink } from '../../desk/lists/back-link.tsx';
import { NativeDocuments } from '../../desk/native-documents.tsx';
import { WaitingSheet } from '../../desk/waiting-sheet.tsx';
import { Page } from '../../frame/page.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { ClaimConflict } from './claim-conflict.tsx';
import { ClaimContact } from './claim-contact.tsx';
import { ClaimDeeds } from './claim-deeds.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClaimMoney } from './claim-money.tsx';
import { ClaimParcels } from './claim-parcels.tsx';
import { ClaimTimeline } from './claim-timeline.tsx';
import { useClaimWords } from './claim-words.ts';
import { useClaim } from './use-claims.ts';

/** Everything known of one claim, and what can be done with it. */
export function ClaimPage({ id }: { readonly id: number }) {
  const t = useClaimWords();
  const { data: claim, error, refetch } = useClaim(id);
  return (
    <Page
      title={claim === undefined ? t('claim') : `${t.word('kinds', claim.kind)} ${claim.native_order_id}`}
    >
      <div className="flex flex-col gap-4 px-4">
        <BackLink to="/claims">{t('title')}</BackLink>
        {error === null ? null : <TroubleNote error={error} onRetry={() => refetch()} />}
        {claim === undefined ? error === null ? <WaitingSheet /> : null : <Sheet claim={claim} />}
      </div>
    </Page>
  );
}

function Sheet({ claim }: { readonly claim: Schema<'ClaimDetail'> }) {
  const t = useClaimWords();
  return (
    <>
      <ClaimFacts claim={claim} isWide />
      <ClaimConflict claim={claim} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ClaimLines claim={claim} />
          <ClaimTimeline claim={claim} />
          <NativeDocuments title={t('native')} documents={[{ key: 'claim', native: claim.native }]} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 max-lg:order-first">
          <ClaimDeeds claim={claim} />
          <ClaimMoney claim={claim} />
          {claim.kind === 'cancel' ? null : <ClaimParcels claim={claim} />}
          <ClaimContact claim={claim} />
        </div>
      </div>
    </>
  );
}
