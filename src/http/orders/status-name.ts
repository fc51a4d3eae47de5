import { z } from 'zod';
import { isOrderStatus, ORDER_STATUSES, type OrderStatus } from '../../domain/status.ts';
import { ownIssue } from '../problems/field-errors.ts';

/** Short names that the guide uses for statuses. */
const SHORT_NAMES: Readonly<Record<string, OrderStatus>> = {
  CANCEL_REQ: 'CANCEL_REQUESTED',
  RETURN_REQ: 'RETURN_REQUESTED',
  EXCH_REQ: 'EXCHANGE_REQUESTED',
  EXCHANGE_REQ: 'EXCHANGE_REQUESTED',
};

const NAMES = [...ORDER_STATUSES, ...Object.keys(SHORT_NAMES)];

/** A unified order status by its name or one of the guide's short names, in any case. */
export const statusName = z
  .string()
  .transform((text, ctx): OrderStatus => {
    const name = text.trim().toUpperCase();
    const status = SHORT_NAMES[name] ?? name;
    if (isOrderStatus(status)) return status;
    ctx.addIssue(
      ownIssue({
        code: 'not_a_choice',
        sentence: {
          ko: `다음 중 하나여야 합니다: ${NAMES.join(', ')}`,
          en: `One of these: ${NAMES.join(', ')}`,
          ru: `Одно из этих: ${NAMES.join(', ')}`,
          uz: `Bulardan biri: ${NAMES.join(', ')}`,
        },
        choices: NAMES.map((value) => ({ value })),
      }),
    );
    return z.NEVER;
  })
  .meta({ description: `One of: ${NAMES.join(', ')}` });
