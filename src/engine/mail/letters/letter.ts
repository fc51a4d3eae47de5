import type { HealthState } from '../../../domain/health.ts';
import type { MailedEvent } from '../../../domain/notice.ts';
import type { Advice } from '../../../marketplaces/kit/advice.ts';
import type { Localized } from '../../../marketplaces/kit/localized.ts';

/** What a mail is made of; times are texts in the seller's zone. */
export interface LetterFacts {
  /** The shop as the seller knows it, such as `쿠팡 "내 쿠팡 스토어"`. */
  readonly shop: string;
  readonly count: number;
  /** The newest events, one line each. */
  readonly lines: readonly string[];
  /** What is wrong and what to do, in the reader's language, where the newest event has a reason. */
  readonly advice: Advice | null;
  readonly since: string | null;
  readonly daysLeft: number | null;
  readonly keyEnds: string | null;
  /** How the shop is while the mail is written. */
  readonly state: HealthState | null;
}

/** A mail in every language. Parts that do not apply are null. */
export interface Draft {
  readonly subject: Localized;
  readonly parts: readonly (Localized | null)[];
}

export type Writers<Kind extends MailedEvent> = Readonly<Record<Kind, (facts: LetterFacts) => Draft>>;

/** What is wrong, and what to do. */
export function adviceIn({ advice }: LetterFacts): Localized | null {
  if (advice === null) return null;
  const { detail, todo } = advice;
  return {
    ko: `무엇이 문제인가요: ${detail}\n할 일: ${todo}`,
    en: `What is wrong: ${detail}\nWhat to do: ${todo}`,
    ru: `В чём дело: ${detail}\nЧто делать: ${todo}`,
    uz: `Nima bo‘ldi: ${detail}\nNima qilish kerak: ${todo}`,
  };
}

/** The newest events, one line each below a heading. */
export function listed({ count, lines }: LetterFacts, heading: Localized = NEWEST_FIRST): Localized {
  const more = count > lines.length ? [`… +${count - lines.length}`] : [];
  const below = [...lines, ...more].map((line) => `- ${line}`);
  const list = (title: string) => [title, ...below].join('\n');
  return { ko: list(heading.ko), en: list(heading.en), ru: list(heading.ru), uz: list(heading.uz) };
}

const NEWEST_FIRST: Localized = {
  ko: '최근 것부터:',
  en: 'The newest first:',
  ru: 'Сначала новые:',
  uz: 'Avval yangilari:',
};

/** `1 order`, `2 orders`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
