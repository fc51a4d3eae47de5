import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { ownIssue } from '../problems/field-errors.ts';

/** Addresses that mean this machine or its neighbours (IANA special-purpose registries). */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}

/** Global unicast; whatever lies outside of it is local, mapped or reserved. */
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');

/** Parts of global unicast that carry an IPv4 address inside, or are documentation. */
const TUNNELLED_V6 = new BlockList();
TUNNELLED_V6.addSubnet('2001::', 23, 'ipv6');
TUNNELLED_V6.addSubnet('2001:db8::', 32, 'ipv6');
TUNNELLED_V6.addSubnet('2002::', 16, 'ipv6');

const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa|test|example|invalid)$/;

/** Whether a host of a parsed URL is a private, loopback or otherwise not public address or name. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) {
    const address = host.slice(1, -1);
    return !PUBLIC_V6.check(address, 'ipv6') || TUNNELLED_V6.check(address, 'ipv6');
  }
  if (isIP(host) === 4) return PRIVATE.check(host, 'ipv4');
  return !host.includes('.') || LOCAL_NAME.test(host);
}

const NOT_AN_ADDRESS = ownIssue({
  code: 'bad_address',
  sentence: {
    ko: 'https://로 시작하는 주소여야 하며, 아이디·비밀번호·물음표(?)·#을 넣을 수 없습니다.',
    en: 'This must be an https:// address without user, password, query or fragment.',
  },
});

const PRIVATE_ADDRESS = ownIssue({
  code: 'private_address',
  sentence: {
    ko: '내부망이나 이 서버를 가리키는 주소는 쓸 수 없습니다. 꼭 필요하면 서버를 MOA_ALLOW_PRIVATE_HOSTS=1로 켜세요.',
    en: 'This points at a private network or at this server. If you need it, start the server with MOA_ALLOW_PRIVATE_HOSTS=1.',
  },
});

/** A gateway or sandbox to call instead of the marketplace's own host, without a trailing slash. */
export function baseAddress(allowPrivateHosts: boolean) {
  return z
    .string()
    .max(500)
    .transform((text, ctx): string => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      if (url === undefined || !isPlain(url)) {
        ctx.addIssue(NOT_AN_ADDRESS);
        return z.NEVER;
      }
      const isPrivate = isPrivateHost(url.hostname);
      if (isPrivate && !allowPrivateHosts) {
        ctx.addIssue(PRIVATE_ADDRESS);
        return z.NEVER;
      }
      if (url.protocol !== 'https:' && !isPrivate) {
        ctx.addIssue(NOT_AN_ADDRESS);
        return z.NEVER;
      }
      return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
    })
    .meta({
      description: 'Calls go here instead of the marketplace itself, for gateways and sandboxes. https only.',
    });
}

function isPlain(url: URL): boolean {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}
