import { z } from 'zod';
import { CLAIM_FAULTS } from '../../domain/claim.ts';
import type { ClaimId } from '../../domain/ids.ts';
import type { ClaimVerb, ClaimWish } from '../../engine/claims/wish-claims.ts';
import { dateInput, momentOf } from '../dates/input.ts';
import { deliveryCompanyCode, trackingNumber } from '../orders/shipping-input.ts';
import { ownIssue } from '../problems/field-errors.ts';

/** What may be told along with an act on a claim; which of it is needed, the claim's `actions` say. */
export const wishFields = {
  text: z.string().trim().min(1).max(1000).optional().meta({ description: 'What the buyer reads.' }),
  reason: z.string().trim().min(1).max(50).optional().meta({ description: "One of the action's `reasons`." }),
  deliveryCompanyCode: deliveryCompanyCode.optional(),
  trackingNumber: trackingNumber.optional(),
  sendDate: dateInput.optional().meta({ description: 'When it was handed over; now when absent.' }),
  fee: z.int().min(0).max(100_000_000).optional().meta({ description: 'In minor units.' }),
  fault: z.enum(CLAIM_FAULTS).optional(),
};

interface WishFields {
  readonly text?: string | undefined;
  readonly reason?: string | undefined;
  readonly deliveryCompanyCode?: string | undefined;
  readonly trackingNumber?: string | undefined;
  readonly sendDate?: string | undefined;
  readonly fee?: number | undefined;
  readonly fault?: (typeof CLAIM_FAULTS)[number] | undefined;
}

/** A parcel has both a carrier and an invoice, or there is none. */
export function wholeParcel(
  { deliveryCompanyCode: carrier, trackingNumber: invoice }: WishFields,
  ctx: z.RefinementCtx,
): void {
  if ((carrier === undefined) === (invoice === undefined)) return;
  const field = carrier === undefined ? 'deliveryCompanyCode' : 'trackingNumber';
  ctx.addIssue(
    ownIssue(
      {
        code: 'missing',
        sentence: {
          ko: '택배사와 송장번호는 함께 보내야 합니다.',
          en: 'The carrier and the invoice belong together.',
          ru: 'Перевозчик и трек-номер указываются вместе.',
          uz: 'Tashuvchi va trek-raqam birga kiritiladi.',
        },
      },
      [field],
    ),
  );
}

export function wishOf(
  claim: ClaimId,
  verb: ClaimVerb,
  fields: WishFields,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): ClaimWish {
  const { deliveryCompanyCode: carrier, trackingNumber: invoice, sendDate } = fields;
  return {
    claim,
    verb,
    text: fields.text ?? null,
    reason: fields.reason ?? null,
    parcel:
      carrier === undefined || invoice === undefined
        ? null
        : { carrier, invoice, shippedAt: sendDate === undefined ? now : momentOf(sendDate, timeZone) },
    fee: fields.fee ?? null,
    fault: fields.fault ?? null,
  };
}
