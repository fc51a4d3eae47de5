import type { ProblemCode } from './catalogue.ts';
import type { Said } from './said.ts';

/** The problems in Korean. */
export const KOREAN: Readonly<Record<ProblemCode, Said>> = {
  token_missing: {
    title: '로그인이 필요합니다',
    detail: '요청에 API 토큰이 없습니다. "Authorization: Bearer moa_…" 헤더를 넣거나 로그인하세요.',
  },
  token_unknown: {
    title: '토큰이 맞지 않습니다',
    detail: '이 토큰은 발급된 적이 없거나 폐기되었습니다. 복사하면서 잘리지 않았는지 확인하세요.',
  },
  token_expired: {
    title: '토큰이 만료되었습니다',
    detail: '이 토큰의 유효기간이 끝났습니다. 새 토큰을 발급받으세요.',
  },
  session_ended: {
    title: '다시 로그인하세요',
    detail: '로그인이 끝났거나 다른 곳에서 로그아웃되었습니다.',
  },
  wrong_password: {
    title: '로그인할 수 없습니다',
    detail: '이메일 또는 비밀번호가 맞지 않습니다.',
  },
  role_too_low: {
    title: '권한이 없습니다',
    detail: '이 작업을 할 수 있는 역할이 아닙니다. 사업자(owner)에게 권한을 요청하세요.',
  },
  no_business: {
    title: '소속된 사업자가 없습니다',
    detail: '로그인했지만 어느 사업자에도 속해 있지 않습니다. 관리자에게 추가를 요청하세요.',
  },
  foreign_origin: {
    title: '다른 사이트에서 온 요청입니다',
    detail:
      '로그인 쿠키로는 이 주소의 페이지에서만 변경할 수 있습니다. 프로그램에서는 API 토큰을 사용하세요.',
  },
  not_found: {
    title: '찾을 수 없습니다',
    detail: '그 번호의 자료가 없거나 볼 수 없는 자료입니다.',
  },
  no_picture: {
    title: '보여 줄 이미지가 없습니다',
    detail:
      '이 주소에서 이미지를 가져올 수 없습니다. 공개된 https 주소의 JPG, PNG, GIF, WebP, BMP 파일(10MB 이하)인지 확인하세요.',
  },
  hook_unknown: {
    title: '없는 웹훅 주소입니다',
    detail:
      '이 웹훅 주소는 만들어진 적이 없거나 새 주소로 바뀌었습니다. 계정 설정에서 주소를 다시 만들어 마켓에 등록하세요.',
  },
  push_refused: {
    title: '확인되지 않은 웹훅입니다',
    detail:
      '마켓이 보낸 것으로 확인되지 않아 받지 않았습니다. 계정에 등록한 웹훅 키가 마켓의 것과 같은지 확인하세요.',
  },
  route_unknown: {
    title: '없는 주소입니다',
    detail: '이 주소나 방식(method)의 API가 없습니다. 목록은 /docs 에 있습니다.',
  },
  malformed_body: {
    title: '본문을 읽을 수 없습니다',
    detail: '본문이 올바른 JSON이 아닙니다.',
  },
  body_too_large: {
    title: '본문이 너무 큽니다',
    detail: '본문은 1 MB(상품과 계획은 4 MB, 상품 파일은 30 MB)까지 보낼 수 있습니다. 나누어 보내세요.',
  },
  media_type_unsupported: {
    title: 'JSON으로 보내 주세요',
    detail: '본문은 "Content-Type: application/json"으로 보내야 합니다.',
  },
  idempotency_key_in_progress: {
    title: '같은 요청이 진행 중입니다',
    detail: '같은 Idempotency-Key의 요청을 아직 처리하고 있습니다. 잠시 뒤 다시 보내면 그 결과를 받습니다.',
  },
  idempotency_key_reused: {
    title: 'Idempotency-Key를 다시 쓸 수 없습니다',
    detail: '이 키는 다른 내용의 요청에 이미 사용되었습니다. 새 키를 쓰세요.',
  },
  code_taken: {
    title: '이미 쓰고 있는 코드입니다',
    detail: '다른 상품이 이미 쓰고 있는 코드입니다. 다른 코드를 넣으세요.',
  },
  sku_unknown: {
    title: '없는 SKU입니다',
    detail: '그 번호의 SKU가 없습니다. 상품의 skus에 있는 id를 넣으세요.',
  },
  listing_item_unknown: {
    title: '없는 상품 옵션입니다',
    detail: '그 번호의 마켓 상품 옵션이 없습니다. 마켓 상품의 items에 있는 id를 넣으세요.',
  },
  sku_twice_in_link: {
    title: '같은 SKU가 두 번 들어 있습니다',
    detail: '한 연결에 같은 SKU를 두 번 넣을 수 없습니다. 수량을 더해서 한 번만 넣으세요.',
  },
  listing_not_there_yet: {
    title: '아직 마켓에 없는 상품입니다',
    detail: '마켓이 아직 상품 번호를 주지 않았습니다. 등록이 끝난 뒤에 다시 시도하세요.',
  },
  listing_gone: {
    title: '마켓에서 사라진 상품입니다',
    detail: '마켓에 더는 없는 상품이라 판매 상태를 바꿀 수 없습니다. 다시 팔려면 새로 등록하세요.',
  },
  listing_unknown: {
    title: '없는 마켓 상품입니다',
    detail: '그 번호의 마켓 상품이 없습니다.',
  },
  listing_linked: {
    title: '이미 연결된 상품입니다',
    detail: '옵션이 이미 내 상품과 연결되어 있습니다. 나머지 옵션도 그 상품에 연결하세요.',
  },
  listing_unfit: {
    title: '상품으로 만들 수 없습니다',
    detail:
      '마켓이 가격이나 옵션을 알려 주지 않았거나 옵션이 너무 많습니다. 상품을 직접 등록한 뒤 연결하세요.',
  },
  listing_alike: {
    title: '같은 코드의 상품이 있습니다',
    detail: '내 상품 가운데 같은 코드를 쓰는 것이 있습니다. 같은 물건이면 그 상품에 연결하세요.',
  },
  location_unknown: {
    title: '없는 창고입니다',
    detail: '그 번호의 창고(location)가 없습니다. 목록은 GET /locations 에 있습니다.',
  },
  same_location: {
    title: '같은 창고입니다',
    detail: '옮기려는 두 창고가 같습니다. 다른 창고를 고르세요.',
  },
  not_enough_stock: {
    title: '재고가 모자랍니다',
    detail: '그곳에 그만큼의 재고가 없습니다.',
  },
  location_name_taken: {
    title: '이미 있는 창고 이름입니다',
    detail: '같은 이름의 창고가 있습니다. 다른 이름을 넣으세요.',
  },
  nothing_to_restock: {
    title: '되돌아온 상품이 없습니다',
    detail: '이 클레임으로는 아직 되돌아온 상품이 없거나, 재고에서 나간 적이 없는 상품입니다.',
  },
  changed_meanwhile: {
    title: '그 사이에 바뀌었습니다',
    detail: '읽은 뒤에 다른 사람이 바꾸었습니다. 다시 읽고 나서 바꾸세요.',
  },
  too_many_price_rules: {
    title: '가격 규칙이 너무 많습니다',
    detail: '쓰지 않는 가격 규칙을 지우세요.',
  },
  too_many_imports: {
    title: '확정하지 않은 가져오기가 너무 많습니다',
    detail: '먼저 올린 파일을 확정하거나 지운 뒤에 다시 올리세요.',
  },
  shipment_list_refused: {
    title: '송장 목록을 읽을 수 없습니다',
    detail: '주문번호, 택배사, 송장번호 열이 있는 엑셀(.xlsx)이나 CSV 파일을 올리세요.',
  },
  import_not_ready: {
    title: '아직 확인 중인 파일입니다',
    detail: '모든 행을 확인한 뒤에 확정할 수 있습니다. 잠시 뒤 다시 시도하세요.',
  },
  import_decided: {
    title: '이미 결정한 가져오기입니다',
    detail: '이미 확정했거나 읽을 수 없는 파일이라 바꿀 것이 없습니다. 필요하면 파일을 다시 올리세요.',
  },
  import_changed: {
    title: '그 사이에 상품이 바뀌었습니다',
    detail:
      '미리 보기를 만든 뒤에 상품이 바뀌었습니다. 아무것도 저장하지 않았고 행을 다시 확인합니다. 새 미리 보기를 보고 확정하세요.',
  },
  import_has_bad_rows: {
    title: '고칠 행이 있습니다',
    detail:
      '고칠 행이 있어 아무것도 저장하지 않았습니다. 고쳐서 다시 올리거나, 그 행을 빼고 진행하려면 skip_bad를 true로 보내세요.',
  },
  import_empty: {
    title: '바뀔 것이 없습니다',
    detail: '이 파일로 새로 생기거나 바뀌는 상품이 없습니다.',
  },
  product_on_sale: {
    title: '판매 중인 상품입니다',
    detail: '아직 판매 중인 상점이 있습니다. 먼저 판매를 중지하세요.',
  },
  invalid_request: {
    title: '요청에 고칠 곳이 있습니다',
    detail: '아래 항목을 고쳐 다시 보내세요.',
  },
  unknown_platform: {
    title: '모르는 마켓입니다',
    detail: '연결할 수 있는 마켓이 아닙니다.',
  },
  carrier_unknown: {
    title: '모르는 택배사입니다',
    detail: '이 마켓에서 쓸 수 없는 택배사입니다. 아래 목록에서 고르세요.',
  },
  not_offered: {
    title: '마켓에 없는 기능입니다',
    detail: '이 마켓의 API에는 이 기능이 없습니다.',
  },
  line_not_found: {
    title: '이 주문의 상품이 아닙니다',
    detail: '지정한 주문 상품이 이 주문에 없습니다.',
  },
  nothing_to_do: {
    title: '지금 상태에서는 할 수 없습니다',
    detail: '이 주문에는 지금 그렇게 처리할 상품이 없습니다.',
  },
  cancel_requested: {
    title: '취소 요청이 들어온 주문입니다',
    detail: '구매자가 취소를 요청했습니다. 취소 요청을 먼저 처리하세요.',
  },
  line_locked: {
    title: '판매자가 처리할 수 없는 상품입니다',
    detail: '마켓이 직접 처리하는 상품이라 여기서 바꿀 수 없습니다.',
  },
  reason_unknown: {
    title: '사유를 고르세요',
    detail: '마켓이 정한 사유 가운데 하나를 reason에 넣으세요.',
  },
  penalty_not_accepted: {
    title: '페널티를 확인하세요',
    detail: '이 처리에는 마켓 페널티가 있습니다. 확인했다면 penalty_accepted를 true로 보내세요.',
  },
  one_line_only: {
    title: '상품 하나만 고르세요',
    detail: '수량을 나누는 처리는 주문 상품 하나에만 할 수 있습니다. line_ids에 하나만 넣으세요.',
  },
  quantity_wrong: {
    title: '수량이 맞지 않습니다',
    detail: '남은 수량과 맞지 않습니다.',
  },
  claim_not_now: {
    title: '지금 상태에서는 할 수 없습니다',
    detail: '이 클레임은 지금 그렇게 처리할 수 없습니다.',
  },
  claim_kind_wrong: {
    title: '이 클레임에는 없는 처리입니다',
    detail: '취소·반품·교환마다 할 수 있는 처리가 다릅니다.',
  },
  claim_input_missing: {
    title: '필요한 값이 빠졌습니다',
    detail: '이 마켓은 이 처리에 더 많은 값을 요구합니다.',
  },
  nothing_to_resolve: {
    title: '확인할 일이 없습니다',
    detail: '이 클레임에는 사람이 결정할 일이 없거나 이미 처리했습니다.',
  },
  run_finished: {
    title: '이미 끝난 동기화입니다',
    detail: '이 동기화는 이미 끝나서 멈출 것이 없습니다. 결과는 동기화 로그에서 확인하세요.',
  },
  too_many_schedules: {
    title: '스케줄이 너무 많습니다',
    detail: '더 만들 수 없습니다. 쓰지 않는 스케줄을 지우세요.',
  },
  too_many_streams: {
    title: '실시간 연결이 너무 많습니다',
    detail:
      '이 사업자가 동시에 열 수 있는 실시간 연결이 모두 열려 있습니다. 쓰지 않는 창을 닫고 다시 시도하세요.',
  },
  account_disconnected: {
    title: '연결이 끊긴 상점입니다',
    detail: '이 주문의 상점은 연결이 해제되어 마켓에 보낼 수 없습니다. 상점을 다시 연결하세요.',
  },
  account_disabled: {
    title: '꺼 둔 상점입니다',
    detail: '꺼 둔 상점이라 가져올 수 없습니다. 상점 설정에서 다시 켜세요.',
  },
  nothing_to_retry: {
    title: '다시 시도할 것이 없습니다',
    detail: '이 동기화는 문제없이 끝났습니다. 새로 가져오려면 주문 동기화를 시작하세요.',
  },
  still_running: {
    title: '아직 진행 중입니다',
    detail: '이 동기화는 아직 끝나지 않았습니다. 끝난 뒤에 결과를 보고 다시 시도하세요.',
  },
  email_taken: {
    title: '이미 쓰고 있는 이메일입니다',
    detail: '이 이메일로 이미 로그인하는 사람이 있습니다. 다른 이메일을 넣으세요.',
  },
  last_owner: {
    title: '대표가 한 명은 있어야 합니다',
    detail: '마지막 대표라 역할을 바꾸거나 내보낼 수 없습니다. 먼저 다른 사람을 대표로 정하세요.',
  },
  own_password: {
    title: '내 비밀번호입니다',
    detail: '내 비밀번호는 지금 비밀번호를 넣고 내 계정에서 바꾸세요.',
  },
  works_elsewhere: {
    title: '다른 사업자에서도 일하는 사람입니다',
    detail:
      '이 비밀번호로 다른 사업자에도 들어갈 수 있어 여기서 바꿀 수 없습니다. 본인이 직접 바꾸게 하세요.',
  },
  too_many_tokens: {
    title: 'API 토큰이 너무 많습니다',
    detail: '더 발급할 수 없습니다. 쓰지 않는 토큰을 먼저 폐기하세요.',
  },
  too_many_webhooks: {
    title: '웹훅이 너무 많습니다',
    detail: '더 등록할 수 없습니다. 쓰지 않는 웹훅을 먼저 지우세요.',
  },
  webhook_paused: {
    title: '멈춘 웹훅입니다',
    detail: '멈춘 웹훅으로는 다시 보낼 수 없습니다. 먼저 다시 시작(resume)하세요.',
  },
  plan_not_ready: {
    title: '아직 준비 중인 계획입니다',
    detail: '마켓의 현재 값을 읽고 있습니다. 상태가 ready가 되면 확정하세요.',
  },
  plan_changed: {
    title: '보신 뒤에 계획이 바뀌었습니다',
    detail: '보낸 version의 계획이 아닙니다. 계획을 다시 확인하고 지금의 version으로 확정하세요.',
  },
  plan_decided: {
    title: '이미 결정된 계획입니다',
    detail: '이미 확정했거나 취소했거나 끝난 계획입니다.',
  },
  plan_expired: {
    title: '만료된 계획입니다',
    detail: '24시간 동안 확정하지 않아 만료되었습니다. 계획을 다시 만드세요.',
  },
  plan_empty: {
    title: '보낼 것이 없는 계획입니다',
    detail: '이미 그렇게 되어 있거나 처리할 수 없는 것뿐입니다. 항목마다 이유를 확인하세요.',
  },
  plan_at_work: {
    title: '아직 반영 중인 계획입니다',
    detail: '반영이 끝난 뒤에 되돌리거나, 먼저 계획을 취소해 멈추세요.',
  },
  plan_not_undoable: {
    title: '되돌릴 수 없는 계획입니다',
    detail: '마켓에 반영되었고 이전 값을 아는 것이 없습니다.',
  },
  command_open: {
    title: '아직 처리하고 있습니다',
    detail: '아직 보내거나 확인하고 있습니다. 저절로 계속하므로 다시 누르지 않아도 됩니다.',
  },
  command_canceled: {
    title: '취소한 요청입니다',
    detail: '취소한 요청은 다시 시도할 수 없습니다. 필요하면 새로 요청하세요.',
  },
  command_replaced: {
    title: '더 새로운 요청이 있습니다',
    detail: '같은 대상에 대한 더 새로운 요청이 있어 예전 값은 보내지 않습니다. 새 요청을 확인하세요.',
  },
  command_on_its_way: {
    title: '이미 보냈습니다',
    detail: '마켓에 이미 보냈거나 보냈을 수 있어 취소할 수 없습니다. 결과가 나오면 확인하세요.',
  },
  command_finished: {
    title: '이미 끝났습니다',
    detail: '이미 끝난 요청이라 취소할 것이 없습니다.',
  },
  too_many_attempts: {
    title: '시도가 너무 많습니다',
    detail: '잠시 뒤 다시 시도하세요.',
  },
  internal: {
    title: 'Moa 안에서 문제가 생겼습니다',
    detail: '요청을 처리하지 못했습니다. 다시 시도하고, 계속되면 request_id를 알려 주세요.',
  },
  not_ready: {
    title: '아직 사용할 수 없습니다',
    detail: '데이터베이스에 연결할 수 없습니다.',
  },
};
