import type { ShopPlace } from '../../../kit/catalog.ts';
import { asFields, asList } from '../../../kit/decode.ts';
import type { Localized } from '../../../kit/localized.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { saidIn } from '../said.ts';
import { neededAt, wordAt } from '../values.ts';

/** Addresses and dispatch templates of the shop (sheet §3.2). */
export async function places(ask: Ask): Promise<readonly ShopPlace[]> {
  return [
    ...(await ask({ operation: 'outboundArea', decode: (answer) => addressesIn(answer, 'ship_from') })),
    ...(await ask({ operation: 'inboundArea', decode: (answer) => addressesIn(answer, 'return_to') })),
    ...(await ask({ operation: 'dispatchTemplates', decode: templatesIn })),
  ];
}

/** The address to take: the chosen one, else the first. Throws where the shop has none. */
export async function addressFor(
  ask: Ask,
  kind: 'ship_from' | 'return_to',
  chosen: string | undefined,
): Promise<string> {
  if (chosen !== undefined) return chosen;
  const operation = kind === 'ship_from' ? 'outboundArea' : 'inboundArea';
  const [first] = await ask({ operation, decode: (answer) => addressesIn(answer, kind) });
  if (first !== undefined) return first.id;
  throw new MarketplaceError({ reason: 'refused', operation, says: NO_ADDRESS[kind] });
}

const NO_ADDRESS: Readonly<Record<'ship_from' | 'return_to', Localized>> = {
  ship_from: {
    ko: '출고지 주소(addrSeqOut)가 없습니다. 셀러오피스에 출고지를 등록하세요.',
    en: 'There is no address to ship from (addrSeqOut). Add one in Seller Office.',
    ru: 'Нет адреса отправки (addrSeqOut). Добавьте его в 11st Seller Office.',
    uz: 'Jo‘natish manzili (addrSeqOut) yo‘q. Uni 11st Seller Office da qo‘shing.',
  },
  return_to: {
    ko: '반품/교환지 주소(addrSeqIn)가 없습니다. 셀러오피스에 반품지를 등록하세요.',
    en: 'There is no address for returns (addrSeqIn). Add one in Seller Office.',
    ru: 'Нет адреса возврата (addrSeqIn). Добавьте его в 11st Seller Office.',
    uz: 'Qaytarish manzili (addrSeqIn) yo‘q. Uni 11st Seller Office da qo‘shing.',
  },
};

/** 11st does not mark its basic address; a list begins with it [unconfirmed]. */
function addressesIn(answer: unknown, kind: 'ship_from' | 'return_to'): readonly ShopPlace[] {
  const { fields } = saidIn(answer);
  return asList(fields.inOutAddress ?? [], 'inOutAddress').map((row, place) => {
    const address = asFields(row, 'inOutAddress');
    const id = neededAt(address, 'addrSeq');
    const name = wordAt(address, 'addrNm') ?? wordAt(address, 'addr') ?? id;
    return { kind, id, name, usual: place === 0 };
  });
}

/** A template is chosen, or none is. */
function templatesIn(answer: unknown): readonly ShopPlace[] {
  const { fields } = saidIn(answer);
  return asList(fields.templateBOList ?? [], 'templateBOList').map((row) => {
    const template = asFields(row, 'templateBOList');
    const id = neededAt(template, 'prdInfoTmpltNo');
    return { kind: 'dispatch_policy', id, name: wordAt(template, 'prdInfoTmpltNm') ?? id, usual: false };
  });
}
