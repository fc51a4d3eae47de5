import { isPrivateHost } from './public-address.ts';

/** What is wrong with an address that somebody typed. */
export type AddressFault = 'bad_address' | 'private_address' | 'bad_port';

const HTTPS_PORT = 443;
/** Lower ports belong to other services, such as mail and remote logins. */
const FIRST_FREE_PORT = 1024;

/**
 * Judges an address that somebody typed, before any name is resolved: https, no credentials, a sane port, and no host
 * that is private by how it is written. The URL parser has already turned every spelling of an IP address
 * (decimal, octal, hex, short) into the usual one. With `allowPrivateHosts` private hosts may be called, also by http.
 */
export function addressFault(url: URL, allowPrivateHosts: boolean): AddressFault | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'bad_address';
  if (url.username !== '' || url.password !== '') return 'bad_address';
  const isPrivate = isPrivateHost(url.hostname);
  if (isPrivate) return allowPrivateHosts ? null : 'private_address';
  if (url.protocol !== 'https:') return 'bad_address';
  const port = url.port === '' ? HTTPS_PORT : Number(url.port);
  return port === HTTPS_PORT || port >= FIRST_FREE_PORT ? null : 'bad_port';
}
