import { z } from 'zod';
import { type CommandState, isOpen } from '../../domain/command.ts';
import { PLAN_KINDS, PLAN_STATES, type PlanState } from '../../domain/plan.ts';
import { isReversible } from '../../engine/plans/undo-plan.ts';
import { inLanguage, type Localized } from '../../marketplaces/kit/localized.ts';
import type { Plan, PlanCounts, PlanOutcome } from '../../store/plans/read.ts';
import type { Language } from '../problems/language.ts';
import { troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const count = z.int();

/** A plan: what would be done, how far its reading or its commands have come, and what may be decided about it. */
export const planView = z
  .object({
    id,
    kind: z.enum(PLAN_KINDS),
    state: z.enum(PLAN_STATES),
    state_text: z.string(),
    version: z.int().describe('Confirming names it, so that what was shown is what is done.'),
    undoes: id.nullable().describe('The plan that this one takes back.'),
    items: z
      .object({
        total: count,
        waiting: count.describe('Their present values are not read yet.'),
        planned: count.describe('Will be done when the plan is confirmed.'),
        unchanged: count.describe('Are so already.'),
        declined: count.describe('Cannot be done; each item says why.'),
        stale: count.describe('Have changed since they were shown, and were left out.'),
        open: count.describe('Are on their way to the marketplace.'),
        done: count,
        failed: count.describe('Were refused by the marketplace or given up; see their commands.'),
        overtaken: count.describe('A newer value took their place.'),
        canceled: count,
        flagged: count.describe('Worth a second look before confirming.'),
      })
      .describe('In the list of plans, as of the last look.'),
    progress: z
      .object({ done: count, total: count })
      .describe('Of reading while the plan is prepared, of sending once it is confirmed.'),
    may: z.array(z.enum(['confirm', 'cancel', 'undo'])),
    trouble: troubleView.nullable().describe('What holds it up.'),
    actor: z.string(),
    confirmed_by: z.string().nullable(),
    created_at: instant,
    ready_at: instant.nullable(),
    expires_at: instant.nullable().describe('When it is forgotten unless it is confirmed.'),
    confirmed_at: instant.nullable(),
    finished_at: instant.nullable(),
  })
  .meta({ id: 'Plan' });

const STATE_TEXTS: Readonly<Record<PlanState, Localized>> = {
  preparing: {
    ko: '마켓의 현재 값을 읽고 있습니다. 아직 아무것도 보내지 않았습니다.',
    en: 'The present values are being read. Nothing has been sent.',
    ru: 'Читаются текущие значения. Ничего не отправлено.',
    uz: 'Joriy qiymatlar o‘qilmoqda. Hech narsa yuborilmadi.',
  },
  ready: {
    ko: '바뀔 내용을 확인하고 확정하세요. 확정하기 전에는 아무것도 보내지 않습니다.',
    en: 'See what would change, then confirm. Nothing is sent before.',
    ru: 'Посмотрите, что изменится, и подтвердите. До этого ничего не отправляется.',
    uz: 'Nima o‘zgarishini ko‘rib, tasdiqlang. Ungacha hech narsa yuborilmaydi.',
  },
  confirmed: {
    ko: '확정했습니다. 마켓에 차례로 반영하고 있습니다.',
    en: 'Confirmed. It is being carried out at the marketplaces.',
    ru: 'Подтверждено. Изменения передаются площадкам.',
    uz: 'Tasdiqlandi. O‘zgarishlar maydonlarga yuborilmoqda.',
  },
  applied: {
    ko: '마켓에 반영을 마쳤습니다.',
    en: 'It has been carried out.',
    ru: 'Изменения выполнены.',
    uz: 'O‘zgarishlar bajarildi.',
  },
  failed: {
    ko: '마켓에 반영된 것이 없습니다. 항목마다 이유를 확인하세요.',
    en: 'Nothing of it took effect. Each item says why.',
    ru: 'Ничего не изменилось. Причина указана у каждой строки.',
    uz: 'Hech narsa o‘zgarmadi. Sababi har bir qatorda yozilgan.',
  },
  canceled: {
    ko: '취소한 계획입니다. 취소하기 전에 보낸 것은 그대로입니다.',
    en: 'The plan was cancelled. What had been sent before stays.',
    ru: 'План отменён. Отправленное до этого остаётся.',
    uz: 'Reja bekor qilindi. Ungacha yuborilgani qoladi.',
  },
  expired: {
    ko: '24시간 동안 확정하지 않아 만료되었습니다. 계획을 다시 만드세요.',
    en: 'Nobody confirmed it within 24 hours. Make the plan anew.',
    ru: 'За 24 часа план не подтвердили. Составьте его заново.',
    uz: '24 soat ichida tasdiqlanmadi. Rejani qaytadan tuzing.',
  },
};

/** Writes a plan in one language. */
export function planOf(plan: Plan, language: Language): z.infer<typeof planView> {
  const { state, counts } = plan;
  const unconfirmed = state === 'preparing' || state === 'ready';
  return {
    id: plan.id,
    kind: plan.kind,
    state,
    state_text: inLanguage(STATE_TEXTS[state], language),
    version: plan.version,
    undoes: plan.undoes,
    items: { ...itemCounts(counts), total: plan.total, flagged: plan.flagged },
    progress: progressOf(plan),
    may: [
      ...(state === 'ready' && of(counts, 'planned') > 0 ? (['confirm'] as const) : []),
      ...(unconfirmed || state === 'confirmed' ? (['cancel'] as const) : []),
      ...(mayUndo(plan) ? (['undo'] as const) : []),
    ],
    trouble: troubleOf(plan.trouble, { platform: '' }, language),
    actor: plan.actor,
    confirmed_by: plan.confirmedBy,
    created_at: plan.createdAt.toISOString(),
    ready_at: instantOrNull(plan.readyAt),
    expires_at: unconfirmed ? plan.expiresAt.toISOString() : null,
    confirmed_at: instantOrNull(plan.confirmedAt),
    finished_at: instantOrNull(plan.finishedAt),
  };
}

function of(counts: PlanCounts, ...outcomes: readonly PlanOutcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
}

const OPEN = ['pending', 'sending', 'unknown'] as const satisfies readonly CommandState[];

function itemCounts(counts: PlanCounts) {
  return {
    waiting: of(counts, 'waiting'),
    planned: of(counts, 'planned'),
    unchanged: of(counts, 'unchanged'),
    declined: of(counts, 'declined'),
    stale: of(counts, 'stale'),
    open: of(counts, ...OPEN.filter(isOpen)),
    done: of(counts, 'done'),
    failed: of(counts, 'partial', 'refused', 'dead'),
    overtaken: of(counts, 'superseded'),
    canceled: of(counts, 'canceled'),
  };
}

function progressOf({ state, counts, total }: Plan): { done: number; total: number } {
  if (state === 'preparing' || state === 'ready' || state === 'expired')
    return { done: total - of(counts, 'waiting'), total };
  const { open, planned, done, failed, overtaken } = itemCounts(counts);
  const closed = done + failed + overtaken;
  return { done: closed, total: closed + open + planned };
}

function mayUndo({ kind, state, counts }: Plan): boolean {
  const over = state === 'applied' || state === 'canceled';
  return over && isReversible(kind) && of(counts, 'done', 'partial') > 0;
}
