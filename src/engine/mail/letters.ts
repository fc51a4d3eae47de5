import type { HealthState } from '../../domain/health.ts';
import type { MailedEvent, MailLanguage } from '../../domain/notice.ts';
import type { Advice } from '../../marketplaces/kit/advice.ts';

/** What a mail is made of; times are texts in the seller's zone. */
export interface LetterFacts {
  /** The shop as the seller knows it, such as `쿠팡 "내 쿠팡 스토어"`. */
  readonly shop: string;
  readonly count: number;
  /** The newest events, one line each. */
  readonly lines: readonly string[];
  /** What is wrong and what to do, where the newest event has a reason. */
  readonly advice: Advice | null;
  readonly since: string | null;
  readonly daysLeft: number | null;
  readonly keyEnds: string | null;
  /** How the shop is while the mail is written. */
  readonly state: HealthState | null;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Part = string | null;
type Writer = (facts: LetterFacts) => { readonly subject: string; readonly parts: readonly Part[] };

/** Writes the mail about some events of one kind, as plain text for a person in a hurry. */
export function writeLetter(type: MailedEvent, language: MailLanguage, facts: LetterFacts): Letter {
  const writers = language === 'ko' ? KO : EN;
  const { subject, parts } = writers[type](facts);
  const kept = [...parts, FOOTER[language]].filter((part) => part !== null && part !== '');
  return { subject: `[Moa] ${subject}`.replaceAll(/\s+/g, ' '), text: `${kept.join('\n\n')}\n` };
}

const FOOTER: Readonly<Record<MailLanguage, string>> = {
  ko: '--\nMoa가 알림 설정에 따라 보낸 메일입니다. 같은 가게의 같은 알림은 한 시간에 한 번만 보냅니다.',
  en: '--\nMoa sent this mail as your notification settings say. The same kind about the same shop comes once an hour at the most.',
};

const KO: Readonly<Record<MailedEvent, Writer>> = {
  'account.unhealthy': ({ shop, advice, since, state, count, lines }) => ({
    subject: `${shop}: ${advice?.title ?? '주문을 읽지 못하고 있습니다'}`,
    parts: [
      `${shop}의 주문을 읽지 못하고 있습니다.`,
      adviceKo(advice),
      since === null ? null : `언제부터: ${since}`,
      state === 'healthy' ? '이 메일을 쓰는 지금은 다시 정상입니다.' : null,
      '이미 가져온 주문은 그대로 있습니다. 해결되면 밀린 주문은 자동으로 가져옵니다.',
      count === 1 ? null : listed(count, lines, `지난 메일 뒤로 ${count}번 있었습니다:`),
    ],
  }),
  'account.recovered': ({ shop, since, state, count, lines }) => ({
    subject: `${shop}: 다시 정상입니다`,
    parts: [
      `${shop}의 주문을 다시 읽고 있습니다. 밀린 주문도 자동으로 가져왔습니다. 따로 할 일은 없습니다.`,
      since === null ? null : `문제가 있던 때: ${since}부터`,
      state === 'unhealthy' ? '이 메일을 쓰는 지금은 다시 문제가 있습니다. 계정 상태를 확인하세요.' : null,
      count === 1 ? null : listed(count, lines, `지난 메일 뒤로 ${count}번 있었습니다:`),
    ],
  }),
  'account.key_expiring': ({ shop, daysLeft, keyEnds }) => ({
    subject:
      daysLeft === 0
        ? `${shop}: API 키의 유효기간이 끝났습니다`
        : `${shop}: API 키가 ${daysLeft ?? '며칠'}일 뒤에 끝납니다`,
    parts: [
      daysLeft === 0
        ? `${shop}의 API 키 유효기간이 끝났습니다. 새 키를 넣을 때까지 주문을 읽거나 보내지 못할 수 있습니다.`
        : `${shop}의 API 키 유효기간이 ${daysLeft ?? '며칠'}일 남았습니다.`,
      keyEnds === null ? null : `끝나는 때: ${keyEnds}`,
      `할 일: 마켓의 판매자 페이지에서 키를 갱신하거나 재발급한 뒤, Moa의 계정 설정에 새 키와 새 만료일을 입력하세요.`,
    ],
  }),
  'command.failed': ({ shop, count, advice, lines }) => ({
    subject: `${shop}: 보내지 못한 작업 ${count}건`,
    parts: [
      `${shop}에 보내려던 작업 ${count}건이 실패했습니다. 마켓에는 반영되지 않았으니 확인이 필요합니다.`,
      adviceKo(advice),
      listed(count, lines, '최근 것부터:'),
      'Moa의 작업 목록에서 내용을 확인하고 다시 시도하거나 취소하세요.',
    ],
  }),
  'order.vanished': ({ shop, count, lines }) => ({
    subject: `${shop}: 마켓에서 보이지 않는 주문 ${count}건`,
    parts: [
      `${shop}에서 주문 ${count}건이 더는 보이지 않습니다. 취소되었거나 마켓에서 지운 주문일 수 있습니다.`,
      listed(count, lines, '최근 것부터:'),
      '발송하기 전에 마켓의 판매자 페이지에서 이 주문을 확인하세요.',
    ],
  }),
  'order.due_soon': ({ shop, count, lines }) => ({
    subject: `${shop}: 곧 발송기한이 끝나는 주문 ${count}건`,
    parts: [
      `${shop}의 주문 ${count}건이 몇 시간 안에 발송기한을 넘깁니다.`,
      listed(count, lines, '최근 것부터:'),
      '오늘 보내거나, 보낼 수 없으면 기한 전에 발송지연을 알리세요. 기한을 넘기면 페널티가 있을 수 있습니다.',
    ],
  }),
  'claim.due_soon': ({ shop, count, lines }) => ({
    subject: `${shop}: 곧 처리기한이 끝나는 클레임 ${count}건`,
    parts: [
      `${shop}의 취소·반품·교환 ${count}건이 몇 시간 안에 처리기한을 넘깁니다. 마켓이 스스로 결정하거나 페널티를 줄 수 있습니다.`,
      listed(count, lines, '최근 것부터:'),
      'Moa의 클레임 목록에서 처리하세요.',
    ],
  }),
  'claim.conflict': ({ shop, count, lines }) => ({
    subject: `${shop}: 확인이 필요한 취소 ${count}건`,
    parts: [
      `${shop}에서 이미 보냈거나 보내는 중인 상품에 취소가 ${count}건 들어왔습니다.`,
      listed(count, lines, '최근 것부터:'),
      '택배를 멈추거나 회수할지 결정하고, Moa의 클레임 목록에서 처리 결과를 적으세요.',
    ],
  }),
  'listing.rejected': ({ shop, count, lines }) => ({
    subject: `${shop}: 승인되지 않은 상품 ${count}개`,
    parts: [
      `${shop}에서 상품 ${count}개의 판매를 승인하지 않았습니다.`,
      listed(count, lines, '최근 것부터:'),
      'Moa의 상품에서 반려된 이유를 확인하고, 고친 뒤 다시 등록하세요.',
    ],
  }),
  'stock.low': ({ count, lines }) => ({
    subject: `재고가 얼마 남지 않은 상품 ${count}개`,
    parts: [
      `팔 수 있는 재고가 안전재고 아래로 내려간 상품(SKU)이 ${count}개 있습니다.`,
      listed(count, lines, '최근 것부터:'),
      '더 들여올지 정하고, 들어오면 Moa의 재고에 입고를 적으세요.',
    ],
  }),
  'stock.out': ({ count, lines }) => ({
    subject: `품절된 상품 ${count}개`,
    parts: [
      `팔 수 있는 재고가 없는 상품(SKU)이 ${count}개 있습니다.`,
      listed(count, lines, '최근 것부터:'),
      '실제로 남아 있다면 Moa의 재고에서 실사 수량을 적으세요.',
    ],
  }),
  'stock.oversold': ({ shop, count, lines }) => ({
    subject: `${shop}: 재고보다 더 팔린 주문 ${count}건`,
    parts: [
      `${shop}에서 재고가 모자라는데 팔린 주문이 ${count}건 있습니다.`,
      listed(count, lines, '최근 것부터:'),
      '급히 들여오거나, 보낼 수 없으면 구매자에게 알리고 기한 전에 취소하세요.',
    ],
  }),
  'webhook.endpoint_paused': ({ count, lines }) => ({
    subject: `웹훅 주소 ${count}개를 멈추었습니다`,
    parts: [
      `웹훅을 받지 않는 주소 ${count}개에 보내기를 멈추었습니다.`,
      listed(count, lines, '최근 것부터:'),
      '받는 프로그램을 고친 뒤 Moa의 웹훅 설정에서 다시 켜세요. 그동안의 기록은 다시 보낼 수 있습니다.',
    ],
  }),
};

const EN: Readonly<Record<MailedEvent, Writer>> = {
  'account.unhealthy': ({ shop, advice, since, state, count, lines }) => ({
    subject: `${shop}: ${advice?.title ?? 'orders cannot be read'}`,
    parts: [
      `Orders of ${shop} cannot be read.`,
      adviceEn(advice),
      since === null ? null : `Since: ${since}`,
      state === 'healthy' ? 'While this mail is written all is well again.' : null,
      'Orders already here are safe. Missed ones follow by themselves once this is solved.',
      count === 1 ? null : listed(count, lines, `It happened ${count} times since the last mail:`),
    ],
  }),
  'account.recovered': ({ shop, since, state, count, lines }) => ({
    subject: `${shop}: all is well again`,
    parts: [
      `Orders of ${shop} are read again, the missed ones too. There is nothing to do.`,
      since === null ? null : `The trouble began: ${since}`,
      state === 'unhealthy'
        ? 'While this mail is written there is trouble again. Look at the account.'
        : null,
      count === 1 ? null : listed(count, lines, `It happened ${count} times since the last mail:`),
    ],
  }),
  'account.key_expiring': ({ shop, daysLeft, keyEnds }) => ({
    subject:
      daysLeft === 0 ? `${shop}: the API key has ended` : `${shop}: the API key ends in ${daysEn(daysLeft)}`,
    parts: [
      daysLeft === 0
        ? `The API key of ${shop} has reached its end. Until a new one is entered, orders may neither be read nor sent.`
        : `The API key of ${shop} ends in ${daysEn(daysLeft)}.`,
      keyEnds === null ? null : `It ends: ${keyEnds}`,
      "What to do: renew or reissue the key on the marketplace's seller page, then enter the new key and its new end in Moa's account settings.",
    ],
  }),
  'command.failed': ({ shop, count, advice, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'task' : 'tasks'} could not be sent`,
    parts: [
      `${count} ${count === 1 ? 'task' : 'tasks'} for ${shop} failed. The marketplace does not have ${count === 1 ? 'it' : 'them'}: please look.`,
      adviceEn(advice),
      listed(count, lines, 'The newest first:'),
      'See the list of commands in Moa, then try again or cancel.',
    ],
  }),
  'order.vanished': ({ shop, count, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'order is' : 'orders are'} no longer shown`,
    parts: [
      `${shop} no longer shows ${count} ${count === 1 ? 'order' : 'orders'}: cancelled perhaps, or taken away by the marketplace.`,
      listed(count, lines, 'The newest first:'),
      "Look on the marketplace's seller page before you ship.",
    ],
  }),
  'order.due_soon': ({ shop, count, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'order must' : 'orders must'} leave within hours`,
    parts: [
      `${count} ${count === 1 ? 'order' : 'orders'} of ${shop} will miss the day to ship by within hours.`,
      listed(count, lines, 'The newest first:'),
      'Ship today, or announce a delay before the deadline. Missing it may cost a penalty.',
    ],
  }),
  'claim.due_soon': ({ shop, count, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'claim ends' : 'claims end'} within hours`,
    parts: [
      `${count} ${count === 1 ? 'cancel, return or exchange' : 'cancels, returns or exchanges'} of ${shop} will miss the deadline within hours. The marketplace may then decide by itself, or count it against you.`,
      listed(count, lines, 'The newest first:'),
      "Decide in Moa's list of claims.",
    ],
  }),
  'claim.conflict': ({ shop, count, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'cancel needs' : 'cancels need'} a look`,
    parts: [
      `${count} ${count === 1 ? 'cancel' : 'cancels'} at ${shop} came for goods that have left or are leaving.`,
      listed(count, lines, 'The newest first:'),
      "Decide whether to stop the parcel or fetch it back, and note in Moa's list of claims what was done.",
    ],
  }),
  'listing.rejected': ({ shop, count, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'product was' : 'products were'} not approved`,
    parts: [
      `${shop} did not approve ${count} ${count === 1 ? 'product' : 'products'} for sale.`,
      listed(count, lines, 'The newest first:'),
      'See why in Moa, put it right, then publish again.',
    ],
  }),
  'stock.low': ({ count, lines }) => ({
    subject: `${count} ${count === 1 ? 'SKU is' : 'SKUs are'} running low`,
    parts: [
      `What may still be sold of ${count} ${count === 1 ? 'SKU' : 'SKUs'} fell to the safety stock or below it.`,
      listed(count, lines, 'The newest first:'),
      'Decide whether to order more, and note the receipt in Moa when it comes.',
    ],
  }),
  'stock.out': ({ count, lines }) => ({
    subject: `${count} ${count === 1 ? 'SKU has' : 'SKUs have'} run out`,
    parts: [
      `Nothing is left to sell of ${count} ${count === 1 ? 'SKU' : 'SKUs'}.`,
      listed(count, lines, 'The newest first:'),
      "If there is some on the shelf after all, note what was counted in Moa's inventory.",
    ],
  }),
  'stock.oversold': ({ shop, count, lines }) => ({
    subject: `${shop}: ${count} ${count === 1 ? 'sale' : 'sales'} of more than there is`,
    parts: [
      `${shop} sold more than the stock has, ${count} ${count === 1 ? 'time' : 'times'}.`,
      listed(count, lines, 'The newest first:'),
      'Get more in time, or tell the buyer and cancel before the order is due.',
    ],
  }),
  'webhook.endpoint_paused': ({ count, lines }) => ({
    subject: `${count} webhook ${count === 1 ? 'address was' : 'addresses were'} paused`,
    parts: [
      `Nothing is sent any more to ${count} webhook ${count === 1 ? 'address that does' : 'addresses that do'} not answer.`,
      listed(count, lines, 'The newest first:'),
      "Mend the program that receives, then switch it on again in Moa's webhook settings. What was missed can be sent again.",
    ],
  }),
};

function adviceKo(advice: Advice | null): Part {
  return advice === null ? null : `무엇이 문제인가요: ${advice.detail}\n할 일: ${advice.todo}`;
}

function adviceEn(advice: Advice | null): Part {
  return advice === null ? null : `What is wrong: ${advice.detail}\nWhat to do: ${advice.todo}`;
}

function daysEn(days: number | null): string {
  return days === 1 ? '1 day' : `${days ?? 'a few'} days`;
}

/** One line each below a heading. */
function listed(count: number, lines: readonly string[], heading: string): string {
  const more = count > lines.length ? [`… +${count - lines.length}`] : [];
  return [heading, ...[...lines, ...more].map((line) => `- ${line}`)].join('\n');
}
