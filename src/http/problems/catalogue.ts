import type { Localized } from '../../marketplaces/kit/localized.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: Localized;
  readonly detail: Localized;
}

/** Every problem the API can answer with, by its stable code. The detail may be replaced by a closer one. */
export const PROBLEMS = {
  token_missing: {
    status: 401,
    title: { ko: '로그인이 필요합니다', en: 'Authentication is needed' },
    detail: {
      ko: '요청에 API 토큰이 없습니다. "Authorization: Bearer moa_…" 헤더를 넣거나 로그인하세요.',
      en: 'The request carries no API token. Send "Authorization: Bearer moa_…", or sign in.',
    },
  },
  token_unknown: {
    status: 401,
    title: { ko: '토큰이 맞지 않습니다', en: 'The token is not valid' },
    detail: {
      ko: '이 토큰은 발급된 적이 없거나 폐기되었습니다. 복사하면서 잘리지 않았는지 확인하세요.',
      en: 'This token was never issued or has been revoked. See whether it was cut when copied.',
    },
  },
  token_expired: {
    status: 401,
    title: { ko: '토큰이 만료되었습니다', en: 'The token has expired' },
    detail: {
      ko: '이 토큰의 유효기간이 끝났습니다. 새 토큰을 발급받으세요.',
      en: 'This token has reached its end. Issue a new one.',
    },
  },
  session_ended: {
    status: 401,
    title: { ko: '다시 로그인하세요', en: 'Sign in again' },
    detail: {
      ko: '로그인이 끝났거나 다른 곳에서 로그아웃되었습니다.',
      en: 'The session has ended or was signed out elsewhere.',
    },
  },
  wrong_password: {
    status: 401,
    title: { ko: '로그인할 수 없습니다', en: 'Sign-in failed' },
    detail: {
      ko: '이메일 또는 비밀번호가 맞지 않습니다.',
      en: 'E-mail or password is wrong.',
    },
  },
  role_too_low: {
    status: 403,
    title: { ko: '권한이 없습니다', en: 'Your role does not allow this' },
    detail: {
      ko: '이 작업을 할 수 있는 역할이 아닙니다. 사업자(owner)에게 권한을 요청하세요.',
      en: 'Your role may not do this. Ask the owner of the business.',
    },
  },
  no_business: {
    status: 403,
    title: { ko: '소속된 사업자가 없습니다', en: 'No business' },
    detail: {
      ko: '로그인했지만 어느 사업자에도 속해 있지 않습니다. 관리자에게 추가를 요청하세요.',
      en: 'You are signed in but belong to no business. Ask an administrator to add you.',
    },
  },
  foreign_origin: {
    status: 403,
    title: { ko: '다른 사이트에서 온 요청입니다', en: 'The request comes from another site' },
    detail: {
      ko: '로그인 쿠키로는 이 주소의 페이지에서만 변경할 수 있습니다. 프로그램에서는 API 토큰을 사용하세요.',
      en: 'With a session cookie, only pages of this address may change things. Programs use an API token.',
    },
  },
  not_found: {
    status: 404,
    title: { ko: '찾을 수 없습니다', en: 'Not found' },
    detail: {
      ko: '그 번호의 자료가 없거나 볼 수 없는 자료입니다.',
      en: 'There is nothing under this number, or it is not yours to see.',
    },
  },
  no_picture: {
    status: 404,
    title: { ko: '보여 줄 이미지가 없습니다', en: 'There is no picture to show' },
    detail: {
      ko: '이 주소에서 이미지를 가져올 수 없습니다. 공개된 https 주소의 JPG, PNG, GIF, WebP, BMP 파일(10MB 이하)인지 확인하세요.',
      en: 'No picture could be fetched from the address. It has to be a public https address of a JPG, PNG, GIF, WebP or BMP file of 10 MB at most.',
    },
  },
  hook_unknown: {
    status: 404,
    title: { ko: '없는 웹훅 주소입니다', en: 'No such webhook address' },
    detail: {
      ko: '이 웹훅 주소는 만들어진 적이 없거나 새 주소로 바뀌었습니다. 계정 설정에서 주소를 다시 만들어 마켓에 등록하세요.',
      en: 'This webhook address was never made, or was replaced. Make a new one in the account settings and register it.',
    },
  },
  push_refused: {
    status: 403,
    title: { ko: '확인되지 않은 웹훅입니다', en: 'The push is not genuine' },
    detail: {
      ko: '마켓이 보낸 것으로 확인되지 않아 받지 않았습니다. 계정에 등록한 웹훅 키가 마켓의 것과 같은지 확인하세요.',
      en: "It could not be confirmed that the marketplace sent this. See whether the account's webhook key is the marketplace's.",
    },
  },
  route_unknown: {
    status: 404,
    title: { ko: '없는 주소입니다', en: 'No such address' },
    detail: {
      ko: '이 주소나 방식(method)의 API가 없습니다. 목록은 /docs 에 있습니다.',
      en: 'The API has no such path or method. See /docs for the list.',
    },
  },
  malformed_body: {
    status: 400,
    title: { ko: '본문을 읽을 수 없습니다', en: 'The body cannot be read' },
    detail: {
      ko: '본문이 올바른 JSON이 아닙니다.',
      en: 'The body is not valid JSON.',
    },
  },
  body_too_large: {
    status: 413,
    title: { ko: '본문이 너무 큽니다', en: 'The body is too large' },
    detail: {
      ko: '본문은 1 MB(상품과 계획은 4 MB, 상품 파일은 30 MB)까지 보낼 수 있습니다. 나누어 보내세요.',
      en: 'A body may have up to 1 MB, a product or a plan up to 4 MB, a file of products up to 30 MB. Send it in parts.',
    },
  },
  media_type_unsupported: {
    status: 415,
    title: { ko: 'JSON으로 보내 주세요', en: 'Send JSON' },
    detail: {
      ko: '본문은 "Content-Type: application/json"으로 보내야 합니다.',
      en: 'A body must be sent as "Content-Type: application/json".',
    },
  },
  idempotency_key_in_progress: {
    status: 409,
    title: { ko: '같은 요청이 진행 중입니다', en: 'The same request is in progress' },
    detail: {
      ko: '같은 Idempotency-Key의 요청을 아직 처리하고 있습니다. 잠시 뒤 다시 보내면 그 결과를 받습니다.',
      en: 'A request with this Idempotency-Key is still at work. Send it again shortly to get its answer.',
    },
  },
  idempotency_key_reused: {
    status: 422,
    title: { ko: 'Idempotency-Key를 다시 쓸 수 없습니다', en: 'The Idempotency-Key was used before' },
    detail: {
      ko: '이 키는 다른 내용의 요청에 이미 사용되었습니다. 새 키를 쓰세요.',
      en: 'This key belongs to a request with other content. Use a new key.',
    },
  },
  code_taken: {
    status: 409,
    title: { ko: '이미 쓰고 있는 코드입니다', en: 'The code is taken' },
    detail: {
      ko: '다른 상품이 이미 쓰고 있는 코드입니다. 다른 코드를 넣으세요.',
      en: 'Another product already has this code. Choose another one.',
    },
  },
  sku_unknown: {
    status: 404,
    title: { ko: '없는 SKU입니다', en: 'No such SKU' },
    detail: {
      ko: '그 번호의 SKU가 없습니다. 상품의 skus에 있는 id를 넣으세요.',
      en: 'There is no SKU under this number. Send the id that stands in the skus of a product.',
    },
  },
  listing_item_unknown: {
    status: 404,
    title: { ko: '없는 상품 옵션입니다', en: 'No such listing item' },
    detail: {
      ko: '그 번호의 마켓 상품 옵션이 없습니다. 마켓 상품의 items에 있는 id를 넣으세요.',
      en: 'There is no listing item under this number. Send the id that stands in the items of a listing.',
    },
  },
  sku_twice_in_link: {
    status: 422,
    title: { ko: '같은 SKU가 두 번 들어 있습니다', en: 'The same SKU stands there twice' },
    detail: {
      ko: '한 연결에 같은 SKU를 두 번 넣을 수 없습니다. 수량을 더해서 한 번만 넣으세요.',
      en: 'A link names each SKU once. Add the quantities up and send it once.',
    },
  },
  listing_not_there_yet: {
    status: 409,
    title: { ko: '아직 마켓에 없는 상품입니다', en: 'The marketplace does not have it yet' },
    detail: {
      ko: '마켓이 아직 상품 번호를 주지 않았습니다. 등록이 끝난 뒤에 다시 시도하세요.',
      en: 'The marketplace has given the listing no number yet. Try again when it has taken it.',
    },
  },
  listing_gone: {
    status: 409,
    title: { ko: '마켓에서 사라진 상품입니다', en: 'The marketplace has it no more' },
    detail: {
      ko: '마켓에 더는 없는 상품이라 판매 상태를 바꿀 수 없습니다. 다시 팔려면 새로 등록하세요.',
      en: 'The marketplace has the listing no more. Publish the product anew to sell it again.',
    },
  },
  location_unknown: {
    status: 404,
    title: { ko: '없는 창고입니다', en: 'No such location' },
    detail: {
      ko: '그 번호의 창고(location)가 없습니다. 목록은 GET /locations 에 있습니다.',
      en: 'There is no location under this number. See GET /locations for the list.',
    },
  },
  same_location: {
    status: 409,
    title: { ko: '같은 창고입니다', en: 'The same location' },
    detail: {
      ko: '옮기려는 두 창고가 같습니다. 다른 창고를 고르세요.',
      en: 'Goods cannot be moved to where they lie. Choose another location.',
    },
  },
  not_enough_stock: {
    status: 409,
    title: { ko: '재고가 모자랍니다', en: 'Not enough stock' },
    detail: {
      ko: '그곳에 그만큼의 재고가 없습니다.',
      en: 'As much does not lie there.',
    },
  },
  location_name_taken: {
    status: 409,
    title: { ko: '이미 있는 창고 이름입니다', en: 'The name is taken' },
    detail: {
      ko: '같은 이름의 창고가 있습니다. 다른 이름을 넣으세요.',
      en: 'There is a location of this name already. Choose another one.',
    },
  },
  nothing_to_restock: {
    status: 409,
    title: { ko: '되돌아온 상품이 없습니다', en: 'Nothing came back' },
    detail: {
      ko: '이 클레임으로는 아직 되돌아온 상품이 없거나, 재고에서 나간 적이 없는 상품입니다.',
      en: 'No goods have come back by this claim yet, or what it is about never left the stock.',
    },
  },
  changed_meanwhile: {
    status: 409,
    title: { ko: '그 사이에 바뀌었습니다', en: 'It has changed meanwhile' },
    detail: {
      ko: '읽은 뒤에 다른 사람이 바꾸었습니다. 다시 읽고 나서 바꾸세요.',
      en: 'Somebody else has changed it since it was read. Read it again before changing it.',
    },
  },
  too_many_price_rules: {
    status: 409,
    title: { ko: '가격 규칙이 너무 많습니다', en: 'Too many price rules' },
    detail: {
      ko: '쓰지 않는 가격 규칙을 지우세요.',
      en: 'Delete the price rules that are not needed.',
    },
  },
  too_many_imports: {
    status: 409,
    title: { ko: '확정하지 않은 가져오기가 너무 많습니다', en: 'Too many imports wait' },
    detail: {
      ko: '먼저 올린 파일을 확정하거나 지운 뒤에 다시 올리세요.',
      en: 'Confirm or delete the files that were sent before, then send this one again.',
    },
  },
  shipment_list_refused: {
    status: 422,
    title: { ko: '송장 목록을 읽을 수 없습니다', en: 'The list of shipments cannot be read' },
    detail: {
      ko: '주문번호, 택배사, 송장번호 열이 있는 엑셀(.xlsx)이나 CSV 파일을 올리세요.',
      en: 'Send an Excel workbook (.xlsx) or CSV file with the columns order number, carrier and invoice.',
    },
  },
  import_not_ready: {
    status: 409,
    title: { ko: '아직 확인 중인 파일입니다', en: 'The file is still being checked' },
    detail: {
      ko: '모든 행을 확인한 뒤에 확정할 수 있습니다. 잠시 뒤 다시 시도하세요.',
      en: 'It can be confirmed once every row has been checked. Try again shortly.',
    },
  },
  import_decided: {
    status: 409,
    title: { ko: '이미 결정한 가져오기입니다', en: 'The import was decided already' },
    detail: {
      ko: '이미 확정했거나 읽을 수 없는 파일이라 바꿀 것이 없습니다. 필요하면 파일을 다시 올리세요.',
      en: 'It was confirmed, or its file cannot be read, so there is nothing to decide. Send the file again if need be.',
    },
  },
  import_changed: {
    status: 409,
    title: { ko: '그 사이에 상품이 바뀌었습니다', en: 'Products have changed meanwhile' },
    detail: {
      ko: '미리 보기를 만든 뒤에 상품이 바뀌었습니다. 아무것도 저장하지 않았고 행을 다시 확인합니다. 새 미리 보기를 보고 확정하세요.',
      en: 'Products have changed since the preview was made. Nothing was written, and the rows are checked anew. Look at the new preview, then confirm.',
    },
  },
  import_has_bad_rows: {
    status: 409,
    title: { ko: '고칠 행이 있습니다', en: 'Some rows need correction' },
    detail: {
      ko: '고칠 행이 있어 아무것도 저장하지 않았습니다. 고쳐서 다시 올리거나, 그 행을 빼고 진행하려면 skip_bad를 true로 보내세요.',
      en: 'Nothing was written, since some rows need correction. Correct them and send the file again, or send `skip_bad: true` to leave them out.',
    },
  },
  import_empty: {
    status: 409,
    title: { ko: '바뀔 것이 없습니다', en: 'Nothing would change' },
    detail: {
      ko: '이 파일로 새로 생기거나 바뀌는 상품이 없습니다.',
      en: 'No product would be new or changed by this file.',
    },
  },
  product_on_sale: {
    status: 409,
    title: { ko: '판매 중인 상품입니다', en: 'The product is on sale' },
    detail: {
      ko: '아직 판매 중인 상점이 있습니다. 먼저 판매를 중지하세요.',
      en: 'A shop still sells it. Take it off sale there first.',
    },
  },
  invalid_request: {
    status: 422,
    title: { ko: '요청에 고칠 곳이 있습니다', en: 'The request needs correction' },
    detail: {
      ko: '아래 항목을 고쳐 다시 보내세요.',
      en: 'Correct the fields below and send it again.',
    },
  },
  unknown_platform: {
    status: 422,
    title: { ko: '모르는 마켓입니다', en: 'Unknown marketplace' },
    detail: {
      ko: '연결할 수 있는 마켓이 아닙니다.',
      en: 'This is not a marketplace the hub can connect to.',
    },
  },
  carrier_unknown: {
    status: 422,
    title: { ko: '모르는 택배사입니다', en: 'Unknown carrier' },
    detail: {
      ko: '이 마켓에서 쓸 수 없는 택배사입니다. 아래 목록에서 고르세요.',
      en: 'This carrier is not usable at this marketplace. Choose one of the list below.',
    },
  },
  not_offered: {
    status: 422,
    title: { ko: '마켓에 없는 기능입니다', en: 'The marketplace does not offer this' },
    detail: {
      ko: '이 마켓의 API에는 이 기능이 없습니다.',
      en: "This marketplace's API has no such function.",
    },
  },
  line_not_found: {
    status: 422,
    title: { ko: '이 주문의 상품이 아닙니다', en: 'Not a line of this order' },
    detail: {
      ko: '지정한 주문 상품이 이 주문에 없습니다.',
      en: 'A given line does not belong to this order.',
    },
  },
  nothing_to_do: {
    status: 409,
    title: { ko: '지금 상태에서는 할 수 없습니다', en: 'Not possible in this state' },
    detail: {
      ko: '이 주문에는 지금 그렇게 처리할 상품이 없습니다.',
      en: 'No line of this order can be handled that way now.',
    },
  },
  cancel_requested: {
    status: 409,
    title: { ko: '취소 요청이 들어온 주문입니다', en: 'The buyer has asked to cancel' },
    detail: {
      ko: '구매자가 취소를 요청했습니다. 취소 요청을 먼저 처리하세요.',
      en: 'The buyer has asked to cancel. Settle the cancel request first.',
    },
  },
  line_locked: {
    status: 409,
    title: { ko: '판매자가 처리할 수 없는 상품입니다', en: 'The seller may not act on this' },
    detail: {
      ko: '마켓이 직접 처리하는 상품이라 여기서 바꿀 수 없습니다.',
      en: 'The marketplace handles this line itself.',
    },
  },
  reason_unknown: {
    status: 422,
    title: { ko: '사유를 고르세요', en: 'Choose a reason' },
    detail: {
      ko: '마켓이 정한 사유 가운데 하나를 reason에 넣으세요.',
      en: "Put one of the marketplace's own reasons into `reason`.",
    },
  },
  penalty_not_accepted: {
    status: 409,
    title: { ko: '페널티를 확인하세요', en: 'This costs a penalty' },
    detail: {
      ko: '이 처리에는 마켓 페널티가 있습니다. 확인했다면 penalty_accepted를 true로 보내세요.',
      en: 'The marketplace counts this against you. If you have seen that, send `penalty_accepted: true`.',
    },
  },
  one_line_only: {
    status: 422,
    title: { ko: '상품 하나만 고르세요', en: 'Choose one line' },
    detail: {
      ko: '수량을 나누는 처리는 주문 상품 하나에만 할 수 있습니다. line_ids에 하나만 넣으세요.',
      en: 'A part of a quantity belongs to one line. Name one in `line_ids`.',
    },
  },
  quantity_wrong: {
    status: 422,
    title: { ko: '수량이 맞지 않습니다', en: 'The quantity does not fit' },
    detail: {
      ko: '남은 수량과 맞지 않습니다.',
      en: 'It does not fit the quantity that is left.',
    },
  },
  claim_not_now: {
    status: 409,
    title: { ko: '지금 상태에서는 할 수 없습니다', en: 'Not possible in this state' },
    detail: {
      ko: '이 클레임은 지금 그렇게 처리할 수 없습니다.',
      en: 'This claim cannot be handled that way now.',
    },
  },
  claim_kind_wrong: {
    status: 422,
    title: { ko: '이 클레임에는 없는 처리입니다', en: 'Not for this kind of claim' },
    detail: {
      ko: '취소·반품·교환마다 할 수 있는 처리가 다릅니다.',
      en: 'Cancels, returns and exchanges are handled in different ways.',
    },
  },
  claim_input_missing: {
    status: 422,
    title: { ko: '필요한 값이 빠졌습니다', en: 'Something is missing' },
    detail: {
      ko: '이 마켓은 이 처리에 더 많은 값을 요구합니다.',
      en: 'This marketplace needs to be told more for this.',
    },
  },
  nothing_to_resolve: {
    status: 409,
    title: { ko: '확인할 일이 없습니다', en: 'Nothing to settle' },
    detail: {
      ko: '이 클레임에는 사람이 결정할 일이 없거나 이미 처리했습니다.',
      en: 'Nothing about this claim waits for a person, or it was settled already.',
    },
  },
  run_finished: {
    status: 409,
    title: { ko: '이미 끝난 동기화입니다', en: 'The run has ended already' },
    detail: {
      ko: '이 동기화는 이미 끝나서 멈출 것이 없습니다. 결과는 동기화 로그에서 확인하세요.',
      en: 'This run has ended, so there is nothing to stop. Its outcome is in the sync log.',
    },
  },
  too_many_schedules: {
    status: 409,
    title: { ko: '스케줄이 너무 많습니다', en: 'Too many schedules' },
    detail: {
      ko: '더 만들 수 없습니다. 쓰지 않는 스케줄을 지우세요.',
      en: 'No more can be made. Delete those that are not needed.',
    },
  },
  too_many_streams: {
    status: 429,
    title: { ko: '실시간 연결이 너무 많습니다', en: 'Too many live streams' },
    detail: {
      ko: '이 사업자가 동시에 열 수 있는 실시간 연결이 모두 열려 있습니다. 쓰지 않는 창을 닫고 다시 시도하세요.',
      en: 'All live streams this business may have at once are open. Close pages that are not needed and try again.',
    },
  },
  account_disconnected: {
    status: 409,
    title: { ko: '연결이 끊긴 상점입니다', en: 'The shop is disconnected' },
    detail: {
      ko: '이 주문의 상점은 연결이 해제되어 마켓에 보낼 수 없습니다. 상점을 다시 연결하세요.',
      en: 'The shop of this order is no longer connected, so nothing can be sent. Connect it again.',
    },
  },
  account_disabled: {
    status: 409,
    title: { ko: '꺼 둔 상점입니다', en: 'The shop is switched off' },
    detail: {
      ko: '꺼 둔 상점이라 가져올 수 없습니다. 상점 설정에서 다시 켜세요.',
      en: 'Nothing is read from a shop that is switched off. Switch it on in its settings.',
    },
  },
  nothing_to_retry: {
    status: 409,
    title: { ko: '다시 시도할 것이 없습니다', en: 'Nothing to retry' },
    detail: {
      ko: '이 동기화는 문제없이 끝났습니다. 새로 가져오려면 주문 동기화를 시작하세요.',
      en: 'This run went well. To read once more, start an order sync.',
    },
  },
  still_running: {
    status: 409,
    title: { ko: '아직 진행 중입니다', en: 'It is still running' },
    detail: {
      ko: '이 동기화는 아직 끝나지 않았습니다. 끝난 뒤에 결과를 보고 다시 시도하세요.',
      en: 'This run has not ended. See how it ends before trying again.',
    },
  },
  email_taken: {
    status: 409,
    title: { ko: '이미 쓰고 있는 이메일입니다', en: 'The e-mail address is taken' },
    detail: {
      ko: '이 이메일로 이미 로그인하는 사람이 있습니다. 다른 이메일을 넣으세요.',
      en: 'Somebody signs in with this e-mail address already. Choose another one.',
    },
  },
  last_owner: {
    status: 409,
    title: { ko: '대표가 한 명은 있어야 합니다', en: 'The last owner stays' },
    detail: {
      ko: '마지막 대표라 역할을 바꾸거나 내보낼 수 없습니다. 먼저 다른 사람을 대표로 정하세요.',
      en: 'A business needs an owner. Make somebody else owner first.',
    },
  },
  own_password: {
    status: 409,
    title: { ko: '내 비밀번호입니다', en: 'This is your own password' },
    detail: {
      ko: '내 비밀번호는 지금 비밀번호를 넣고 내 계정에서 바꾸세요.',
      en: 'Change your own password in your account, with the present one.',
    },
  },
  works_elsewhere: {
    status: 409,
    title: { ko: '다른 사업자에서도 일하는 사람입니다', en: 'They work for another business too' },
    detail: {
      ko: '이 비밀번호로 다른 사업자에도 들어갈 수 있어 여기서 바꿀 수 없습니다. 본인이 직접 바꾸게 하세요.',
      en: 'The same password opens another business, so it cannot be replaced here. Let them change it themselves.',
    },
  },
  too_many_tokens: {
    status: 409,
    title: { ko: 'API 토큰이 너무 많습니다', en: 'Too many API tokens' },
    detail: {
      ko: '더 발급할 수 없습니다. 쓰지 않는 토큰을 먼저 폐기하세요.',
      en: 'No more can be issued. Revoke a token that is not used.',
    },
  },
  too_many_webhooks: {
    status: 409,
    title: { ko: '웹훅이 너무 많습니다', en: 'Too many webhooks' },
    detail: {
      ko: '더 등록할 수 없습니다. 쓰지 않는 웹훅을 먼저 지우세요.',
      en: 'No more can be added. Delete a webhook that is not used.',
    },
  },
  webhook_paused: {
    status: 409,
    title: { ko: '멈춘 웹훅입니다', en: 'The webhook is paused' },
    detail: {
      ko: '멈춘 웹훅으로는 다시 보낼 수 없습니다. 먼저 다시 시작(resume)하세요.',
      en: 'Nothing is sent again while the webhook is paused. Resume it first.',
    },
  },
  plan_not_ready: {
    status: 409,
    title: { ko: '아직 준비 중인 계획입니다', en: 'The plan is not ready' },
    detail: {
      ko: '마켓의 현재 값을 읽고 있습니다. 상태가 ready가 되면 확정하세요.',
      en: 'The present values are still being read. Confirm it once its state is ready.',
    },
  },
  plan_changed: {
    status: 409,
    title: { ko: '보신 뒤에 계획이 바뀌었습니다', en: 'The plan has changed' },
    detail: {
      ko: '보낸 version의 계획이 아닙니다. 계획을 다시 확인하고 지금의 version으로 확정하세요.',
      en: 'This is not the version that was sent. Look at the plan again and confirm its present version.',
    },
  },
  plan_decided: {
    status: 409,
    title: { ko: '이미 결정된 계획입니다', en: 'The plan is decided already' },
    detail: {
      ko: '이미 확정했거나 취소했거나 끝난 계획입니다.',
      en: 'It has been confirmed or cancelled, or is over.',
    },
  },
  plan_expired: {
    status: 409,
    title: { ko: '만료된 계획입니다', en: 'The plan has expired' },
    detail: {
      ko: '24시간 동안 확정하지 않아 만료되었습니다. 계획을 다시 만드세요.',
      en: 'Nobody confirmed it within 24 hours. Make the plan anew.',
    },
  },
  plan_empty: {
    status: 409,
    title: { ko: '보낼 것이 없는 계획입니다', en: 'Nothing to send' },
    detail: {
      ko: '이미 그렇게 되어 있거나 처리할 수 없는 것뿐입니다. 항목마다 이유를 확인하세요.',
      en: 'Everything in it is so already or cannot be done. Each item says why.',
    },
  },
  plan_at_work: {
    status: 409,
    title: { ko: '아직 반영 중인 계획입니다', en: 'The plan is still being carried out' },
    detail: {
      ko: '반영이 끝난 뒤에 되돌리거나, 먼저 계획을 취소해 멈추세요.',
      en: 'Undo it once it is over, or cancel it first to stop it.',
    },
  },
  plan_not_undoable: {
    status: 409,
    title: { ko: '되돌릴 수 없는 계획입니다', en: 'The plan cannot be undone' },
    detail: {
      ko: '마켓에 반영되었고 이전 값을 아는 것이 없습니다.',
      en: 'Nothing of it has taken effect whose value from before is known.',
    },
  },
  command_open: {
    status: 409,
    title: { ko: '아직 처리하고 있습니다', en: 'It is still at work' },
    detail: {
      ko: '아직 보내거나 확인하고 있습니다. 저절로 계속하므로 다시 누르지 않아도 됩니다.',
      en: 'It is still being sent or checked. It goes on by itself; there is no need to ask again.',
    },
  },
  command_canceled: {
    status: 409,
    title: { ko: '취소한 요청입니다', en: 'It was called off' },
    detail: {
      ko: '취소한 요청은 다시 시도할 수 없습니다. 필요하면 새로 요청하세요.',
      en: 'What was called off is not tried again. Ask for it anew.',
    },
  },
  command_replaced: {
    status: 409,
    title: { ko: '더 새로운 요청이 있습니다', en: 'A later request replaces it' },
    detail: {
      ko: '같은 대상에 대한 더 새로운 요청이 있어 예전 값은 보내지 않습니다. 새 요청을 확인하세요.',
      en: 'There is a later request for the same thing, so the older value is not sent. See the later one.',
    },
  },
  command_on_its_way: {
    status: 409,
    title: { ko: '이미 보냈습니다', en: 'It has left already' },
    detail: {
      ko: '마켓에 이미 보냈거나 보냈을 수 있어 취소할 수 없습니다. 결과가 나오면 확인하세요.',
      en: 'It has left for the marketplace, or may have, and cannot be called off. Wait for its outcome.',
    },
  },
  command_finished: {
    status: 409,
    title: { ko: '이미 끝났습니다', en: 'It has ended already' },
    detail: {
      ko: '이미 끝난 요청이라 취소할 것이 없습니다.',
      en: 'It has ended, so there is nothing to call off.',
    },
  },
  too_many_attempts: {
    status: 429,
    title: { ko: '시도가 너무 많습니다', en: 'Too many attempts' },
    detail: {
      ko: '잠시 뒤 다시 시도하세요.',
      en: 'Wait a little and try again.',
    },
  },
  internal: {
    status: 500,
    title: { ko: 'Moa 안에서 문제가 생겼습니다', en: 'Something broke inside Moa' },
    detail: {
      ko: '요청을 처리하지 못했습니다. 다시 시도하고, 계속되면 request_id를 알려 주세요.',
      en: 'The request could not be handled. Try again; if it stays, report the request_id.',
    },
  },
  not_ready: {
    status: 503,
    title: { ko: '아직 사용할 수 없습니다', en: 'Not ready' },
    detail: {
      ko: '데이터베이스에 연결할 수 없습니다.',
      en: 'The database cannot be reached.',
    },
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
