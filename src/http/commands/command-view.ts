import { z } from 'zod';
import { COMMAND_KINDS, COMMAND_TRANSITIONS, type CommandState } from '../../domain/command.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import type { Command, CommandItem } from '../../store/commands.ts';
import type { Language } from '../problems/language.ts';
import { sentencesFor, troubleOf, troubleView } from '../trouble-view.ts';
import { id } from '../values/id.ts';
import { instant, instantOrNull } from '../values/instant.ts';

const shipment = z.object({
  carrier_id: z.string().nullable(),
  carrier_code: z.string().describe("The marketplace's own code."),
  invoice: z.string(),
  shipped_at: instant,
});

/** What a seller asked a marketplace to do, and what has come of it. */
export const commandView = z
  .object({
    id,
    order_id: id,
    account_id: id,
    kind: z.enum(COMMAND_KINDS),
    state: z.enum(['pending', 'sending', 'unknown', 'done', 'partial', 'refused', 'dead']),
    state_text: z.string(),
    shipment: shipment.nullable(),
    delay: z.object({ ship_by: instant, reason: z.string(), text: z.string() }).nullable(),
    attempts: z.int(),
    next_attempt_at: instant.nullable(),
    actor: z.string(),
    cause: z.string(),
    created_at: instant,
    finished_at: instant.nullable(),
    trouble: troubleView.nullable().describe('What the last call as a whole met.'),
    lines: z.array(
      z.object({
        line_id: id,
        state: z.enum(['pending', 'unknown', 'done', 'refused']),
        code: z.string().nullable(),
        title: z.string().nullable(),
        detail: z.string().nullable(),
        todo: z.string().nullable(),
        native_code: z.string().nullable(),
        native_text: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Command' });

const STATE_TEXTS: Readonly<Record<CommandState, Localized>> = {
  pending: { ko: '마켓에 보내기를 기다리고 있습니다.', en: 'Waits to be sent to the marketplace.' },
  sending: { ko: '마켓에 보내는 중입니다.', en: 'Is being sent to the marketplace.' },
  unknown: {
    ko: '마켓에 반영되었는지 확인하고 있습니다. 다시 누르지 않아도 됩니다.',
    en: 'It is being checked whether the marketplace has taken it. There is no need to ask again.',
  },
  done: { ko: '마켓에 반영되었습니다.', en: 'The marketplace has taken it.' },
  partial: {
    ko: '일부 상품만 마켓에 반영되었습니다.',
    en: 'The marketplace has taken it for some lines only.',
  },
  refused: { ko: '마켓에서 거절했습니다.', en: 'The marketplace has refused it.' },
  dead: {
    ko: '여러 번 시도했지만 되지 않아 멈추었습니다. 이유를 확인하고 다시 요청하세요.',
    en: 'It was tried often and given up. See why, then ask again.',
  },
};

/** Writes a command in sentences; the platform names the marketplace in them. */
export function commandOf(
  command: Command,
  platform: string,
  language: Language,
): z.infer<typeof commandView> {
  const { payload } = command;
  return {
    id: command.id,
    order_id: command.order,
    account_id: command.account,
    kind: payload.kind,
    state: command.state,
    state_text: STATE_TEXTS[command.state][language],
    shipment:
      payload.kind === 'ship' || payload.kind === 'change_invoice'
        ? {
            carrier_id: payload.carrierId,
            carrier_code: payload.carrierCode,
            invoice: payload.invoice,
            shipped_at: payload.shippedAt,
          }
        : null,
    delay:
      payload.kind === 'delay'
        ? { ship_by: payload.shipBy, reason: payload.reason, text: payload.text }
        : null,
    attempts: command.attempts,
    next_attempt_at: isClosed(command) ? null : command.notBefore.toISOString(),
    actor: command.actor,
    cause: command.cause,
    created_at: command.createdAt.toISOString(),
    finished_at: instantOrNull(command.finishedAt),
    trouble: troubleOf(command.trouble, platform, language),
    lines: command.items.map((item) => lineOf(item, platform, language)),
  };
}

function lineOf(
  item: CommandItem,
  platform: string,
  language: Language,
): z.infer<typeof commandView>['lines'][number] {
  const none = { code: null, title: null, detail: null, todo: null };
  return {
    line_id: item.line,
    state: item.state,
    ...(item.reason === null ? none : sentencesFor(item.reason, platform, language)),
    native_code: item.nativeCode,
    native_text: item.nativeText,
  };
}

/** Whether nothing more will come of a command. */
export function isClosed(command: Command): boolean {
  return COMMAND_TRANSITIONS[command.state].length === 0;
}
