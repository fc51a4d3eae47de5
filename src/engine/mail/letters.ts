import type { Language } from '../../domain/language.ts';
import type { MailedEvent } from '../../domain/notice.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import { CONNECTION_LETTERS } from './letters/connection-letters.ts';
import { GOODS_LETTERS } from './letters/goods-letters.ts';
import type { LetterFacts, Writers } from './letters/letter.ts';
import { ORDER_LETTERS } from './letters/order-letters.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const WRITERS: Writers<MailedEvent> = { ...CONNECTION_LETTERS, ...ORDER_LETTERS, ...GOODS_LETTERS };

/** Writes the mail about some events of one kind, as plain text for a person in a hurry. */
export function writeLetter(type: MailedEvent, language: Language, facts: LetterFacts): Letter {
  const { subject, parts } = WRITERS[type](facts);
  const kept = [...parts, FOOTER].filter((part) => part !== null);
  return {
    subject: `[Moa] ${inLanguage(subject, language)}`.replaceAll(/\s+/g, ' '),
    text: `${kept.map((part) => inLanguage(part, language)).join('\n\n')}\n`,
  };
}

const FOOTER: Localized = {
  ko: '--\nMoa가 알림 설정에 따라 보낸 메일입니다. 같은 가게의 같은 알림은 한 시간에 한 번만 보냅니다.',
  en: '--\nMoa sent this mail as your notification settings say. The same kind about the same shop comes once an hour at the most.',
  ru: '--\nЭто письмо прислала Moa по вашим настройкам уведомлений. Одинаковые уведомления об одном магазине приходят не чаще раза в час.',
  uz: '--\nBu xatni Moa bildirishnoma sozlamalaringizga ko‘ra yubordi. Bitta do‘kon haqidagi bir xil xabar soatiga ko‘pi bilan bir marta keladi.',
};
