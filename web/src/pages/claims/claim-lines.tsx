import type { Schema } from '../../api/types.ts';
import { Panel } from '../../ui/panel.tsx';
import { useClaimWords } from './claim-words.ts';

/** What the claim is about. */
export function ClaimLines({ claim }: { readonly claim: Schema<'ClaimDetail'> }) {
  const t = useClaimWords();
  return (
    <Panel title={t('lines')}>
      {claim.lines.length === 0 ? <p className="px-4 py-3 text-sm text-soft">{t('wholeOrder')}</p> : null}
      <ul className="flex flex-col divide-y divide-line">
        {claim.lines.map(
          ({ line_id, native_line_id, native_item_id, quantity, product_name, option_text }) => (
            <li
              key={`${line_id} ${native_line_id} ${native_item_id}`}
              className="flex flex-col gap-0.5 px-4 py-2.5 text-sm"
            >
              <span className="font-medium break-words">
                {product_name ?? native_item_id ?? native_line_id ?? t('unknownLine')}
              </span>
              <span className="flex flex-wrap gap-x-3 text-soft">
                {option_text === null ? null : <span>{option_text}</span>}
                <span className="numeric">
                  {quantity === null ? t('wholeLine') : t('pieces', { count: quantity })}
                </span>
              </span>
            </li>
          ),
        )}
      </ul>
    </Panel>
  );
}
