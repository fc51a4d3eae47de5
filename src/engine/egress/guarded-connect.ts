import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress, literalOf } from './public-address.ts';

/** Finds the addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const PRIVATE_ADDRESS = 'MOA_PRIVATE_ADDRESS';

/** A connection that was not made because it would have led into a private network. */
class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
  readonly code = PRIVATE_ADDRESS;

  constructor(host: string) {
    super(`${host} leads to an address that is not public`);
  }
}

/** The operating system's own way. */
export const systemResolve: Resolve = (hostname) =>
  new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * Makes connections to public addresses only. A name is resolved once per connection, every address of it is judged,
 * and the connection goes to those very addresses: a name that answers differently the next time changes nothing.
 */
export function guardedConnect(
  options: { readonly timeoutMs: number; readonly resolve?: Resolve | undefined },
  mayConnect: (address: string) => boolean = isPublicAddress,
): buildConnector.connector {
  const { timeoutMs, resolve = systemResolve } = options;
  const connect = buildConnector({
    timeout: timeoutMs,
    port: 0,
    lookup: judgedLookup(resolve, mayConnect),
  });
  return (target, callback) => {
    // A literal address never reaches the lookup.
    const host = literalOf(target.hostname);
    if (isIP(host) !== 0 && !mayConnect(host)) callback(new PrivateAddressError(host), null);
    else connect(target, callback);
  };
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

function judgedLookup(resolve: Resolve, mayConnect: (address: string) => boolean) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(hostname).then(
      (found) => {
        const [first] = found;
        if (first === undefined) callback(new Error(`${hostname} has no address`), '');
        else if (found.some(({ address }) => !mayConnect(address)))
          callback(new PrivateAddressError(hostname), '');
        else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
