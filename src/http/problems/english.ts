import type { ProblemCode } from './catalogue.ts';
import type { Said } from './said.ts';

/** The problems in English. */
export const ENGLISH: Readonly<Record<ProblemCode, Said>> = {
  token_missing: {
    title: 'Authentication is needed',
    detail: 'The request carries no API token. Send "Authorization: Bearer moa_…", or sign in.',
  },
  token_unknown: {
    title: 'The token is not valid',
    detail: 'This token was never issued or has been revoked. See whether it was cut when copied.',
  },
  token_expired: {
    title: 'The token has expired',
    detail: 'This token has reached its end. Issue a new one.',
  },
  session_ended: {
    title: 'Sign in again',
    detail: 'The session has ended or was signed out elsewhere.',
  },
  wrong_password: {
    title: 'Sign-in failed',
    detail: 'E-mail or password is wrong.',
  },
  role_too_low: {
    title: 'Your role does not allow this',
    detail: 'Your role may not do this. Ask the owner of the business.',
  },
  no_business: {
    title: 'No business',
    detail: 'You are signed in but belong to no business. Ask an administrator to add you.',
  },
  foreign_origin: {
    title: 'The request comes from another site',
    detail: 'With a session cookie, only pages of this address may change things. Programs use an API token.',
  },
  not_found: {
    title: 'Not found',
    detail: 'There is nothing under this number, or it is not yours to see.',
  },
  no_picture: {
    title: 'There is no picture to show',
    detail:
      'No picture could be fetched from the address. It has to be a public https address of a JPG, PNG, GIF, WebP or BMP file of 10 MB at most.',
  },
  hook_unknown: {
    title: 'No such webhook address',
    detail:
      'This webhook address was never made, or was replaced. Make a new one in the account settings and register it.',
  },
  push_refused: {
    title: 'The push is not genuine',
    detail:
      "It could not be confirmed that the marketplace sent this. See whether the account's webhook key is the marketplace's.",
  },
  route_unknown: {
    title: 'No such address',
    detail: 'The API has no such path or method. See /docs for the list.',
  },
  malformed_body: {
    title: 'The body cannot be read',
    detail: 'The body is not valid JSON.',
  },
  body_too_large: {
    title: 'The body is too large',
    detail:
      'A body may have up to 1 MB, a product or a plan up to 4 MB, a file of products up to 30 MB. Send it in parts.',
  },
  media_type_unsupported: {
    title: 'Send JSON',
    detail: 'A body must be sent as "Content-Type: application/json".',
  },
  idempotency_key_in_progress: {
    title: 'The same request is in progress',
    detail: 'A request with this Idempotency-Key is still at work. Send it again shortly to get its answer.',
  },
  idempotency_key_reused: {
    title: 'The Idempotency-Key was used before',
    detail: 'This key belongs to a request with other content. Use a new key.',
  },
  code_taken: {
    title: 'The code is taken',
    detail: 'Another product already has this code. Choose another one.',
  },
  sku_unknown: {
    title: 'No such SKU',
    detail: 'There is no SKU under this number. Send the id that stands in the skus of a product.',
  },
  listing_item_unknown: {
    title: 'No such listing item',
    detail: 'There is no listing item under this number. Send the id that stands in the items of a listing.',
  },
  sku_twice_in_link: {
    title: 'The same SKU stands there twice',
    detail: 'A link names each SKU once. Add the quantities up and send it once.',
  },
  listing_not_there_yet: {
    title: 'The marketplace does not have it yet',
    detail: 'The marketplace has given the listing no number yet. Try again when it has taken it.',
  },
  listing_gone: {
    title: 'The marketplace has it no more',
    detail: 'The marketplace has the listing no more. Publish the product anew to sell it again.',
  },
  listing_unknown: {
    title: 'There is no such listing',
    detail: 'No listing has this number.',
  },
  listing_linked: {
    title: 'It is linked already',
    detail: 'Options of it are linked to a product already. Link the others to the same product.',
  },
  listing_unfit: {
    title: 'No product can be made of it',
    detail:
      'The marketplace tells no price or no options of it, or too many. Add the product yourself and link it.',
  },
  listing_alike: {
    title: 'A product has the same code',
    detail:
      'One of your products has a code of this listing. If it is the same thing, link the listing to it.',
  },
  location_unknown: {
    title: 'No such location',
    detail: 'There is no location under this number. See GET /locations for the list.',
  },
  same_location: {
    title: 'The same location',
    detail: 'Goods cannot be moved to where they lie. Choose another location.',
  },
  not_enough_stock: {
    title: 'Not enough stock',
    detail: 'As much does not lie there.',
  },
  location_name_taken: {
    title: 'The name is taken',
    detail: 'There is a location of this name already. Choose another one.',
  },
  nothing_to_restock: {
    title: 'Nothing came back',
    detail: 'No goods have come back by this claim yet, or what it is about never left the stock.',
  },
  changed_meanwhile: {
    title: 'It has changed meanwhile',
    detail: 'Somebody else has changed it since it was read. Read it again before changing it.',
  },
  too_many_price_rules: {
    title: 'Too many price rules',
    detail: 'Delete the price rules that are not needed.',
  },
  too_many_imports: {
    title: 'Too many imports wait',
    detail: 'Confirm or delete the files that were sent before, then send this one again.',
  },
  shipment_list_refused: {
    title: 'The list of shipments cannot be read',
    detail: 'Send an Excel workbook (.xlsx) or CSV file with the columns order number, carrier and invoice.',
  },
  import_not_ready: {
    title: 'The file is still being checked',
    detail: 'It can be confirmed once every row has been checked. Try again shortly.',
  },
  import_decided: {
    title: 'The import was decided already',
    detail:
      'It was confirmed, or its file cannot be read, so there is nothing to decide. Send the file again if need be.',
  },
  import_changed: {
    title: 'Products have changed meanwhile',
    detail:
      'Products have changed since the preview was made. Nothing was written, and the rows are checked anew. Look at the new preview, then confirm.',
  },
  import_has_bad_rows: {
    title: 'Some rows need correction',
    detail:
      'Nothing was written, since some rows need correction. Correct them and send the file again, or send `skip_bad: true` to leave them out.',
  },
  import_empty: {
    title: 'Nothing would change',
    detail: 'No product would be new or changed by this file.',
  },
  product_on_sale: {
    title: 'The product is on sale',
    detail: 'A shop still sells it. Take it off sale there first.',
  },
  invalid_request: {
    title: 'The request needs correction',
    detail: 'Correct the fields below and send it again.',
  },
  unknown_platform: {
    title: 'Unknown marketplace',
    detail: 'This is not a marketplace the hub can connect to.',
  },
  carrier_unknown: {
    title: 'Unknown carrier',
    detail: 'This carrier is not usable at this marketplace. Choose one of the list below.',
  },
  not_offered: {
    title: 'The marketplace does not offer this',
    detail: "This marketplace's API has no such function.",
  },
  line_not_found: {
    title: 'Not a line of this order',
    detail: 'A given line does not belong to this order.',
  },
  nothing_to_do: {
    title: 'Not possible in this state',
    detail: 'No line of this order can be handled that way now.',
  },
  cancel_requested: {
    title: 'The buyer has asked to cancel',
    detail: 'The buyer has asked to cancel. Settle the cancel request first.',
  },
  line_locked: {
    title: 'The seller may not act on this',
    detail: 'The marketplace handles this line itself.',
  },
  reason_unknown: {
    title: 'Choose a reason',
    detail: "Put one of the marketplace's own reasons into `reason`.",
  },
  penalty_not_accepted: {
    title: 'This costs a penalty',
    detail: 'The marketplace counts this against you. If you have seen that, send `penalty_accepted: true`.',
  },
  one_line_only: {
    title: 'Choose one line',
    detail: 'A part of a quantity belongs to one line. Name one in `line_ids`.',
  },
  quantity_wrong: {
    title: 'The quantity does not fit',
    detail: 'It does not fit the quantity that is left.',
  },
  claim_not_now: {
    title: 'Not possible in this state',
    detail: 'This claim cannot be handled that way now.',
  },
  claim_kind_wrong: {
    title: 'Not for this kind of claim',
    detail: 'Cancels, returns and exchanges are handled in different ways.',
  },
  claim_input_missing: {
    title: 'Something is missing',
    detail: 'This marketplace needs to be told more for this.',
  },
  nothing_to_resolve: {
    title: 'Nothing to settle',
    detail: 'Nothing about this claim waits for a person, or it was settled already.',
  },
  run_finished: {
    title: 'The run has ended already',
    detail: 'This run has ended, so there is nothing to stop. Its outcome is in the sync log.',
  },
  too_many_schedules: {
    title: 'Too many schedules',
    detail: 'No more can be made. Delete those that are not needed.',
  },
  too_many_streams: {
    title: 'Too many live streams',
    detail:
      'All live streams this business may have at once are open. Close pages that are not needed and try again.',
  },
  account_disconnected: {
    title: 'The shop is disconnected',
    detail: 'The shop of this order is no longer connected, so nothing can be sent. Connect it again.',
  },
  account_disabled: {
    title: 'The shop is switched off',
    detail: 'Nothing is read from a shop that is switched off. Switch it on in its settings.',
  },
  nothing_to_retry: {
    title: 'Nothing to retry',
    detail: 'This run went well. To read once more, start an order sync.',
  },
  still_running: {
    title: 'It is still running',
    detail: 'This run has not ended. See how it ends before trying again.',
  },
  email_taken: {
    title: 'The e-mail address is taken',
    detail: 'Somebody signs in with this e-mail address already. Choose another one.',
  },
  last_owner: {
    title: 'The last owner stays',
    detail: 'A business needs an owner. Make somebody else owner first.',
  },
  own_password: {
    title: 'This is your own password',
    detail: 'Change your own password in your account, with the present one.',
  },
  works_elsewhere: {
    title: 'They work for another business too',
    detail:
      'The same password opens another business, so it cannot be replaced here. Let them change it themselves.',
  },
  too_many_tokens: {
    title: 'Too many API tokens',
    detail: 'No more can be issued. Revoke a token that is not used.',
  },
  too_many_webhooks: {
    title: 'Too many webhooks',
    detail: 'No more can be added. Delete a webhook that is not used.',
  },
  webhook_paused: {
    title: 'The webhook is paused',
    detail: 'Nothing is sent again while the webhook is paused. Resume it first.',
  },
  plan_not_ready: {
    title: 'The plan is not ready',
    detail: 'The present values are still being read. Confirm it once its state is ready.',
  },
  plan_changed: {
    title: 'The plan has changed',
    detail: 'This is not the version that was sent. Look at the plan again and confirm its present version.',
  },
  plan_decided: {
    title: 'The plan is decided already',
    detail: 'It has been confirmed or cancelled, or is over.',
  },
  plan_expired: {
    title: 'The plan has expired',
    detail: 'Nobody confirmed it within 24 hours. Make the plan anew.',
  },
  plan_empty: {
    title: 'Nothing to send',
    detail: 'Everything in it is so already or cannot be done. Each item says why.',
  },
  plan_at_work: {
    title: 'The plan is still being carried out',
    detail: 'Undo it once it is over, or cancel it first to stop it.',
  },
  plan_not_undoable: {
    title: 'The plan cannot be undone',
    detail: 'Nothing of it has taken effect whose value from before is known.',
  },
  command_open: {
    title: 'It is still at work',
    detail: 'It is still being sent or checked. It goes on by itself; there is no need to ask again.',
  },
  command_canceled: {
    title: 'It was called off',
    detail: 'What was called off is not tried again. Ask for it anew.',
  },
  command_replaced: {
    title: 'A later request replaces it',
    detail: 'There is a later request for the same thing, so the older value is not sent. See the later one.',
  },
  command_on_its_way: {
    title: 'It has left already',
    detail: 'It has left for the marketplace, or may have, and cannot be called off. Wait for its outcome.',
  },
  command_finished: {
    title: 'It has ended already',
    detail: 'It has ended, so there is nothing to call off.',
  },
  too_many_attempts: {
    title: 'Too many attempts',
    detail: 'Wait a little and try again.',
  },
  internal: {
    title: 'Something broke inside Moa',
    detail: 'The request could not be handled. Try again; if it stays, report the request_id.',
  },
  not_ready: {
    title: 'Not ready',
    detail: 'The database cannot be reached.',
  },
};
