import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { EVERY_DAY, LONGEST_INTERVAL_MINUTES, SYNC_TYPES } from '../../domain/schedule.ts';
import { findAccount } from '../../store/accounts.ts';
import type { ScheduleFields } from '../../store/schedules.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { platformName } from '../platforms/platform-name.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { fieldProblem } from '../problems/problem.ts';
import { id } from '../values/id.ts';
import { timeOfDay } from './time-of-day.ts';

/** Monday first, as `EVERY_DAY` counts. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const DAY_MINUTES = 1_440;

const activeHours = z
  .strictObject({ start: timeOfDay, end: timeOfDay })
  .superRefine(({ start, end }, ctx) => {
    if (start === end) {
      ctx.addIssue(
        ownIssue(
          {
            code: 'same_hours',
            sentence: {
              ko: '시작과 끝이 같으면 실행할 시간이 없습니다. 하루 종일이면 active_hours를 빼세요.',
              en: 'Start and end are the same, which leaves no time. Leave active_hours out for the whole day.',
              ru: 'Начало и конец совпадают, времени не остаётся. Для целого дня не указывайте active_hours.',
              uz: 'Boshlanishi va tugashi bir xil, vaqt qolmaydi. Butun kun uchun active_hours ni ko‘rsatmang.',
            },
          },
          ['end'],
        ),
      );
    } else if (start === DAY_MINUTES) {
      ctx.addIssue(
        ownIssue(
          {
            code: 'bad_time',
            sentence: {
              ko: '시작은 0시부터 23시 59분까지입니다.',
              en: 'The start lies from 0 to 23:59.',
              ru: 'Начало — от 0 до 23:59.',
              uz: 'Boshlanishi 0 dan 23:59 gacha.',
            },
          },
          ['start'],
        ),
      );
    }
  });

const fields = {
  interval_minutes: z.int().min(1).max(LONGEST_INTERVAL_MINUTES).meta({
    description: 'Minutes between two runs of a shop; up to a week.',
  }),
  sync_types: z.array(z.enum(SYNC_TYPES)).min(1).max(20),
  active_hours: activeHours.nullable().meta({
    description:
      'In the zone of the business. An end before the start lies on the next day. Null: the whole day.',
  }),
  active_days: z
    .array(z.enum(DAYS))
    .min(1)
    .max(7)
    .nullable()
    .meta({ description: 'Days on which the active hours begin. Null: every day.' }),
  account_id: id.nullable().meta({ description: 'Only this shop; its schedule counts before all others.' }),
  platform: platformName.nullable().meta({
    description: 'Only shops of this marketplace; counts before schedules for every shop.',
  }),
  name: z.string().trim().min(1).max(100),
};

export const newSchedule = z
  .strictObject({
    interval_minutes: fields.interval_minutes,
    sync_types: fields.sync_types,
    active_hours: fields.active_hours.optional(),
    active_days: fields.active_days.optional(),
    account_id: fields.account_id.optional(),
    platform: fields.platform.optional(),
    name: fields.name.optional(),
  })
  .meta({ id: 'NewSchedule' });

export const scheduleChange = z.strictObject(fields).partial().meta({ id: 'ScheduleChange' });

type Given = z.output<typeof scheduleChange>;

/** What a body sets, on top of what was there. Throws a 422 for a shop that is not there or of another marketplace. */
export async function fieldsOf(
  scope: OwnerScope,
  given: Given,
  before: ScheduleFields,
): Promise<ScheduleFields> {
  const account = given.account_id === undefined ? before.account : given.account_id;
  const shop = account === null ? undefined : await findAccount(scope, accountId(account));
  if (account !== null && shop === undefined) {
    throw fieldProblem('account_id', 'not_found', {
      ko: '그 번호의 연결된 상점이 없습니다.',
      en: 'No connected shop has this number.',
      ru: 'Подключённого магазина с таким номером нет.',
      uz: 'Bu raqamdagi ulangan do‘kon yo‘q.',
    });
  }
  const platform = given.platform === undefined ? before.platform : (given.platform?.id ?? null);
  if (given.platform && shop !== undefined && shop.platform !== platform) {
    throw fieldProblem('platform', 'other_platform', {
      ko: `계정 ${shop.id}번은 ${shop.platform} 계정입니다.`,
      en: `Account ${shop.id} belongs to ${shop.platform}.`,
      ru: `Магазин ${shop.id} относится к ${shop.platform}.`,
      uz: `${shop.id} do‘koni ${shop.platform} ga tegishli.`,
    });
  }
  const days = given.active_days;
  return {
    name: given.name ?? before.name,
    account: shop?.id ?? null,
    // A schedule of one shop need not name the marketplace as well.
    platform: shop === undefined ? platform : null,
    intervalMinutes: given.interval_minutes ?? before.intervalMinutes,
    syncTypes: given.sync_types === undefined ? before.syncTypes : [...new Set(given.sync_types)],
    activeHours: given.active_hours === undefined ? before.activeHours : given.active_hours,
    activeDays:
      days === undefined
        ? before.activeDays
        : days === null
          ? EVERY_DAY
          : EVERY_DAY.filter((day) => days.some((name) => DAYS.indexOf(name) + 1 === day)),
  };
}
