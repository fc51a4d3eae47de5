import type { CarrierTable } from '../../kit/edition.ts';

/** The guide's twelve carriers, all of which the hub knows (guide §1.4.4). */
export const CARRIER_TABLE: CarrierTable = {
  codeOf: {
    cj: 'CJGLS',
    hanjin: 'HANJIN',
    lotte: 'LOTTE',
    epost: 'EPOST',
    kdexp: 'KDEXP',
    logen: 'LOGEN',
    gs: 'GTX',
    cu: 'CUPOST',
    daesin: 'DAESIN',
    ilyang: 'ILYANG',
    chunil: 'CHUNIL',
    hdexp: 'HDEXP',
  },
  alsoMeans: {},
  nativeOnly: [],
};
