import type { Language } from '../../domain/language.ts';
import { adviceFor, isAdviceReason } from '../../marketplaces/kit/advice.ts';
import { asToldBy } from '../../marketplaces/kit/localized.ts';
import { findMarketplace } from '../../marketplaces/registry.ts';
import type { Account } from '../../store/accounts.ts';
import type { News, NewsItem } from '../../store/notifications/news.ts';
import { type Letter, writeLetter } from './letters.ts';

/** Writes the mail about some news of an owner, with times in the owner's zone. */
export function newsLetter(
  news: News,
  account: Account | undefined,
  reader: { readonly language: Language; readonly timeZone: string },
): Letter {
  const { language, timeZone } = reader;
  const [{ data }] = news.newest;
  const names = account === undefined ? undefined : findMarketplace(account.platform)?.names;
  const marketplace = names ?? asToldBy(account?.platform ?? 'Moa');
  const reason = textOf(data.reason);
  const keyEnds = textOf(data.key_expires_at);
  // The oldest of them tells when it began.
  const since = textOf(news.newest.at(-1)?.data.failing_since);
  return writeLetter(news.type, language, {
    shop: account === undefined ? marketplace[language] : `${marketplace[language]} "${account.name}"`,
    count: news.count,
    lines: news.newest.map((item) => lineOf(item, timeZone)),
    advice:
      reason !== null && isAdviceReason(reason)
        ? adviceFor(reason, language, { marketplace, skewMs: null })
        : null,
    since: since === null ? null : timeText(new Date(since), timeZone),
    daysLeft: typeof data.days_left === 'number' ? data.days_left : null,
    keyEnds: keyEnds === null ? null : timeText(new Date(keyEnds), timeZone),
    state: account?.health ?? null,
  });
}

/** Numbers that a seller can look up; other facts of an event stay out of mails. */
const LOOKED_UP = [
  'native_order_id',
  'order_id',
  'claim_id',
  'native_listing_id',
  'listing_id',
  'command_id',
  'endpoint_id',
  'code',
  'sku_id',
  'available',
] as const;

function lineOf({ at, data }: NewsItem, timeZone: string): string {
  const numbers = LOOKED_UP.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' ? [`${name} ${value}`] : [];
  });
  return [timeText(at, timeZone), ...numbers].join('  ');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** `2026-11-22 14:03 (Asia/Seoul)`: Swedish happens to write dates so. */
function timeText(at: Date, timeZone: string): string {
  const text = at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return `${text} (${timeZone})`;
}
