import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.ts';
import { useAccounts } from '../../desk/use-accounts.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useCatalogueWords } from './catalogue-words.ts';
import { ShopTrouble } from './shop-trouble.tsx';

type Outcome = Schema<'PublishAnswer'>['results'][number];

export const STATE_TONES: Readonly<Record<Outcome['state'], Tone>> = {
  ready: 'good',
  queued: 'good',
  waiting: 'info',
  declined: 'danger',
};

/** What publishing would send to a shop, or has sent; and everything that is to be told or put right first. */
export function PublishOutcome({
  product,
  outcome,
}: {
  readonly product: Schema<'Product'>;
  readonly outcome: Outcome;
}) {
  const t = useCatalogueWords();
  const shop = useAccounts().find(({ id }) => id === outcome.account_id);
  const preview = 'preview' in outcome ? outcome.preview : null;
  const command = 'command' in outcome ? outcome.command : null;
  return (
    <Panel
      title={shop?.name ?? String(outcome.account_id)}
      side={<Badge tone={STATE_TONES[outcome.state]}>{t.word('publicationState', outcome.state)}</Badge>}
    >
      <div className="flex flex-col gap-3 px-4 py-3 text-sm">
        {command === null ? null : <p role="status">{command.state_text}</p>}
        {command?.trouble == null ? null : <ShopTrouble trouble={command.trouble} />}
        {outcome.trouble === null ? null : <ShopTrouble trouble={outcome.trouble} />}
        <Faults outcome={outcome} faults={outcome.faults} tone="text-danger" />
        <Faults outcome={outcome} faults={outcome.warnings} tone="text-warn" />
        {preview === null ? null : <Preview product={product} preview={preview} />}
      </div>
    </Panel>
  );
}

/** Each fault leads to where it is put right: the choices for the shop, or the product. */
function Faults({
  outcome,
  faults,
  tone,
}: {
  readonly outcome: Outcome;
  readonly faults: readonly Schema<'PublicationFault'>[];
  readonly tone: string;
}) {
  const t = useCatalogueWords();
  if (faults.length === 0) return null;
  const params = { productId: String(outcome.product_id) };
  const className = 'text-accent underline';
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4">
      {faults.map(({ field, code, message, choices }) => (
        <li key={`${field} ${code} ${message}`}>
          <span className={tone}>{message}</span>{' '}
          {isOfShop(field) ? (
            <Link
              to="/catalogue/$productId/publish"
              params={params}
              search={{ shop: String(outcome.account_id) }}
              className={className}
            >
              {t('fixHere')}
            </Link>
          ) : (
            <Link to="/catalogue/$productId" params={params} className={className}>
              {t('fixInProduct')}
            </Link>
          )}
          {choices === undefined || choices.length === 0 ? null : (
            <span className="block text-soft">
              {t('mayBe', { list: choices.map(({ value, name }) => name ?? value).join(', ') })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const callClass = 'max-h-96 overflow-auto border-t border-line bg-sunken p-3 text-2xs';

/** Whether a fault's field is one of the choices for a shop, and none of the product. */
function isOfShop(field: string): boolean {
  return /^(category_id|attributes|places|quantities|overrides)(\.|\[|$)/.test(field);
}

function Preview({
  product,
  preview: { calls, changes },
}: {
  readonly product: Schema<'Product'>;
  readonly preview: Schema<'PublishPreview'>;
}) {
  const t = useCatalogueWords();
  return (
    <>
      {changes.length > 0 ? (
        <Changes changes={changes} />
      ) : calls.length === 0 ? (
        <p>{t('nothingToSend')}</p>
      ) : (
        <p>{t('newListing', { options: product.skus.length })}</p>
      )}
      {calls.length === 0 ? null : (
        <details>
          <summary className="text-sm text-soft">{t('calls', { count: calls.length })}</summary>
          <div className="flex flex-col gap-2 pt-2">
            {calls.map(({ method, path, body }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same call may be made twice
              <div key={nth} className="rounded-md border border-line">
                <p className="px-3 py-2">
                  <code className="break-all">
                    {method} {path}
                  </code>
                </p>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it */}
                <pre tabIndex={0} className={callClass}>
                  {typeof body === 'string' ? body : JSON.stringify(body, null, 2)}
                </pre>
              </div>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** `option 블랙 / L` is a word of ours and a name of the seller's. */
function changedField(t: ReturnType<typeof useCatalogueWords>, field: string): string {
  const [word = '', ...name] = field.split(' ');
  return [t.word('changed', word.replaceAll('.', '_')), ...name].join(' ');
}

function Changes({ changes }: { readonly changes: Schema<'PublishPreview'>['changes'] }) {
  const t = useCatalogueWords();
  const told = (text: string | null, className: string) => (
    <span className={`block min-w-40 max-w-96 wrap-anywhere ${className}`}>{text ?? '–'}</span>
  );
  return (
    <DataTable
      label={t('changes')}
      rows={changes}
      keyOf={({ field }) => field}
      columns={[
        {
          id: 'field',
          title: t('field'),
          cell: ({ field }) => <span className="font-medium">{changedField(t, field)}</span>,
        },
        { id: 'before', title: t('before'), cell: ({ before }) => told(before, 'text-soft') },
        { id: 'after', title: t('after'), cell: ({ after }) => told(after, '') },
      ]}
    />
  );
}
