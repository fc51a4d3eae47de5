import type { CarrierTable } from '../../kit/edition.ts';

/** Courier codes of guide §2.4.3. 현대택배 has become 롯데택배 and keeps a code of its own there. */
export const CARRIERS: CarrierTable = {
  codeOf: {
    cj: 'CJGLS',
    logen: 'KGB',
    epost: 'EPOST',
    hanjin: 'HANJIN',
    lotte: 'LOTTE',
    kdexp: 'KDEXP',
    daesin: 'DAESIN',
  },
  alsoMeans: { HYUNDAI: 'lotte' },
  nativeOnly: [],
};
