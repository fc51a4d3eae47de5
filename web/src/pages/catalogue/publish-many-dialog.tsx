import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schema } from '../../api/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { STATE_TONES } from './publish-outcome.tsx';
import { type Outcome, type Trial, usePublishMany, type Wish } from './use-publish-many.ts';
import { usePublishingShops } from './use-publishing-shops.ts';

type Product = Schema<'Product'>;

/** One dry run each: more would keep marketplaces and people waiting. */
const MOST = 50;

/** Puts many products on sale: first what each shop would take and what lacks, then the sending of what is ready. */
export function PublishManyDialog({
  products,
  onClose,
  onSent,
}: {
  readonly products: readonly Product[];
  onClose(): void;
  onSent(): void;
}) {
  const t = useCatalogueWords();
  const shops = usePublishingShops();
  // What was selected stays, also when the table behind changes.
  const [asked] = useState(products);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = shops.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const { trial, ask, forget, stop } = usePublishMany();
  const { isUnderWay, isSent } = trial;
  const ready = isUnderWay || isSent ? [] : readyOf(trial);
  const count = ready.reduce((sum, { shops: into }) => sum + into.length, 0);
  const [sent, setSent] = useState<readonly Wish[]>([]);
  const answered = trial.results.size + trial.errors.size;
  const isTried = trial.results.size > 0 || trial.errors.size > 0 || isUnderWay;
  const tooMany = asked.length > MOST;
  const isSending = isSent && isUnderWay;
  return (
    <Dialog
      open
      // What was not sent yet would be left behind without a word.
      onClose={isSending ? () => undefined : onClose}
      width="wide"
      title={t('publishMany', { count: asked.length })}
      description={t('publishManyHint')}
      footer={
        <>
          {isSending ? (
            <Button onClick={stop}>{t('stopSending')}</Button>
          ) : (
            <Button onClick={onClose}>{t(isSent ? 'done' : 'close')}</Button>
          )}
          {isSent ? null : (
            <Button
              look={count === 0 ? 'primary' : 'plain'}
              busy={isUnderWay}
              disabled={chosen.length === 0 || tooMany}
              onClick={() =>
                ask(
                  asked.map(({ id }) => ({ product: id, shops: chosen })),
                  true,
                )
              }
            >
              {t('tryFirst')}
            </Button>
          )}
          {isSent || count === 0 ? null : (
            <Button
              look="primary"
              onClick={() => {
                setSent(ready);
                ask(ready, false);
                onSent();
              }}
            >
              {t('sendReady', { count })}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {tooMany ? (
          <p role="alert" className="text-sm text-danger">
            {t('tooManyAtOnce', { count: MOST })}
          </p>
        ) : null}
        {shops.length === 0 ? <p className="text-sm text-soft">{t('noShopTakes')}</p> : null}
        <fieldset className="flex flex-wrap gap-x-4 gap-y-2" disabled={isSent || isUnderWay}>
          <legend className="mb-1.5 text-sm font-medium">{t('intoShops')}</legend>
          {shops.map(({ id, name }) => (
            <label key={id} className="flex items-center gap-2 text-sm" htmlFor={`into-${id}`}>
              <Checkbox
                id={`into-${id}`}
                label={name}
                checked={!left.has(id)}
                onCheck={(checked) => {
                  const next = new Set(left);
                  if (checked) next.delete(id);
                  else next.add(id);
                  setLeft(next);
                  // What was shown is no longer what would be sent.
                  forget();
                }}
              />
              <span aria-hidden="true">{name}</span>
            </label>
          ))}
        </fieldset>
        {isTried ? (
          <>
            <p role="status" className="text-sm text-soft">
              {t(
                isUnderWay
                  ? isSent
                    ? 'sendingSoFar'
                    : 'triedSoFar'
                  : isSent
                    ? answered < sent.length
                      ? 'sentPart'
                      : 'sentAll'
                    : 'triedAll',
                {
                  done: answered,
                  all: isSent ? sent.length : asked.length,
                  ready: count,
                },
              )}
            </p>
            <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
              {asked.map((product) => (
                <ProductLine key={product.id} product={product} trial={trial} />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function readyOf({ results }: Trial): readonly Wish[] {
  return [...results].flatMap(([product, outcomes]) => {
    const shops = outcomes.flatMap(({ state, account_id }) => (state === 'ready' ? [account_id] : []));
    return shops.length === 0 ? [] : [{ product, shops }];
  });
}

function ProductLine({ product, trial }: { readonly product: Product; readonly trial: Trial }) {
  const results = trial.results.get(product.id);
  const error = trial.errors.get(product.id);
  // Of what was not ready, or was stopped before it was its turn, nothing was sent.
  if (results === undefined && error === undefined && (trial.isSent || !trial.isUnderWay)) return null;
  return (
    <li className="flex flex-col gap-1 px-3 py-2 text-sm">
      <span className="font-medium">{product.name}</span>
      {error === undefined ? null : <TroubleNote error={error} />}
      {results === undefined && error === undefined ? <Spinner /> : null}
      {results?.map((outcome) => (
        <ShopLine key={outcome.account_id} outcome={outcome} />
      ))}
    </li>
  );
}

function ShopLine({ outcome }: { readonly outcome: Outcome }) {
  const t = useCatalogueWords();
  const shop = usePublishingShops().find(({ id }) => id === outcome.account_id);
  const command = 'command' in outcome ? outcome.command : null;
  const trouble = command?.trouble ?? outcome.trouble;
  const told = [...outcome.faults, ...outcome.warnings];
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 max-sm:grid-cols-1">
      <span className="truncate text-soft">{shop?.name ?? outcome.account_id}</span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <span>
          <Badge tone={command?.trouble == null ? STATE_TONES[outcome.state] : 'danger'}>
            {command?.state_text ?? t.word('publicationState', outcome.state)}
          </Badge>
        </span>
        {trouble == null ? null : (
          <span className="text-danger">
            {trouble.detail} {trouble.todo}
          </span>
        )}
        {told.map(({ field, code, message }) => (
          <span key={`${field} ${code} ${message}`} className="text-soft">
            {message}
          </span>
        ))}
        {outcome.faults.length === 0 ? null : (
          <Link
            to="/catalogue/$productId/publish"
            params={{ productId: String(outcome.product_id) }}
            search={{ shop: String(outcome.account_id) }}
            className="self-start text-accent hover:underline"
          >
            {t('fixThere')}
          </Link>
        )}
      </div>
    </div>
  );
}
