import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useListingWords } from './listing-words.ts';
import { ProposalLine } from './proposal-line.tsx';

type Item = Schema<'UnlinkedItem'>;

/** An item by its listing's name and its options. */
export function nameOf({ name, option_values }: Item): string {
  return [name, ...option_values].join(' / ');
}

/** Something on sale that is linked to nothing, and what it may be. */
export function UnlinkedRow({
  item,
  shop,
  mayAct,
  isSelected,
  isBusy,
  onSelect,
  onAccept,
  onChoose,
  onMake,
}: {
  readonly item: Item;
  readonly shop: string;
  readonly mayAct: boolean;
  readonly isSelected: boolean;
  readonly isBusy: boolean;
  onSelect(): void;
  onAccept(): void;
  onChoose(): void;
  onMake(): void;
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
        <div className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-1">
          <div className="min-w-52 flex-1">
            {best === undefined ? (
              <p className="py-0.5 text-soft">{t('noProposal')}</p>
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
          </div>
          {mayAct ? (
            <div className="flex shrink-0 gap-2">
              {best === undefined ? null : (
                <Button size="small" disabled={isBusy} onClick={onAccept}>
                  {t('accept')}
                </Button>
              )}
              <Button size="small" look={best === undefined ? 'plain' : 'quiet'} onClick={onChoose}>
                {t('chooseOther')}
              </Button>
              {best === undefined ? (
                <Button size="small" onClick={onMake}>
                  {t('makeOne')}
                </Button>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
    </li>
  );
}
