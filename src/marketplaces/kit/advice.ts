import type { Localized } from './localized.ts';
import type { TroubleReason } from './trouble.ts';

/** Everything a seller can be told about: a marketplace's trouble, or the hub's own. */
export type AdviceReason = TroubleReason | 'account_off' | 'interrupted' | 'internal';

/** What happened and what to do about it, for a person and not for a programmer. */
export interface Advice {
  readonly title: string;
  readonly detail: string;
  readonly todo: string;
}

export type AdviceLanguage = 'ko' | 'en';

export interface AdviceFacts {
  readonly marketplace: Localized;
  /** Marketplace clock minus ours, where that is the trouble. */
  readonly skewMs: number | null;
}

interface Names {
  /** The marketplace's name in the language of the sentence. */
  readonly shop: string;
  /** How far the clocks are apart, such as `10분` or `10 minutes`; empty when it is not known. */
  readonly skew: string;
}

type Sentences = Readonly<Record<AdviceReason, (names: Names) => Advice>>;

const KO: Sentences = {
  wrong_key: ({ shop }) => ({
    title: 'API 키가 맞지 않습니다',
    detail: `${shop}에서 이 키를 인정하지 않습니다. 잘못 입력했거나 재발급되어 예전 키가 된 것입니다.`,
    todo: `${shop} 판매자 페이지에서 키를 다시 확인한 뒤 계정 설정에 새로 입력하세요.`,
  }),
  expired_key: ({ shop }) => ({
    title: 'API 키가 만료되었습니다',
    detail: `${shop} API 키의 유효기간이 끝나 주문을 읽을 수 없습니다. 이미 가져온 주문은 그대로 있습니다.`,
    todo: `${shop} 판매자 페이지에서 키를 갱신하거나 재발급해 계정 설정에 입력하세요. 밀린 주문은 자동으로 가져옵니다.`,
  }),
  clock_skew: ({ shop, skew }) => ({
    title: '서버 시계가 맞지 않습니다',
    detail: `${shop} 서버와 이 서버의 시각이 ${skew === '' ? '크게' : `약 ${skew}`} 달라 서명이 거부되었습니다.`,
    todo: '이 서버의 시각 자동 맞춤(NTP)을 켜고 시각을 맞춘 뒤 다시 시도하세요. 키를 바꿀 필요는 없습니다.',
  }),
  token_refused: ({ shop }) => ({
    title: '접속 토큰이 거부되었습니다',
    detail: `${shop}에서 사용하던 토큰을 더는 받지 않습니다. 새 토큰으로 자동으로 다시 시도합니다.`,
    todo: '계속 나타나면 연결 테스트를 하고, 다른 프로그램이 같은 키로 토큰을 새로 받고 있지 않은지 확인하세요.',
  }),
  ip_not_allowed: ({ shop }) => ({
    title: '이 서버의 IP가 허용되지 않았습니다',
    detail: `${shop}에 등록되지 않은 IP 주소에서 호출해 거부되었습니다. 인터넷 회선의 IP가 바뀌었을 수 있습니다.`,
    todo: `이 서버의 공인 IP를 확인해 ${shop} 판매자 페이지의 API 설정에 등록하세요. 적용까지 몇 분 걸릴 수 있습니다.`,
  }),
  missing_permission: ({ shop }) => ({
    title: 'API 권한이 없습니다',
    detail: `${shop}의 이 API 키에는 해당 기능을 쓸 권한이 없습니다.`,
    todo: `${shop} 판매자 페이지의 API 설정에서 필요한 권한(API 그룹)을 추가한 뒤 다시 시도하세요.`,
  }),
  edge_block: ({ shop }) => ({
    title: '접속이 차단되었습니다',
    detail: `${shop}의 보안 장비가 이 서버의 접속을 막았습니다. 짧은 시간에 호출이 많았거나 IP가 의심받은 것입니다.`,
    todo: '잠시 호출을 멈추었다가 자동으로 다시 시도합니다. 한 시간이 지나도 같으면 판매자 고객센터에 IP 차단 해제를 요청하세요.',
  }),
  account_blocked: ({ shop }) => ({
    title: '판매자 계정이 제한된 상태입니다',
    detail: `${shop}에서 이 판매자 계정의 API 사용을 막았습니다.`,
    todo: `${shop} 판매자 페이지에 로그인해 공지와 계정 상태를 확인하고 고객센터에 문의하세요.`,
  }),
  penalty: ({ shop }) => ({
    title: '호출이 잠시 제한되었습니다',
    detail: `${shop}에서 호출 제한 벌칙을 걸었습니다. 벌칙이 끝날 때까지 기다립니다.`,
    todo: '따로 할 일은 없습니다. 같은 키를 쓰는 다른 프로그램이 있으면 멈추거나 호출을 줄이세요.',
  }),
  quota_spent: ({ shop }) => ({
    title: '오늘의 호출 한도를 다 썼습니다',
    detail: `${shop}에서 정한 호출 횟수를 모두 사용했습니다. 한도가 새로 열리면 이어서 진행합니다.`,
    todo: '급한 주문은 판매자 페이지에서 처리하세요. 같은 키를 쓰는 다른 프로그램이 있는지도 확인하세요.',
  }),
  over_limit: ({ shop }) => ({
    title: '호출이 너무 잦습니다',
    detail: `${shop}의 초당 호출 한도를 넘어 잠시 쉬었다가 자동으로 다시 시도합니다.`,
    todo: '자주 나타나면 같은 키를 쓰는 다른 프로그램을 멈추세요.',
  }),
  wrong_shop: ({ shop }) => ({
    title: '상점 번호가 맞지 않습니다',
    detail: `API 키는 맞지만 입력한 판매자 번호(업체코드 등)의 상점을 ${shop}에서 찾을 수 없습니다.`,
    todo: '계정 설정의 판매자 번호를 판매자 페이지에 표시된 값과 비교해 고치세요.',
  }),
  not_found: ({ shop }) => ({
    title: '찾을 수 없습니다',
    detail: `${shop}에 해당 주문이나 상품이 없다고 합니다. 취소되었거나 조회 기간이 지났을 수 있습니다.`,
    todo: `${shop} 판매자 페이지에서 주문을 직접 확인하세요.`,
  }),
  refused: ({ shop }) => ({
    title: '요청이 거절되었습니다',
    detail: `${shop}에서 보낸 값을 받아들이지 않았습니다. 마켓이 보낸 원문을 함께 확인하세요.`,
    todo: '송장번호와 택배사 등 보낸 값을 고쳐 다시 시도하세요.',
  }),
  already_done: ({ shop }) => ({
    title: '이미 처리되어 있습니다',
    detail: `${shop}에는 이미 처리된 것으로 되어 있습니다.`,
    todo: '주문 상태를 확인하세요. 다르게 되어 있으면 주문을 다시 가져오세요.',
  }),
  wrong_state: ({ shop }) => ({
    title: '지금 상태에서는 할 수 없습니다',
    detail: `${shop}에서 주문 상태가 그사이에 바뀌어 처리하지 못했습니다. 취소 요청이 들어왔을 수 있습니다.`,
    todo: '주문을 다시 가져와 지금 상태를 확인한 뒤 진행하세요.',
  }),
  too_early: ({ shop }) => ({
    title: '마켓이 아직 받지 않습니다',
    detail: `${shop}에서 아직 받을 준비가 되지 않았습니다.`,
    todo: '따로 할 일은 없습니다. 될 때까지 자동으로 다시 시도합니다. 그만 기다리게 되면 판매자 페이지를 확인하고 "다시 시도"를 누르세요.',
  }),
  down: ({ shop }) => ({
    title: '마켓에 연결할 수 없습니다',
    detail: `${shop} 서버가 응답하지 않습니다. 점검 중이거나 장애가 났을 수 있습니다. 빠진 주문 없이 자동으로 다시 시도합니다.`,
    todo: `이 서버의 인터넷 연결을 확인하고, 이상이 없으면 ${shop} 공지를 확인하며 기다리세요.`,
  }),
  timeout: ({ shop }) => ({
    title: '응답이 너무 늦습니다',
    detail: `${shop}에서 제시간에 답하지 않았습니다. 자동으로 다시 시도하며, 보낸 처리가 반영되었는지는 마켓을 읽어 확인합니다.`,
    todo: '오래 계속되면 마켓 공지와 이 서버의 인터넷 연결을 확인하세요.',
  }),
  connection_lost: ({ shop }) => ({
    title: '연결이 끊겼습니다',
    detail: `${shop} 서버와 통신하던 중 연결이 끊겼습니다. 자동으로 다시 시도하며, 보낸 처리가 반영되었는지는 마켓을 읽어 확인합니다.`,
    todo: '자주 나타나면 이 서버의 인터넷 연결을 확인하세요.',
  }),
  truncated: ({ shop }) => ({
    title: '답이 중간에 잘렸습니다',
    detail: `${shop}에서 보낸 답이 끝까지 오지 않아 읽지 않았습니다. 잃은 것은 없고 다시 읽습니다.`,
    todo: '따로 할 일은 없습니다. 계속되면 마켓 공지와 중간 프록시 설정을 확인하세요.',
  }),
  not_json: ({ shop }) => ({
    title: '알 수 없는 형식의 답이 왔습니다',
    detail: `${shop}에서 데이터 대신 웹 페이지 같은 다른 내용을 보냈습니다. 점검 안내나 차단 화면일 때가 많습니다.`,
    todo: `${shop} 점검 공지를 확인하세요. 접속 주소(base_url)를 직접 지정했다면 주소가 맞는지도 확인하세요.`,
  }),
  unexpected_shape: ({ shop }) => ({
    title: '답의 모양이 바뀌었습니다',
    detail: `${shop}의 답이 약속된 모양과 달라 읽지 않았습니다. API가 바뀌었을 수 있습니다. 원문은 보관되어 있습니다.`,
    todo: 'Moa를 최신 버전으로 올리세요. 최신인데도 같으면 이 기록의 번호와 함께 알려 주세요.',
  }),
  answer_too_large: ({ shop }) => ({
    title: '답이 너무 큽니다',
    detail: `${shop}에서 받아들일 수 있는 크기를 넘는 답을 보내 중단했습니다.`,
    todo: '기간을 나누어 다시 가져오세요. 접속 주소(base_url)를 직접 지정했다면 주소를 확인하세요.',
  }),
  wrong_endpoint: ({ shop }) => ({
    title: '접속 주소가 맞지 않습니다',
    detail: `이 주소에는 ${shop} API가 없습니다. 접속 주소나 API 버전(edition)이 맞지 않는 것입니다.`,
    todo: '계정 설정의 base_url과 edition을 확인하세요. 특별한 이유가 없으면 비워 두세요.',
  }),
  switched_off: ({ shop }) => ({
    title: '꺼 둔 기능입니다',
    detail: `이 ${shop} 계정에서 해당 종류의 호출을 꺼 두었습니다. 마켓에는 아무것도 보내지 않았습니다.`,
    todo: '다시 사용하려면 계정 설정의 closed_intents에서 빼세요.',
  }),
  account_off: ({ shop }) => ({
    title: '꺼 둔 계정입니다',
    detail: `이 ${shop} 계정을 꺼 두어 주문을 읽지도 보내지도 않습니다. 이미 가져온 주문은 그대로 있습니다.`,
    todo: '다시 사용하려면 계정 설정에서 enabled를 켜세요. 꺼 둔 동안의 주문은 자동으로 가져옵니다.',
  }),
  not_offered: ({ shop }) => ({
    title: '마켓에 없는 기능입니다',
    detail: `${shop} API에는 이 기능이 없습니다.`,
    todo: '마켓별 기능 표(GET /api/v1/platforms)에서 대신 할 수 있는 방법을 확인하세요.',
  }),
  unexplained: ({ shop }) => ({
    title: '알 수 없는 오류입니다',
    detail: `${shop}에서 알려지지 않은 오류를 보냈습니다. 마켓이 보낸 원문을 함께 확인하세요.`,
    todo: '자동으로 다시 시도합니다. 계속되면 원문과 함께 마켓 고객센터에 문의하세요.',
  }),
  interrupted: ({ shop }) => ({
    title: '작업이 중단되었습니다',
    detail: `${shop} 주문을 읽던 중 프로그램이 꺼졌습니다. 이미 저장된 주문은 그대로이고 이어서 읽습니다.`,
    todo: '따로 할 일은 없습니다.',
  }),
  internal: ({ shop }) => ({
    title: 'Moa 안에서 문제가 생겼습니다',
    detail: `${shop}의 문제가 아니라 이 프로그램의 문제입니다. 저장된 주문은 안전합니다.`,
    todo: '자동으로 다시 시도합니다. 계속되면 로그와 함께 이 기록의 번호를 알려 주세요.',
  }),
};

