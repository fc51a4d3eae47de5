import { z } from 'zod';
import { ownIssue } from '../problems/field-errors.ts';

const CLOCK = /^(\d{1,2}):([0-5]\d)$/;
const DAY_MINUTES = 1_440;

const badTime = ownIssue({
  code: 'bad_time',
  sentence: {
    ko: '0부터 24까지의 시(9) 또는 "09:30" 같은 시각이어야 합니다.',
    en: 'This must be an hour from 0 to 24, or a time such as "09:30".',
    ru: 'Нужен час от 0 до 24 или время вида "09:30".',
    uz: '0 dan 24 gacha soat yoki "09:30" kabi vaqt kerak.',
  },
});

/** An hour as in the guide, or hours and minutes; becomes minutes from midnight, 0 to 1440. */
export const timeOfDay = z
  .union([z.number(), z.string()])
  .transform((value, ctx): number => {
    const hours = typeof value === 'number' && Number.isInteger(value) ? value : Number.NaN;
    const minutes = typeof value === 'string' ? minutesOf(value) : hours * 60;
    if (minutes >= 0 && minutes <= DAY_MINUTES) return minutes;
    ctx.addIssue(badTime);
    return z.NEVER;
  })
  .meta({ description: 'An hour, 0 to 24, or a time such as "09:30".', examples: [9, '09:30'] });

function minutesOf(text: string): number {
  const [, hours, minutes] = CLOCK.exec(text.trim()) ?? [];
  return hours === undefined || minutes === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
}

/** A time in an answer: the hour where it is a whole one, as the guide writes it. */
export const timeOfDayView = z.union([z.int(), z.string()]);

export function timeOfDayOf(minutes: number): number | string {
  if (minutes % 60 === 0) return minutes / 60;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
