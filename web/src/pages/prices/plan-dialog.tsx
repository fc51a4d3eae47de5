import { queries } from '../../api/client.ts';
import { keysetPages } from '../../api/keyset.ts';
import type { Schema } from '../../api/types.ts';
import { Answered } from '../../desk/answered.tsx';
import { CommandState } from '../../desk/commands/command-state.tsx';
import { RowLink } from '../../desk/row-link.tsx';
import { useAccounts } from '../../desk/use-accounts.ts';
import { useFormat } from '../../language/format.ts';
import { useMay } from '../../session/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { PlanBadge } from './plans-list.tsx';
import { usePriceWords } from './price-words.ts';
import { pricesChanged } from './prices-changed.ts';

type Plan = Schema<'Plan'>;
type Item = Schema<'PlanItem'>;

const AGAIN_MS = 1_000;

function isAtWork(plan: Plan | undefined): boolean {
  return plan?.state === 'preparing' || plan?.state === 'confirmed';
}

/** Read, or on its way to the marketplace. */
function isMoving({ state, command }: Item): boolean {
  if (state === 'waiting') return true;
  const sent = command?.state ?? null;
  return state === 'ordered' && (sent === 'pending' || sent === 'sending' || sent === 'unknown');
}

/** A change of many prices: what it would do, how far it has come, and the way back. */
export function PlanDialog({
  plan,
  onOpen,
  onClose,
}: {
  readonly plan: number;
  onOpen(plan: number): void;
  onClose(): void;
}) {
  const t = usePriceWords();
  const path = { id: plan };
  const query = queries.useQuery(
    'get',
    '/api/v1/plans/{id}',
    { params: { path } },
    { refetchInterval: ({ state }) => (isAtWork(state.data) ? AGAIN_MS : false) },
  );
  const confirm = queries.useMutation('post', '/api/v1/plans/{id}/confirm', { onSettled: pricesChanged });
  const cancel = queries.useMutation('delete', '/api/v1/plans/{id}', { onSettled: pricesChanged });
  const undo = queries.useMutation('post', '/api/v1/plans/{id}/undo', {
    onSuccess: ({ id }) => onOpen(id),
    onSettled: pricesChanged,
  });
  const mayAct = useMay('staff');
  const error = confirm.error ?? cancel.error ?? undo.error;
  const seen = query.data;
  const may = mayAct ? (seen?.may ?? []) : [];
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={t('planNumber', { id: plan })}
      description={seen?.state_text ?? ''}
      footer={
        may.length === 0 || seen === undefined ? undefined : (
          <>
            {may.includes('undo') ? (
              <Button busy={undo.isPending} onClick={() => undo.mutate({ params: { path } })}>
                {t('undo')}
              </Button>
            ) : null}
            {may.includes('cancel') ? (
              <Button busy={cancel.isPending} onClick={() => cancel.mutate({ params: { path } })}>
                {t('cancelPlan')}
              </Button>
            ) : null}
            {may.includes('confirm') ? (
              <Button
                look="primary"
                busy={confirm.isPending}
                onClick={() => confirm.mutate({ params: { path }, body: { version: seen.version } })}
              >
                {t('confirmPlan', { count: seen.items.planned })}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {error === null ? null : <TroubleNote error={error} />}
        <Answered query={query} height="h-72">
          {(shown) => (
            <>
              <p role="status" className="flex flex-wrap items-center gap-2 text-sm">
                <PlanBadge state={shown.state} />
                <span className="text-soft">{t('planCounts', { ...shown.items })}</span>
              </p>
              <progress
                aria-label={t('progress')}
                value={shown.progress.done}
                max={Math.max(shown.progress.total, 1)}
                className="h-1.5 w-full appearance-none overflow-hidden rounded [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
              />
              {shown.trouble === null ? null : (
                <p className="text-sm text-danger">
                  {shown.trouble.title} {shown.trouble.detail}
                </p>
              )}
              <Items plan={shown} />
            </>
          )}
        </Answered>
      </div>
    </Dialog>
  );
}

/** Things of the plan, one by one; asked for anew until all of them are settled. */
function Items({ plan }: { readonly plan: Plan }) {
  const t = usePriceWords();
  const format = useFormat();
  const accounts = useAccounts();
  const query = queries.useInfiniteQuery(
    'get',
    '/api/v1/plans/{id}/items',
    { params: { path: { id: plan.id }, query: { limit: 100 } } },
    {
      ...keysetPages,
      refetchInterval: ({ state }) =>
        isAtWork(plan) || state.data?.pages.some(({ items }) => items.some(isMoving)) === true
          ? AGAIN_MS * 2
          : false,
    },
  );
  const money = (
    values: { readonly price: number | null; readonly currency: string | null } | null | undefined,
  ) =>
    values === null || values === undefined || values.price === null
      ? '–'
      : values.currency === null
        ? format.number(values.price)
        : format.money(values.price, values.currency);
  return (
    <>
      <Answered query={query} height="h-48">
        {({ pages }) => (
          <DataTable
            label={t('items')}
            rows={pages.flatMap(({ items }) => items)}
            keyOf={({ position }) => position}
            columns={[
              {
                id: 'item',
                title: t('itemNumber'),
                cell: ({ offer }) => (
                  <span className="flex flex-col">
                    {accounts.find(({ id }) => id === offer?.account_id)?.name ?? '–'}
                    <span className="numeric text-2xs text-faint">{offer?.native_item_id}</span>
                  </span>
                ),
              },
              { id: 'before', title: t('before'), align: 'right', cell: ({ offer }) => money(offer?.before) },
              {
                id: 'after',
                title: t('after'),
                align: 'right',
                cell: ({ offer }) => <span className="font-semibold">{money(offer?.after)}</span>,
              },
              { id: 'state', title: t('state'), cell: (item) => <ItemState item={item} /> },
            ]}
          />
        )}
      </Answered>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function ItemState({ item }: { readonly item: Item }) {
  const t = usePriceWords();
  const { state, command, declined, flags } = item;
  const sent = state === 'ordered' ? (command?.state ?? null) : null;
  return (
    <span className="flex min-w-36 flex-col items-start gap-1">
      {sent === null ? (
        <Badge tone={state === 'declined' || state === 'stale' ? 'danger' : 'plain'}>
          {t.word('itemState', state)}
        </Badge>
      ) : (
        <CommandState state={sent} />
      )}
      {sent === 'refused' || sent === 'dead' || sent === 'partial' ? (
        <RowLink href="/sync?tab=commands&state=failed" className="text-2xs text-accent hover:underline">
          {t('whyFailed')}
        </RowLink>
      ) : null}
      {declined === null ? null : <span className="text-2xs text-danger">{declined.detail}</span>}
      {flags.map(({ code, text }) => (
        <span key={code} className="text-2xs text-warn">
          {text}
        </span>
      ))}
    </span>
  );
}
