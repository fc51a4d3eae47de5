import { z } from 'zod';
import { EVENT_TYPES } from '../../domain/event.ts';
import { type AccountId, accountId } from '../../domain/ids.ts';
import { addressFault } from '../../engine/egress/user-address.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { OwnerScope } from '../../store/scope.ts';
import { ownIssue } from '../problems/field-errors.ts';
import { fieldProblem } from '../problems/problem.ts';
import { id } from '../values/id.ts';

const MOST_ACCOUNTS = 200;

const FAULTS = {
  bad_address: ownIssue({
    code: 'bad_address',
    sentence: {
      ko: 'https://로 시작하는 주소여야 하며, 아이디·비밀번호를 넣을 수 없습니다.',
      en: 'This must be an https:// address without user and password.',
      ru: 'Нужен адрес, начинающийся с https://, без логина и пароля.',
      uz: 'https:// bilan boshlanadigan, login va parolsiz manzil kerak.',
    },
  }),
  bad_port: ownIssue({
    code: 'bad_port',
    sentence: {
      ko: '포트는 443이거나 1024 이상이어야 합니다.',
      en: 'The port must be 443, or 1024 or more.',
      ru: 'Порт должен быть 443 или от 1024.',
      uz: 'Port 443 yoki 1024 dan katta bo‘lishi kerak.',
    },
  }),
  private_address: ownIssue({
    code: 'private_address',
    sentence: {
      ko: '내부망이나 이 서버를 가리키는 주소로는 보낼 수 없습니다. 꼭 필요하면 서버를 MOA_ALLOW_PRIVATE_HOSTS=1로 켜세요.',
      en: 'This points at a private network or at this server. If you need it, start the server with MOA_ALLOW_PRIVATE_HOSTS=1.',
      ru: 'Адрес ведёт во внутреннюю сеть или на этот сервер. Если это нужно, запустите сервер с MOA_ALLOW_PRIVATE_HOSTS=1.',
      uz: 'Manzil ichki tarmoqqa yoki shu serverga olib boradi. Kerak bo‘lsa, serverni MOA_ALLOW_PRIVATE_HOSTS=1 bilan ishga tushiring.',
    },
  }),
} as const;

/** Where messages are sent. What the name resolves to is judged at every call. */
export function webhookUrl(allowPrivateHosts: boolean) {
  return z
    .string()
    .max(2000)
    .transform((text, ctx): string => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      const fault = url === undefined ? 'bad_address' : addressFault(url, allowPrivateHosts);
      if (url === undefined || fault !== null) {
        ctx.addIssue(FAULTS[fault ?? 'bad_address']);
        return z.NEVER;
      }
      url.hash = '';
      return url.href;
    })
    .meta({ description: 'Messages are posted here. https, a public address; redirects are not followed.' });
}

export const webhookDescription = z.string().trim().max(200);

export const eventTypes = z
  .array(z.enum(EVENT_TYPES))
  .max(EVENT_TYPES.length)
  .transform((types) => [...new Set(types)])
  .meta({ description: 'Which events to tell; all of them when empty.' });

export const accountFilter = z
  .array(id)
  .max(MOST_ACCOUNTS)
  .meta({ description: 'Only events of these shops; of all, and of none, when empty.' });

/** Throws a 422 unless each is a connected shop of the owner. */
export async function requireAccounts(
  scope: OwnerScope,
  ids: readonly number[],
): Promise<readonly AccountId[]> {
  const wanted = [...new Set(ids)].map(accountId);
  if (wanted.length === 0) return wanted;
  const known = new Set((await listAccounts(scope)).map((account) => account.id));
  const unknown = wanted.filter((account) => !known.has(account));
  if (unknown.length === 0) return wanted;
  throw fieldProblem('account_ids', 'unknown_account', {
    ko: `연결된 상점이 아닙니다: ${unknown.join(', ')}`,
    en: `Not a connected shop: ${unknown.join(', ')}`,
    ru: `Таких подключённых магазинов нет: ${unknown.join(', ')}`,
    uz: `Ulangan do‘kon emas: ${unknown.join(', ')}`,
  });
}
