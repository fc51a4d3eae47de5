import type { Site } from '../sites.ts';

/** An entry of the seller's address book (E:16). */
export interface Address {
  readonly addrNo: number;
  readonly name: string;
}

/** A place from which parcels leave, with the fees of what leaves it together (E:17, E:18). */
export interface ShippingPlace {
  readonly placeNo: number;
  readonly name: string;
  readonly addrNo: number;
  readonly policies: readonly BundlePolicy[];
}

export interface BundlePolicy {
  readonly policyNo: number;
  /** 1 free, 2 paid, 3 free from an amount on. */
  readonly feeType: 1 | 2 | 3;
  readonly fee: number;
}

/** When goods leave; each site has its own (E:19). */
export interface DispatchPolicy {
  readonly policyNo: number;
  readonly name: string;
  readonly dispatchType: 'A' | 'B';
  readonly isDefault: boolean;
}

/** What a seller has set up before he lists anything. */
export interface Settings {
  readonly addresses: readonly Address[];
  readonly places: readonly ShippingPlace[];
  readonly dispatch: Readonly<Record<Site, readonly DispatchPolicy[]>>;
}

const dispatch = (inOrder: number, sameDay: number): readonly DispatchPolicy[] => [
  { policyNo: inOrder, name: '순차발송', dispatchType: 'B', isDefault: true },
  { policyNo: sameDay, name: '당일발송', dispatchType: 'A', isDefault: false },
];

/** The settings of every shop here. */
export const SETTINGS: Settings = {
  addresses: [
    { addrNo: 300001, name: '본사' },
    { addrNo: 300002, name: '제2창고' },
  ],
  places: [
    {
      placeNo: 100001,
      name: '본사 출고지',
      addrNo: 300001,
      policies: [
        { policyNo: 200001, feeType: 1, fee: 0 },
        { policyNo: 200002, feeType: 3, fee: 3_000 },
      ],
    },
    {
      placeNo: 100002,
      name: '제2창고 출고지',
      addrNo: 300002,
      policies: [{ policyNo: 200003, feeType: 2, fee: 2_500 }],
    },
  ],
  dispatch: { gmarket: dispatch(901, 903), auction: dispatch(902, 904) },
};
