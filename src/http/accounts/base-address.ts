import { z } from 'zod';
import { isPrivateHost } from '../../engine/egress/public-address.ts';
import { ownIssue } from '../problems/field-errors.ts';

const NOT_AN_ADDRESS = ownIssue({
  code: 'bad_address',
  sentence: {
    ko: 'https://로 시작하는 주소여야 하며, 아이디·비밀번호·물음표(?)·#을 넣을 수 없습니다.',
    en: 'This must be an https:// address without user, password, query or fragment.',
    ru: 'Нужен адрес, начинающийся с https://, без логина, пароля, знака вопроса и #.',
    uz: 'https:// bilan boshlanadigan manzil kerak: login, parol, so‘roq belgisi va # bo‘lmasin.',
  },
});

const PRIVATE_ADDRESS = ownIssue({
  code: 'private_address',
  sentence: {
    ko: '내부망이나 이 서버를 가리키는 주소는 쓸 수 없습니다. 꼭 필요하면 서버를 MOA_ALLOW_PRIVATE_HOSTS=1로 켜세요.',
    en: 'This points at a private network or at this server. If you need it, start the server with MOA_ALLOW_PRIVATE_HOSTS=1.',
    ru: 'Адрес ведёт во внутреннюю сеть или на этот сервер. Если это нужно, запустите сервер с MOA_ALLOW_PRIVATE_HOSTS=1.',
    uz: 'Manzil ichki tarmoqqa yoki shu serverga olib boradi. Kerak bo‘lsa, serverni MOA_ALLOW_PRIVATE_HOSTS=1 bilan ishga tushiring.',
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
