import type { Declined } from '../../engine/commands/wish.ts';
import type { Localized } from '../../marketplaces/kit/localized.ts';
import { findMarketplace } from '../../marketplaces/registry.ts';
import { Problem } from '../problems/problem.ts';

/**
 * The problem that tells a seller why a wish for an order was declined, and what to do instead. `carrierField` is
 * where the request named the carrier.
 */
export function declinedProblem(because: Declined, carrierField = 'deliveryCompanyCode'): Problem {
  switch (because.code) {
    case 'order_not_found':
      return new Problem('not_found');
    case 'account_disconnected':
    case 'cancel_requested':
      return new Problem(because.code);
    case 'line_not_found':
      return new Problem('line_not_found', {
        errors: [
          {
            field: 'line_ids',
            code: 'line_not_found',
            message: {
              ko: `${because.line}번은 이 주문의 상품이 아닙니다.`,
              en: `${because.line} is not a line of this order.`,
            },
          },
        ],
      });
    case 'locked':
      return new Problem('line_locked', {
        detail: {
          ko: `마켓이 잠근 상품이라 처리할 수 없습니다: ${because.because}`,
          en: `The marketplace has locked this line: ${because.because}`,
        },
      });
    case 'not_offered':
      return new Problem('not_offered', { detail: notOffered(because) });
    case 'carrier_unknown':
      return carrierUnknown(because, carrierField);
    case 'nothing_to_do':
      return new Problem('nothing_to_do', { detail: nothingToDo(because) });
  }
}

type Because<Code extends Declined['code']> = Extract<Declined, { readonly code: Code }>;

function namesOf(platform: string): Localized {
  return findMarketplace(platform)?.names ?? { ko: platform, en: platform };
}

function notOffered({ platform, unsupported }: Because<'not_offered'>): Localized {
  const names = namesOf(platform);
  if (unsupported === null) {
    return {
      ko: `${names.ko} API에는 이 기능이 없습니다. 판매자 페이지에서 직접 처리하세요.`,
      en: `${names.en}'s API has no such function. Do it on its seller page.`,
    };
  }
  const { reason, instead } = unsupported;
  return { ko: `${reason.ko} ${instead.ko}`, en: `${reason.en} ${instead.en}` };
}

function carrierUnknown({ carrier, platform, choices }: Because<'carrier_unknown'>, field: string): Problem {
  const names = namesOf(platform);
  const listed = choices.map(({ name, code }) => `${name}(${code})`).join(', ');
  const message = {
    ko: `${names.ko}에서 "${carrier}" 택배사를 쓸 수 없습니다. 쓸 수 있는 택배사: ${listed}`,
    en: `${names.en} has no carrier "${carrier}". It takes: ${listed}`,
  };
  return new Problem('carrier_unknown', {
    detail: message,
    errors: [
      {
        field,
        code: 'carrier_unknown',
        message,
        choices: choices.map(({ id, name }) => ({ value: id, name })),
      },
    ],
  });
}

const DONE_INSTEAD: Readonly<Record<Because<'nothing_to_do'>['kind'], Localized>> = {
  acknowledge: {
    ko: '발주확인은 결제완료 상태에서만 할 수 있습니다.',
    en: 'Only paid lines can be acknowledged.',
  },
  ship: {
    ko: '이미 발송했거나 발송할 수 없는 상태입니다. 발송한 송장을 고치려면 PUT /orders/{id}/invoice 를 쓰세요.',
    en: 'It is shipped already or cannot be shipped. To correct an invoice, use PUT /orders/{id}/invoice.',
  },
  change_invoice: {
    ko: '송장은 발송한 뒤 배송이 끝나기 전까지만 고칠 수 있습니다.',
    en: 'An invoice can be changed only after shipping and until the purchase is confirmed.',
  },
  delay: {
    ko: '발송 지연은 발송하기 전에만 알릴 수 있습니다.',
    en: 'A delay can be announced only before shipping.',
  },
};

function nothingToDo({ kind, statuses }: Because<'nothing_to_do'>): Localized {
  const now = statuses.join(', ');
  return {
    ko: `${DONE_INSTEAD[kind].ko} 지금 상태: ${now}`,
    en: `${DONE_INSTEAD[kind].en} State now: ${now}`,
  };
}