const EN: Sentences = {
  wrong_key: ({ shop }) => ({
    title: 'The API key is wrong',
    detail: `${shop} does not accept this key. It was mistyped, or a newer one has replaced it.`,
    todo: `Check the key on ${shop}'s seller page and enter it again in the account settings.`,
  }),
  expired_key: ({ shop }) => ({
    title: 'The API key has expired',
    detail: `The ${shop} key has reached its end, so orders cannot be read. Orders already here are safe.`,
    todo: `Renew or reissue the key on ${shop}'s seller page and enter it in the account settings. Missed orders follow by themselves.`,
  }),
  clock_skew: ({ shop, skew }) => ({
    title: "This server's clock is wrong",
    detail: `The clocks of ${shop} and this server are ${skew === '' ? 'too far' : `about ${skew}`} apart, so the signature was refused.`,
    todo: 'Turn on time synchronisation (NTP) on this server, then try again. The key does not need to change.',
  }),
  token_refused: ({ shop }) => ({
    title: 'The access token was refused',
    detail: `${shop} no longer takes the token in use. A new one is fetched and the call repeated.`,
    todo: 'If it stays, run the connection test and see whether another program fetches tokens with the same key.',
  }),
  ip_not_allowed: ({ shop }) => ({
    title: "This server's IP address is not allowed",
    detail: `${shop} refused a call from an address that is not registered. Your internet address may have changed.`,
    todo: `Register this server's public IP address in the API settings of ${shop}'s seller page. It may take minutes to work.`,
  }),
  missing_permission: ({ shop }) => ({
    title: 'The API key lacks a permission',
    detail: `This ${shop} key may not use that function.`,
    todo: `Add the missing permission (API group) in the API settings of ${shop}'s seller page, then try again.`,
  }),
  edge_block: ({ shop }) => ({
    title: 'Access is blocked',
    detail: `${shop}'s firewall turned this server away, after too many calls or because it distrusts the address.`,
    todo: 'Calls pause and start again by themselves. If it lasts more than an hour, ask the seller support to unblock the IP address.',
  }),
  account_blocked: ({ shop }) => ({
    title: 'The seller account is restricted',
    detail: `${shop} has closed the API for this seller account.`,
    todo: `Log in to ${shop}'s seller page, read the notices and the account state, and contact the support.`,
  }),
  penalty: ({ shop }) => ({
    title: 'Calls are restricted for a while',
    detail: `${shop} has put a penalty on calls. The hub waits until it is over.`,
    todo: 'Nothing to do. If another program uses the same key, stop it or slow it down.',
  }),
  quota_spent: ({ shop }) => ({
    title: 'The quota of calls is used up',
    detail: `All calls that ${shop} allows for now have been made. Work goes on when the quota opens again.`,
    todo: 'Handle urgent orders on the seller page, and see whether another program uses the same key.',
  }),
  over_limit: ({ shop }) => ({
    title: 'Too many calls at once',
    detail: `${shop}'s limit of calls per second was exceeded. The call is repeated after a pause.`,
    todo: 'If it happens often, stop other programs that use the same key.',
  }),
  wrong_shop: ({ shop }) => ({
    title: 'The shop number is wrong',
    detail: `The key is good, but ${shop} knows no shop under the seller number you entered.`,
    todo: 'Compare the seller number in the account settings with the one on the seller page.',
  }),
  not_found: ({ shop }) => ({
    title: 'Not found',
    detail: `${shop} says there is no such order or product. It may be cancelled, or too old to be read.`,
    todo: `Look the order up on ${shop}'s seller page.`,
  }),
  refused: ({ shop }) => ({
    title: 'The request was refused',
    detail: `${shop} did not accept the values. See its own text beside this.`,
    todo: 'Correct what was sent, such as invoice number and carrier, and try again.',
  }),
  already_done: ({ shop }) => ({
    title: 'Already done',
    detail: `${shop} has this as done already.`,
    todo: 'Look at the order. If it shows something else here, sync the orders again.',
  }),
  wrong_state: ({ shop }) => ({
    title: 'Not possible in this state',
    detail: `The order changed at ${shop} in the meantime, so this could not be done. The buyer may have asked to cancel.`,
    todo: 'Sync the order, look at its state now and go on from there.',
  }),
  too_early: ({ shop }) => ({
    title: 'Too early for the marketplace',
    detail: `${shop} is not ready to take this yet.`,
    todo: 'Nothing to do: it is tried again until it is taken. Once the waiting was given up, see the seller page, then retry.',
  }),
  down: ({ shop }) => ({
    title: 'The marketplace cannot be reached',
    detail: `${shop} does not answer. It may be down or under maintenance. No order is lost: it is tried again.`,
    todo: `Check this server's internet connection; if that is fine, read ${shop}'s notices and wait.`,
  }),
  timeout: ({ shop }) => ({
    title: 'The answer came too late',
    detail: `${shop} did not answer in time. It is tried again; whether a write arrived is checked by reading the marketplace.`,
    todo: 'If it lasts, check the notices of the marketplace and the internet connection of this server.',
  }),
  connection_lost: ({ shop }) => ({
    title: 'The connection broke',
    detail: `The connection to ${shop} broke during a call. It is tried again; whether a write arrived is checked by reading the marketplace.`,
    todo: 'If it happens often, check the internet connection of this server.',
  }),
  truncated: ({ shop }) => ({
    title: 'The answer was cut off',
    detail: `${shop}'s answer did not arrive whole and was not used. Nothing is lost: it is read again.`,
    todo: 'Nothing to do. If it stays, check the notices of the marketplace and any proxy in between.',
  }),
  not_json: ({ shop }) => ({
    title: 'The answer is not data',
    detail: `${shop} sent something like a web page instead of data, often a maintenance or block page.`,
    todo: `Read ${shop}'s maintenance notices. If you set a base_url of your own, check it.`,
  }),
  unexpected_shape: ({ shop }) => ({
    title: 'The answer has another shape',
    detail: `${shop}'s answer is not what its documents promise and was not used. The API may have changed. The original is kept.`,
    todo: 'Update Moa. If this is the newest version, report it with the number of this log.',
  }),
  answer_too_large: ({ shop }) => ({
    title: 'The answer is too large',
    detail: `${shop} sent more than can be taken in one answer, so it was stopped.`,
    todo: 'Sync a shorter range of dates. If you set a base_url of your own, check it.',
  }),
  wrong_endpoint: ({ shop }) => ({
    title: 'The address is wrong',
    detail: `There is no ${shop} API at this address: base_url or edition do not fit.`,
    todo: 'Check base_url and edition in the account settings. Leave them empty unless you need them.',
  }),
  switched_off: ({ shop }) => ({
    title: 'This is switched off',
    detail: `Calls of this kind are switched off for this ${shop} account. Nothing was sent.`,
    todo: 'Take it out of closed_intents in the account settings to use it again.',
  }),
  account_off: ({ shop }) => ({
    title: 'The account is switched off',
    detail: `This ${shop} account is switched off, so nothing is read and nothing is sent. Orders already here are safe.`,
    todo: 'Set enabled in the account settings to use it again. Orders of the time between follow by themselves.',
  }),
  not_offered: ({ shop }) => ({
    title: 'The marketplace does not offer this',
    detail: `${shop}'s API has no such function.`,
    todo: 'See the table of functions (GET /api/v1/platforms) for what to do instead.',
  }),
  unexplained: ({ shop }) => ({
    title: 'An unknown error',
    detail: `${shop} sent an error nobody has described. See its own text beside this.`,
    todo: 'It is tried again. If it stays, send the text to the support of the marketplace.',
  }),
  interrupted: ({ shop }) => ({
    title: 'The work was interrupted',
    detail: `The program stopped while it read ${shop} orders. What was stored is safe, and reading goes on from there.`,
    todo: 'Nothing to do.',
  }),
  internal: ({ shop }) => ({
    title: 'Something broke inside Moa',
    detail: `This is a fault of this program and not of ${shop}. Stored orders are safe.`,
    todo: 'It is tried again. If it stays, report it with the log and the number of this record.',
  }),
};

const MINUTE_MS = 60_000;

/** The sentences for a reason, in one language. */
export function adviceFor(reason: AdviceReason, language: AdviceLanguage, facts: AdviceFacts): Advice {
  const sentences = language === 'ko' ? KO : EN;
  return sentences[reason]({ shop: facts.marketplace[language], skew: skewText(facts.skewMs, language) });
}

function skewText(skewMs: number | null, language: AdviceLanguage): string {
  if (skewMs === null) return '';
  const minutes = Math.max(1, Math.round(Math.abs(skewMs) / MINUTE_MS));
  if (language === 'ko') return `${minutes}분`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** Whether a stored text names a reason there are sentences for. */
export function isAdviceReason(text: string): text is AdviceReason {
  return Object.hasOwn(KO, text);
}
