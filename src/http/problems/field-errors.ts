import { z } from 'zod';
import { asToldBy, type Localized } from '../../marketplaces/kit/localized.ts';
import { localized } from '../values/localized.ts';
import type { Choice, FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

interface OwnIssue {
  readonly code: string;
  readonly sentence: Localized;
  readonly choices?: readonly Choice[];
}

const ownParams = z.object({
  own: z.object({
    code: z.string(),
    sentence: localized,
    choices: z
      .array(z.object({ value: z.string(), name: z.union([z.string(), localized]).optional() }))
      .optional(),
  }),
});

/** An issue for `ctx.addIssue` with a sentence of our own. */
export function ownIssue(own: OwnIssue, path: readonly PropertyKey[] = []) {
  return { code: 'custom' as const, path: [...path], message: own.sentence.en, params: { own } };
}

/** Names every field at fault with a sentence in every language. Values are never repeated: they may be secrets. */
export function fieldErrors(issues: readonly Issue[], prefix = ''): readonly FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, prefix));
}

function errorsOf(issue: Issue, prefix: string): readonly FieldError[] {
  const field = fieldName(prefix, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName(prefix, [...issue.path, key]),
      code: 'unknown_field',
      message: {
        ko: '모르는 항목입니다. 철자를 확인하거나 빼세요.',
        en: 'Unknown field. Check its spelling or leave it out.',
        ru: 'Неизвестное поле. Проверьте написание или уберите его.',
        uz: 'Noma’lum maydon. Yozilishini tekshiring yoki olib tashlang.',
      },
    }));
  }
  return [{ field, ...meaningOf(issue) }];
}

function fieldName(prefix: string, path: readonly PropertyKey[]): string {
  let name = prefix;
  for (const part of path) {
    if (typeof part === 'number') name += `[${part}]`;
    else name += name === '' ? String(part) : `.${String(part)}`;
  }
  return name === '' ? 'body' : name;
}

function meaningOf(issue: Issue): Omit<FieldError, 'field'> {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? MISSING : wrongType(issue.expected);
    case 'invalid_value':
      return issue.input === undefined ? MISSING : notAChoice(issue.values.map(String));
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'custom': {
      const own = ownParams.safeParse(issue.params);
      if (!own.success) return INVALID;
      const { code, sentence, choices } = own.data.own;
      return { code, message: sentence, choices };
    }
    case 'invalid_union':
      return issue.input === undefined ? MISSING : INVALID;
    default:
      return INVALID;
  }
}

const MISSING: Omit<FieldError, 'field'> = {
  code: 'missing',
  message: {
    ko: '필수 항목이 빠졌습니다.',
    en: 'This field is required.',
    ru: 'Это поле нужно заполнить.',
    uz: 'Bu maydonni to‘ldirish shart.',
  },
};

const INVALID: Omit<FieldError, 'field'> = {
  code: 'bad_format',
  message: {
    ko: '형식이 맞지 않습니다.',
    en: 'This does not have the right form.',
    ru: 'Формат не подходит.',
    uz: 'Formati mos emas.',
  },
};

const TYPE_NAMES: Readonly<Record<string, Localized>> = {
  string: { ko: '문자열("…")', en: 'a text ("…")', ru: 'текст ("…")', uz: 'matn ("…")' },
  number: { ko: '숫자', en: 'a number', ru: 'число', uz: 'son' },
  int: { ko: '정수', en: 'a whole number', ru: 'целое число', uz: 'butun son' },
  boolean: { ko: 'true 또는 false', en: 'true or false', ru: 'true или false', uz: 'true yoki false' },
  array: { ko: '목록([…])', en: 'a list ([…])', ru: 'список ([…])', uz: 'ro‘yxat ([…])' },
  object: { ko: '객체({…})', en: 'an object ({…})', ru: 'объект ({…})', uz: 'obyekt ({…})' },
  record: { ko: '객체({…})', en: 'an object ({…})', ru: 'объект ({…})', uz: 'obyekt ({…})' },
};

function wrongType(expected: string): Omit<FieldError, 'field'> {
  const name: Localized = TYPE_NAMES[expected] ?? asToldBy(expected);
  return {
    code: 'wrong_type',
    message: {
      ko: `${name.ko} 값이어야 합니다.`,
      en: `This must be ${name.en}.`,
      ru: `Нужно значение: ${name.ru}.`,
      uz: `Qiymat turi: ${name.uz}.`,
    },
  };
}

function notAChoice(values: readonly string[]): Omit<FieldError, 'field'> {
  return {
    code: 'not_a_choice',
    message: {
      ko: `다음 중 하나여야 합니다: ${values.join(', ')}`,
      en: `One of these: ${values.join(', ')}`,
      ru: `Одно из: ${values.join(', ')}`,
      uz: `Shulardan biri: ${values.join(', ')}`,
    },
    choices: values.map((value) => ({ value })),
  };
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Omit<FieldError, 'field'> {
  const least = Number(issue.minimum);
  if (issue.origin === 'string' && least === 1) {
    return {
      code: 'empty',
      message: { ko: '비어 있습니다.', en: 'This is empty.', ru: 'Здесь пусто.', uz: 'Bo‘sh qolgan.' },
    };
  }
  if (issue.origin === 'string') {
    return {
      code: 'too_short',
      message: {
        ko: `${least}자 이상이어야 합니다.`,
        en: `This needs at least ${least} characters.`,
        ru: `Нужно не меньше ${least} символов.`,
        uz: `Kamida ${least} belgi kerak.`,
      },
    };
  }
  if (issue.origin === 'array') {
    return {
      code: 'too_few',
      message: {
        ko: `${least}개 이상이어야 합니다.`,
        en: `This needs at least ${least}.`,
        ru: `Нужно не меньше ${least}.`,
        uz: `Kamida ${least} ta kerak.`,
      },
    };
  }
  return {
    code: 'too_small',
    message: {
      ko: `${least} 이상이어야 합니다.`,
      en: `This must be ${least} or more.`,
      ru: `Нужно ${least} или больше.`,
      uz: `${least} yoki undan ko‘p bo‘lishi kerak.`,
    },
  };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Omit<FieldError, 'field'> {
  const most = Number(issue.maximum);
  const shown = {
    ko: most.toLocaleString('ko-KR'),
    en: most.toLocaleString('en-US'),
    ru: most.toLocaleString('ru-RU'),
    uz: most.toLocaleString('uz-Latn-UZ'),
  };
  if (issue.origin === 'string') {
    return {
      code: 'too_long',
      message: {
        ko: `${shown.ko}자까지 쓸 수 있습니다.`,
        en: `This may have up to ${shown.en} characters.`,
        ru: `Можно до ${shown.ru} символов.`,
        uz: `${shown.uz} tagacha belgi mumkin.`,
      },
    };
  }
  if (issue.origin === 'array') {
    return {
      code: 'too_many',
      message: {
        ko: `한 번에 ${shown.ko}개까지 보낼 수 있습니다. 나누어 보내세요.`,
        en: `Up to ${shown.en} at once. Send it in parts.`,
        ru: `За раз — до ${shown.ru}. Отправьте по частям.`,
        uz: `Bir martada ${shown.uz} tagacha. Bo‘lib yuboring.`,
      },
    };
  }
  return {
    code: 'too_large',
    message: {
      ko: `${shown.ko} 이하여야 합니다.`,
      en: `This must be ${shown.en} or less.`,
      ru: `Нужно ${shown.ru} или меньше.`,
      uz: `${shown.uz} yoki undan kam bo‘lishi kerak.`,
    },
  };
}
