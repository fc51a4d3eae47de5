import { useNavigate } from '@tanstack/react-router';
import { PackageOpen } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNextPage } from '../../api/next-page.ts';
import type { Schema } from '../../api/types.ts';
import { ColumnMenu } from '../../desk/column-menu.tsx';
import { OutcomesDrawer } from '../../desk/commands/outcomes-drawer.tsx';
import { DeskTable } from '../../desk/desk-table.tsx';
import { useKeptNames } from '../../desk/kept.ts';
import { ListHead } from '../../desk/lists/list-head.tsx';
import { useListMemory } from '../../desk/lists/list-memory.ts';
import { QuickViews } from '../../desk/lists/quick-views.tsx';
import { WaitingRows } from '../../desk/lists/waiting-rows.tsx';
import { SavedViews } from '../../desk/saved-views.tsx';
import { useSelection } from '../../desk/selection.ts';
import { useShopNames } from '../../desk/shop-name.tsx';
import { Page } from '../../frame/page.tsx';
import { useKeys } from '../../frame/use-keys.ts';
import { useMay } from '../../session/me.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { NarrowClaim, USUALLY_HIDDEN, useClaimColumns } from './claim-columns.tsx';
import { ClaimDrawer } from './claim-drawer.tsx';
import { ClaimFilters, QUICK } from './claim-filters.tsx';
import { verbsFor } from './claim-verbs.ts';
import { useClaimWords } from './claim-words.ts';
import { type ClaimsSearch, readClaimsSearch } from './claims-search.ts';
import { useClaims } from './use-claims.ts';
import { useDeciding } from './use-deciding.ts';

type Claim = Schema<'ListedClaim'>;

// The same from one drawing to the next: rows that have not changed are not drawn again.
const keyOf = ({ id }: Claim) => id;

/** Cancels, returns and exchanges of all shops, what can be done with each, and decisions on many at once. */
export function ClaimsPage({ search }: { readonly search: ClaimsSearch }) {
  const t = useClaimWords();
  const navigate = useNavigate();
  const { query, rows, hasNews, startOver, refresh } = useClaims(search);
  const { hasMore, onEnd, retry } = useNextPage(query);
  useListMemory('/claims', search);
  const selection = useSelection();
  const columns = useClaimColumns();
  const shopName = useShopNames();
  const narrow = useCallback(
    (claim: Claim) => <NarrowClaim claim={claim} shop={shopName(claim.platform, claim.account_name)} />,
    [shopName],
  );
  const [hidden, setHidden] = useKeptNames('claims.hidden', USUALLY_HIDDEN);
  const [shown, setShown] = useState<number | null>(null);
  const mayAct = useMay('staff');
  const deciding = useDeciding(selection, rows);
  const go = (next: ClaimsSearch) => navigate({ to: '/claims', search: readClaimsSearch({ ...next }) });
  const { clear } = selection;
  // What was selected in another list is not in sight any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what the address says, also on the way back
  useEffect(clear, [search]);
  const selected = useMemo(() => rows.filter(({ id }) => selection.has(id)), [rows, selection]);
  const verbs = verbsFor(selected);
  const hasSelection = mayAct && selected.length > 0;
  const mayApprove = verbs.some(([verb]) => verb === 'approve');
  useKeys({
    ...(hasSelection && mayApprove ? { a: () => deciding.ask('approve') } : {}),
    r: refresh,
  });
  const shownColumns = useMemo(() => columns.filter(({ id }) => !hidden.includes(id)), [columns, hidden]);
  const open = useCallback(({ id }: Claim) => setShown(id), []);
  return (
    <Page
      title={t('title')}
      fill
      side={
        <>
          <SavedViews
            place="claims"
            search={new URLSearchParams({ ...search }).toString()}
            onOpen={(text) => go(readClaimsSearch(Object.fromEntries(new URLSearchParams(text))))}
          />
          <ColumnMenu columns={columns} hidden={hidden} onHide={setHidden} />
        </>
      }
    >
      <ListHead
        views={
          <QuickViews
            views={QUICK}
            labelOf={(name) => t.word('quickViews', name)}
            search={search}
            onGo={go}
          />
        }
        count={query.isPending ? '' : t(query.hasNextPage ? 'atLeast' : 'count', { count: rows.length })}
        news={hasNews ? { label: t('news'), startOver } : null}
        error={query.error}
        onRetry={retry}
      >
        <ClaimFilters search={search} onGo={go} />
      </ListHead>
      {query.isPending ? <WaitingRows /> : null}
      {query.data === undefined ? null : (
        <DeskTable
          label={t('title')}
          columns={shownColumns}
          rows={rows}
          keyOf={keyOf}
          narrow={narrow}
          {...(mayAct ? { selection } : {})}
          onOpen={open}
          hasMore={hasMore}
          onEnd={onEnd}
          empty={<NoClaims isNarrowed={Object.keys(search).length > 0} onAll={() => go({})} />}
        />
      )}
      {hasSelection ? (
        <BulkBar count={selected.length} verbs={verbs} onVerb={deciding.ask} onClear={selection.clear} />
      ) : null}
      {deciding.verb === null ? null : (
        <BulkDialog
          verb={deciding.verb}
          claims={selected}
          isBusy={deciding.isBusy}
          error={deciding.error}
          onSend={deciding.send}
          onClose={() => deciding.ask(null)}
        />
      )}
      {deciding.decided === null ? null : (
        <OutcomesDrawer
          title={t('outcome', { verb: t.word('verbs', deciding.decided.verb) })}
          rows={deciding.decided.rows}
          onClose={deciding.closeOutcome}
        />
      )}
      {shown === null ? null : <ClaimDrawer id={shown} onClose={() => setShown(null)} />}
    </Page>
  );
}

function NoClaims({ isNarrowed, onAll }: { readonly isNarrowed: boolean; onAll(): void }) {
  const t = useClaimWords();
  return isNarrowed ? (
    <EmptyState
      icon={<PackageOpen />}
      title={t('noneFound')}
      action={<Button onClick={onAll}>{t('showAll')}</Button>}
    >
      {t('noneFoundHint')}
    </EmptyState>
  ) : (
    <EmptyState icon={<PackageOpen />} title={t('none')}>
      {t('noneHint')}
    </EmptyState>
  );
}
