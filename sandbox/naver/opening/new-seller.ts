import type { Random } from '../../frame/random.ts';
import type { SellerIdentity } from '../documents/line-document.ts';
import type { Account, Channel } from '../seller/shop.ts';

const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An application id of 22 characters. */
export function newClientId(random: Random): string {
  return randomText(random, 22, ALPHANUMERIC);
}

/** A secret with bcrypt's lowest cost, as the real ones have. */
export function newSecret(random: Random): string {
  return `$2a$04$${randomText(random, 22, `./${ALPHANUMERIC}`)}`;
}

/** The account behind a store. */
export function newAccount(random: Random): Account {
  return {
    accountId: `ncp_${randomText(random, 6, LOWERCASE)}_01`,
    accountUid: `ncp_2${randomText(random, 20, ALPHANUMERIC)}`,
    grade: 'POWER',
  };
}

/** What every document of a store repeats. */
export function newIdentity(random: Random): SellerIdentity {
  return {
    mallId: `ncp_${randomText(random, 6, ALPHANUMERIC)}_01`,
    releaseAddress: {
      addressType: 'DOMESTIC',
      name: '물류팀',
      tel1: '0212345678',
      zipCode: '10881',
      baseAddress: '경기도 파주시 문발로 10',
      detailedAddress: '1층',
      isRoadNameAddress: true,
    },
  };
}

/** A store's two sales channels; the feed mixes their orders (sheet §7, 31). */
export function newChannels(name: string, shopNumber: number): readonly Channel[] {
  const first = 500_123_456 + shopNumber * 10;
  const channel = (channelNo: number, channelType: Channel['channelType'], url: string): Channel => ({
    channelNo,
    channelType,
    name: channelType === 'WINDOW' ? `${name} 윈도` : name,
    url,
    representativeImageUrl: 'https://shop-phinf.pstatic.net/20261101_1/store.jpg',
    talkTalkAccountId: `w${channelNo}`,
  });
  return [
    channel(first, 'STOREFARM', `https://smartstore.naver.com/${encodeURIComponent(name)}`),
    channel(first + 1, 'WINDOW', `https://shopping.naver.com/window/${first + 1}`),
  ];
}

function randomText(random: Random, length: number, letters: string): string {
  const alphabet = [...letters];
  return Array.from({ length }, () => random.pick(alphabet)).join('');
}
