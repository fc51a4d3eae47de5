import { moneyFormat, NO_MINUS_ZERO, wholeUnits } from './amounts.ts';
import { LANGUAGES, type Language, useLanguage } from './language.ts';
import { timeZone } from './time-zone.ts';
import { uzbekDay, uzbekDistance } from './uzbek.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How numbers, money and times are written in the language shown. Times are in the zone of the business. */
export interface Format {
  number(value: number): string;
  /** `1,234,000` in the smaller of the currency's units becomes `₩1,234,000`. */
  money(minor: number, currency: string): string;
  percent(share: number): string;
  /** Day and time, without the year where it is this one. */
  moment(iso: string): string;
  day(iso: string): string;
  time(iso: string): string;
  /** How long ago or until: `3 hours ago`, `in 2 days`. */
  distance(iso: string, now?: number): string;
}

/** Formats are dear to make, and every row of a table wants them. */
const made = new Map<string, Format>();

/** The formats of the language shown. */
export function useFormat(): Format {
  const language = useLanguage();
  const zone = timeZone();
  const mark = `${language} ${zone}`;
  const known = made.get(mark);
  if (known !== undefined) return known;
  const format = formatIn(language, zone);
  made.set(mark, format);
  return format;
}

function formatIn(language: Language, zone: string): Format {
  const { locale } = LANGUAGES[language];
  const plain = new Intl.NumberFormat(locale, { signDisplay: NO_MINUS_ZERO });
  const share = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: NO_MINUS_ZERO,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const apart = (count: number, unit: 'minute' | 'hour' | 'day') =>
    language === 'uz' ? uzbekDistance(count, unit) : relative.format(count, unit);
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'short', day: 'numeric' });
  const dayOfYear = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const year = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' });
  const monies = new Map<string, Intl.NumberFormat>();
  const dayText = (at: Date) => {
    const isThisYear = year.format(at) === year.format(new Date());
    if (language === 'uz') return uzbekDay(at, zone, !isThisYear);
    return (isThisYear ? day : dayOfYear).format(at);
  };
  return {
    number: (value) => plain.format(value),
    money(minor, currency) {
      let format = monies.get(currency);
      if (format === undefined) {
        format = moneyFormat(locale, currency);
        monies.set(currency, format);
      }
      return format.format(wholeUnits(minor, currency));
    },
    percent: (value) => share.format(value),
    moment(iso) {
      const at = new Date(iso);
      return `${dayText(at)} ${time.format(at)}`;
    },
    day: (iso) => dayText(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    distance(iso, now = Date.now()) {
      const away = Date.parse(iso) - now;
      const size = Math.abs(away);
      if (size < HOUR_MS) return apart(Math.round(away / MINUTE_MS), 'minute');
      if (size < 2 * DAY_MS) return apart(Math.round(away / HOUR_MS), 'hour');
      return apart(Math.round(away / DAY_MS), 'day');
    },
  };
}
