import { z } from 'zod';
import { ownIssue } from '../problems/field-errors.ts';

/** A query parameter that takes one or more of a set: `a,b`, or the parameter twice. */
export function several<const Value extends string>(choices: readonly Value[]) {
  return z
    .union([z.string(), z.array(z.string())])
    .transform((given, ctx): readonly Value[] => {
      const words = (typeof given === 'string' ? [given] : given).flatMap((text) => text.split(','));
      const chosen = choices.filter((choice) => words.includes(choice));
      if (words.every((word) => choices.some((choice) => choice === word))) return chosen;
      ctx.addIssue(
        ownIssue({
          code: 'not_a_choice',
          sentence: {
            ko: `다음 가운데 하나 이상이어야 합니다: ${choices.join(', ')}`,
            en: `One or more of these: ${choices.join(', ')}`,
            ru: `Одно или несколько из: ${choices.join(', ')}`,
            uz: `Shulardan bir yoki bir nechtasi: ${choices.join(', ')}`,
          },
          choices: choices.map((value) => ({ value })),
        }),
      );
      return z.NEVER;
    })
    .meta({
      description: `One or more of ${choices.join(', ')}, separated by commas or as several parameters.`,
    });
}

/** A yes or no in a query, where everything is text. */
export const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');
