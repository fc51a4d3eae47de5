import type { Sentences } from './sentences.ts';

/** What to tell sellers in English. */
export const ENGLISH: Sentences = {
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
