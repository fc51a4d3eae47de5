import { z } from 'zod';
import { ownIssue } from '../problems/field-errors.ts';

const MAX_PAGE = 200;

/** How many rows a page of a list has. */
export const pageLimit = z.coerce
  .number<string>()
  .int()
  .min(1)
  .max(MAX_PAGE)
  .default(50)
  .meta({ description: `1 to ${MAX_PAGE}; 50 when absent.` });

/** The next page's cursor in an answer. */
export const nextCursor = z
  .string()
  .nullable()
  .meta({ description: 'Send it as `cursor` for the next page; null on the last one.' });

/** Writes the position after the last row of a page. */
export function cursorText(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** A `cursor` parameter whose position has the given shape. */
export function cursorOf<Position>(position: z.ZodType<Position>) {
  return z
    .string()
    .transform((text, ctx): Position => {
      const parsed = position.safeParse(jsonOf(text));
      if (parsed.success) return parsed.data;
      ctx.addIssue(
        ownIssue({
          code: 'bad_cursor',
          sentence: {
            ko: '받은 next_cursor를 그대로 보내 주세요.',
            en: 'Send the next_cursor exactly as it was received.',
            ru: 'Отправьте next_cursor точно таким, каким он пришёл.',
            uz: 'next_cursor ni qanday kelgan bo‘lsa, shunday yuboring.',
          },
        }),
      );
      return z.NEVER;
    })
    .optional();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Parts one row too many into a page and whether there is another. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
): { readonly page: readonly Row[]; readonly last: Row | undefined } {
  if (rows.length <= limit) return { page: rows, last: undefined };
  const page = rows.slice(0, limit);
  return { page, last: page.at(-1) };
}
