import type { CarrierTable } from '../../kit/edition.ts';

/** Stands for goods the seller brings himself, which the guide knows as a delivery method (guide §3.4). */
export const DIRECT = 'DIRECT';

/** `dlvCoCd` (guide §3.4.2). */
export const CARRIERS: CarrierTable = {
  codeOf: {
    epost: '01',
    cj: '04',
    hanjin: '05',
    lotte: '06',
    logen: '08',
    kdexp: '16',
    daesin: '22',
    gs: '46',
    direct: DIRECT,
  },
  alsoMeans: {},
  nativeOnly: [],
};
