import type { OperationCall, Reply } from '../wire/operation.ts';

/** `GET /v1/seller/account` (sheet §3.1). */
export function readAccount({ shop }: OperationCall): Reply {
  return { document: JSON.stringify(shop.account) };
}

/** `GET /v1/seller/channels` (sheet §3.1). */
export function readChannels({ shop }: OperationCall): Reply {
  return { document: JSON.stringify(shop.channels) };
}
