import type { z } from 'zod';
import { ownIssue } from './field-errors.ts';

const SENTENCE = {
  ko: '저장할 수 없는 글자(널 문자나 깨진 이모지)가 들어 있습니다. 지우고 다시 보내세요.',
  en: 'This holds a character that cannot be stored (NUL, or half an emoji). Take it out and send it again.',
  ru: 'Здесь есть символ, который нельзя сохранить (NUL или половина эмодзи). Уберите его и отправьте снова.',
  uz: 'Saqlab bo‘lmaydigan belgi bor (NUL yoki yarim emoji). Uni olib tashlab, qayta yuboring.',
};

/** Issues about texts in a request, names of fields too, that no text column can hold. */
export function unstorableTexts(
  data: unknown,
  path: readonly PropertyKey[] = [],
): readonly z.core.$ZodIssue[] {
  if (typeof data === 'string') return isStorable(data) ? [] : [issueAt(path)];
  if (Array.isArray(data)) return data.flatMap((item, at) => unstorableTexts(item, [...path, at]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    isStorable(name) ? unstorableTexts(value, [...path, name]) : [issueAt(path)],
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function issueAt(path: readonly PropertyKey[]): z.core.$ZodIssue {
  return { ...ownIssue({ code: 'bad_character', sentence: SENTENCE }, path), input: undefined };
}
