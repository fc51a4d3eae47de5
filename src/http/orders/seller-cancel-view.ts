import { z } from 'zod';
import { fits } from '../../engine/commands/fit.ts';
import type { Edition } from '../../marketplaces/kit/edition.ts';
import { inLanguage } from '../../marketplaces/kit/localized.ts';
import { penaltiesOf } from '../../marketplaces/kit/penalties.ts';
import type { OrderLine } from '../../store/orders/read.ts';
import { penaltyOf, penaltyView, reasonOf, reasonView } from '../claims/action-view.ts';
import type { Language } from '../problems/language.ts';
import { id } from '../values/id.ts';

/** How the seller may cancel an order, and what each reason costs. */
export const sellerCancelView = z
  .object({
    line_ids: z.array(id).describe('The lines that can be cancelled now.'),
    partly: z.boolean().describe('Whether a part of a quantity can be cancelled.'),
    reasons: z.array(reasonView.extend({ penalties: z.array(penaltyView) })),
    warns: z.string().nullable(),
  })
  .meta({ id: 'SellerCancelOffer' });

/** Null where the marketplace does not let a seller cancel, or nothing of the order can be cancelled now. */
export function sellerCancelOf(
  edition: Edition,
  lines: readonly OrderLine[],
  language: Language,
): z.infer<typeof sellerCancelView> | null {
  const { sellerCancel } = edition;
  if (sellerCancel === undefined) return null;
  const fitting = lines.filter((line) => fits('cancel', line, edition));
  if (fitting.length === 0) return null;
  return {
    line_ids: fitting.map((line) => line.id),
    partly: sellerCancel.partly,
    reasons: sellerCancel.reasons.map((reason) => ({
      ...reasonOf(reason, language),
      penalties: penaltiesOf(edition, 'seller_cancel', reason.fault).map((penalty) =>
        penaltyOf(penalty, language),
      ),
    })),
    warns: sellerCancel.warns === undefined ? null : inLanguage(sellerCancel.warns, language),
  };
}
