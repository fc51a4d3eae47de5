import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { dayAfter, daysOf, type Period } from '../../domain/period.ts';
import { wallTimeOf } from '../../domain/time-zone.ts';
import { currenciesSold, type SalesFilter } from '../../store/analytics/sold.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { dateInput, momentAfter, momentOf } from '../dates/input.ts';
import { platformName } from '../platforms/platform-name.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { fieldProblem } from '../problems/problem.ts';
import { idText } from '../values/id.ts';

const USUAL_DAYS = 30;
const MOST_DAYS = 1_100;

/** A whole day in the time zone of the business. */
const dayInput = dateInput
  .superRefine((text, ctx) => {
    if (!/[T ]\d/i.test(text.trim())) return;
    ctx.addIssue(
      ownIssue({
        code: 'bad_date',
        sentence: {
          ko: '하루 단위로 셉니다. 2026-01-31처럼 날짜만 쓰세요.',
          en: 'Whole days are counted. Write a date only, like 2026-01-31.',
          ru: 'Считаются целые дни. Пишите только дату, например 2026-01-31.',
          uz: 'Butun kunlar hisoblanadi. Faqat sana yozing, masalan 2026-01-31.',
        },
      }),
    );
  })
  .transform((text) => text.trim())
  .meta({ description: 'A day in the time zone of the business.', examples: ['2026-01-31'] });

/** What every question about sales may be narrowed by. */
export const salesQuery = z.strictObject({
  start_date: dayInput.optional().describe(`The first day; ${USUAL_DAYS} days with the last when absent.`),
  end_date: dayInput.optional().describe('The last day, included; today when absent.'),
  platform: platformName.optional(),
  account_id: idText.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({
      description:
        'Only orders in it are counted: amounts of two currencies are never added. The one with the most orders when absent.',
      examples: ['KRW'],
    }),
});

/** The days asked for, in the zone of the business. Throws a 422 when they are the wrong way round or too many. */
export function periodOf(
  { start_date, end_date }: Pick<z.infer<typeof salesQuery>, 'start_date' | 'end_date'>,
  now: Date,
  timeZone: string,
): Period {
  const to = end_date ?? new Date(wallTimeOf(now.getTime(), timeZone)).toISOString().slice(0, 10);
  const from = start_date ?? dayAfter(to, 1 - USUAL_DAYS);
  if (from > to) {
    throw fieldProblem('end_date', 'dates_reversed', {
      ko: '끝 날짜가 시작 날짜보다 빠릅니다. 두 날짜를 확인하세요.',
      en: 'The end lies before the start. Check both dates.',
      ru: 'Конец раньше начала. Проверьте обе даты.',
      uz: 'Tugash sanasi boshlanishdan oldin. Ikkala sanani tekshiring.',
    });
  }
  if (daysOf({ from, to }) > MOST_DAYS) {
    throw fieldProblem('start_date', 'period_too_long', {
      ko: `한 번에 ${MOST_DAYS}일까지 볼 수 있습니다. 기간을 줄이세요.`,
      en: `At most ${MOST_DAYS} days at a time. Choose a shorter period.`,
      ru: `За раз — не больше ${MOST_DAYS} дней. Выберите период короче.`,
      uz: `Bir martada ko‘pi bilan ${MOST_DAYS} kun. Qisqaroq davr tanlang.`,
    });
  }
  return { from, to };
}

/** The orders meant, and the currencies that orders of the period are in, the most used first. */
export async function salesFilterOf(
  scope: OwnerScope,
  {
    platform,
    account_id,
    currency,
  }: Pick<z.infer<typeof salesQuery>, 'platform' | 'account_id' | 'currency'>,
  period: Period,
  timeZone: string,
): Promise<{ readonly filter: SalesFilter; readonly currencies: readonly string[] }> {
  const narrowed = {
    from: momentOf(period.from, timeZone),
    to: momentAfter(period.to, timeZone),
    platform: platform?.id ?? null,
    account: account_id === undefined ? null : accountId(account_id),
  };
  const currencies = await currenciesSold(scope, narrowed);
  return { filter: { ...narrowed, currency: currency ?? currencies[0] ?? 'KRW' }, currencies };
}
