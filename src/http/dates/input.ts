import { z } from 'zod';
import { instantOfWallTime } from '../../domain/time-zone.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { fieldProblem } from '../problems/problem.ts';

const DATE = /^(\d{4}-\d{2}-\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

interface WrittenTime {
  /** The wall time as if it were UTC. */
  readonly wallMs: number;
  /** Minutes ahead of UTC, where the text says. */
  readonly offsetMinutes: number | null;
  /** How long the smallest unit that was written lasts. */
  readonly precisionMs: number;
}

/** Reads a date or date-time as people and programs write it; undefined for one that does not exist. */
function readTime(text: string): WrittenTime | undefined {
  const date = DATE.exec(text)?.[1];
  if (date !== undefined) {
    const wallMs = existing(date, `${date}T00:00:00Z`);
    return wallMs === undefined ? undefined : { wallMs, offsetMinutes: null, precisionMs: DAY_MS };
  }
  const [, day, clock, seconds, fraction, offset] = TIME.exec(text) ?? [];
  if (day === undefined || clock === undefined) return undefined;
  const millis = (fraction ?? '').padEnd(3, '0').slice(0, 3);
  const wallMs = existing(day, `${day}T${clock}:${seconds ?? '00'}.${millis}Z`);
  if (wallMs === undefined) return undefined;
  const precisionMs = fraction !== undefined ? 1 : seconds !== undefined ? SECOND_MS : MINUTE_MS;
  return { wallMs, offsetMinutes: offset === undefined ? null : offsetOf(offset), precisionMs };
}

/** `Date.parse` rolls 31 February over into March, so the day must come back as it went in. */
function existing(day: string, iso: string): number | undefined {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day ? undefined : ms;
}

function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith('-') ? -minutes : minutes;
}

/** A date, or a date-time with or without an offset; without one it is in the time zone of the business. */
export const dateInput = z
  .string()
  .superRefine((text, ctx) => {
    if (readTime(text.trim()) !== undefined) return;
    ctx.addIssue(
      ownIssue({
        code: 'bad_date',
        sentence: {
          ko: '날짜를 읽을 수 없습니다. 2026-01-31 또는 2026-01-31T09:00:00 처럼 쓰세요.',
          en: 'This is not a date. Write it like 2026-01-31 or 2026-01-31T09:00:00.',
          ru: 'Это не дата. Пишите 2026-01-31 или 2026-01-31T09:00:00.',
          uz: 'Bu sana emas. 2026-01-31 yoki 2026-01-31T09:00:00 kabi yozing.',
        },
      }),
    );
  })
  .meta({
    description: 'ISO 8601 date or date-time. Without an offset it is in the time zone of the business.',
    examples: ['2026-01-31', '2026-01-31T09:00:00', '2026-01-31T00:00:00Z'],
  });

/** The first moment a checked `dateInput` means. */
export function momentOf(text: string, timeZone: string): Date {
  const written = checkedTime(text);
  return new Date(
    written.offsetMinutes === null
      ? instantOfWallTime(written.wallMs, timeZone)
      : written.wallMs - written.offsetMinutes * MINUTE_MS,
  );
}

/** The moment after the last one it means: a whole day for a date, a second where seconds were written. */
export function momentAfter(text: string, timeZone: string): Date {
  const written = checkedTime(text);
  if (written.offsetMinutes === null) {
    return new Date(instantOfWallTime(written.wallMs + written.precisionMs, timeZone));
  }
  return new Date(written.wallMs + written.precisionMs - written.offsetMinutes * MINUTE_MS);
}

function checkedTime(text: string): WrittenTime {
  const written = readTime(text.trim());
  if (written === undefined) throw new RangeError('not a checked date');
  return written;
}

export interface DateRange {
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
}

/** A range of two optional dates, the last one included; throws a 422 when they are the wrong way round. */
export function rangeOf(
  { start_date, end_date }: { start_date?: string | undefined; end_date?: string | undefined },
  timeZone: string,
): DateRange {
  const from = start_date === undefined ? null : momentOf(start_date, timeZone);
  const to = end_date === undefined ? null : momentAfter(end_date, timeZone);
  if (from !== null && to !== null && from >= to) {
    throw fieldProblem('end_date', 'dates_reversed', {
      ko: '끝 날짜가 시작 날짜보다 빠릅니다. 두 날짜를 확인하세요.',
      en: 'The end lies before the start. Check both dates.',
      ru: 'Конец раньше начала. Проверьте обе даты.',
      uz: 'Tugash sanasi boshlanishdan oldin. Ikkala sanani tekshiring.',
    });
  }
  return { from, to };
}
