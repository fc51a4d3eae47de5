import type { Schema } from '../../api/types.ts';
import { useFormat } from '../../language/format.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';

/** From here on a proposal counts as sure enough to be taken in bulk. */
export const SURE = 0.9;
const LIKELY = 0.7;

/** What an item may be, how sure that is, and why. */
export function ProposalLine({
  proposal: { parts, confidence, detail },
}: {
  readonly proposal: Schema<'LinkProposal'>;
}) {
  const format = useFormat();
  const tone: Tone = confidence >= SURE ? 'good' : confidence >= LIKELY ? 'info' : 'warn';
  return (
    <div className="min-w-0 py-0.5">
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge tone={tone}>{format.percent(confidence)}</Badge>
        {parts.map(({ sku_id, sku_code, product_name, option_values, quantity }) => (
          <span key={sku_id}>
            <strong className="font-medium">{sku_code}</strong> {[product_name, ...option_values].join(' / ')}
            {quantity === 1 ? '' : ` × ${quantity}`}
          </span>
        ))}
      </p>
      <p className="text-2xs text-soft">{detail}</p>
    </div>
  );
}
