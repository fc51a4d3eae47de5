import type { ListingDraft, ShopPlace } from '../../../kit/catalog.ts';
import { asFields, booleanAt, idAt, integerAt, listAt, optionalTextAt } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Client } from '../client.ts';
import type { ChosenPlaces } from './encode-delivery.ts';

interface Address {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Addresses that products can be sent from or come back to; logistics centres and banks are for others (sheet §3.9). */
const USABLE = new Set(['REPRESENTATIVE', 'BUSINESS', 'GENERAL', 'RELEASE', 'REFUND_OR_EXCHANGE']);

/** The addresses and bundle groups of a store. The usual address of a kind is the first that was entered as such. */
export async function readPlaces(client: Client): Promise<readonly ShopPlace[]> {
  const addresses = (await readAddresses(client)).filter(({ type }) => USABLE.has(type));
  return [
    ...choices('ship_from', addresses, 'RELEASE'),
    ...choices('return_to', addresses, 'REFUND_OR_EXCHANGE'),
    ...(await readBundleGroups(client)),
  ];
}

function choices(kind: ShopPlace['kind'], addresses: readonly Address[], type: string): readonly ShopPlace[] {
  const usual =
    addresses.find((address) => address.type === type) ??
    addresses.find((address) => address.type === 'REPRESENTATIVE') ??
    addresses[0];
  return addresses.map(({ id, name }) => ({ kind, id, name, usual: id === usual?.id }));
}

async function readAddresses(client: Client): Promise<readonly Address[]> {
  const found: Address[] = [];
  for (let page = 1; ; page++) {
    const { addresses, pages } = await client.ask({
      operation: 'addresses',
      query: new URLSearchParams({ page: String(page) }),
      decode(json) {
        const answer = asFields(json, 'addresses');
        return {
          addresses: listAt(answer, 'addressBooks').map((row) => decodeAddress(row)),
          pages: integerAt(answer, 'totalPage'),
        };
      },
    });
    found.push(...addresses);
    if (page >= pages || addresses.length === 0) return found;
  }
}

function decodeAddress(row: unknown): Address {
  const fields = asFields(row, 'addressBooks');
  const id = idAt(fields, 'addressBookNo');
  const where = optionalTextAt(fields, 'baseAddress');
  const name = optionalTextAt(fields, 'name');
  return {
    id,
    name: [name, where].filter((part) => part !== null).join(' · ') || id,
    type: optionalTextAt(fields, 'addressType') ?? '',
  };
}

function readBundleGroups(client: Client): Promise<readonly ShopPlace[]> {
  return client.ask({
    operation: 'bundleGroups',
    decode: (json) =>
      listAt(asFields(json, 'groups'), 'contents')
        .map((row) => asFields(row, 'contents'))
        .filter((row) => booleanAt(row, 'usable', true))
        .map((row) => {
          const id = idAt(row, 'id');
          const usual = booleanAt(row, 'baseGroup', false);
          return { kind: 'delivery_policy', id, name: optionalTextAt(row, 'name') ?? id, usual };
        }),
  });
}

/** The places a draft is to have. A listing that exists keeps those it has where nothing is chosen. */
export async function choosePlaces(
  { places, nativeListingId }: ListingDraft,
  known: () => Promise<readonly ShopPlace[]>,
): Promise<ChosenPlaces> {
  const usual = async (kind: 'ship_from' | 'return_to'): Promise<string | null> => {
    const chosen = places[kind];
    if (chosen !== undefined) return chosen;
    if (nativeListingId !== null) return null;
    const found = (await known()).find((place) => place.kind === kind && place.usual);
    if (found === undefined)
      throw new RefusedDraft(`places.${kind}`, {
        ko: '네이버 주소록에 주소를 등록하세요.',
        en: 'Add an address to the address book at Naver.',
        ru: 'Добавьте адрес в адресную книгу Naver.',
        uz: 'Naver manzillar kitobiga manzil qo‘shing.',
      });
    return found.id;
  };
  return {
    shipFrom: await usual('ship_from'),
    returnTo: await usual('return_to'),
    bundleGroup: places.delivery_policy ?? null,
  };
}
