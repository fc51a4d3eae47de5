import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * IPv4 networks that are not the public internet (IANA IPv4 Special-Purpose Address Registry), and one public
 * address that is not: clouds of Microsoft answer their own machines with instance data under it.
 */
const CLOSED_V4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  CLOSED_V4.addSubnet(network, prefix, 'ipv4');
}

/** IPv4 addresses written as IPv6: they are what they carry. */
const MAPPED_V6 = new BlockList();
MAPPED_V6.addSubnet('::ffff:0:0', 96, 'ipv6');

/** Global unicast. Whatever else is outside of it is local, reserved, multicast or a translation (64:ff9b::/96). */
const GLOBAL_V6 = new BlockList();
GLOBAL_V6.addSubnet('2000::', 3, 'ipv6');

/** Parts of global unicast that lead elsewhere: Teredo and other protocols, documentation, 6to4. */
const CLOSED_V6 = new BlockList();
CLOSED_V6.addSubnet('2001::', 23, 'ipv6');
CLOSED_V6.addSubnet('2001:db8::', 32, 'ipv6');
CLOSED_V6.addSubnet('2002::', 16, 'ipv6');
CLOSED_V6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an IP address, as a resolver or a parsed URL (without brackets) writes it, is on the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !CLOSED_V4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  // A block list of IPv4 networks also judges IPv6 addresses that carry an IPv4 one.
  if (MAPPED_V6.check(address, 'ipv6')) return !CLOSED_V4.check(address, 'ipv6');
  return GLOBAL_V6.check(address, 'ipv6') && !CLOSED_V6.check(address, 'ipv6');
}

const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa|test|example|invalid)$/;

/** Whether the host of a parsed URL names a private or loopback address, or a name that only exists in a local network. */
export function isPrivateHost(hostname: string): boolean {
  const host = literalOf(hostname);
  if (isIPv4(host) || isIPv6(host)) return !isPublicAddress(host);
  return !host.includes('.') || LOCAL_NAME.test(host);
}

/** The host of a parsed URL without the brackets of IPv6 and without a final dot. */
export function literalOf(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.replace(/\.$/, '');
}
