import type { CarrierTable } from '../../kit/edition.ts';

/** The guide's list of carriers (part 1.4, the one its other parts share); part 4 shows two of them and lists none. */
export const CARRIERS: CarrierTable = {
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
