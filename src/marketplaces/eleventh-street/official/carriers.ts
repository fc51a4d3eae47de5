import type { CarrierTable } from '../../kit/edition.ts';

/** Stands for goods that go without a courier, which 11st knows as a delivery method and not as a carrier (sheet §4.5). */
export const DIRECT = 'DIRECT';

/** `dlvEtprsCd` (sheet §4.6, seller-operations §4.1). 11st has no call that lists them. */
export const CARRIERS: CarrierTable = {
  codeOf: {
    cj: '00034',
    lotte: '00012',
    hanjin: '00011',
    logen: '00002',
    epost: '00007',
    kdexp: '00026',
    daesin: '00021',
    ilyang: '00022',
    hdexp: '00035',
    chunil: '00027',
    kunyoung: '00037',
    honam: '00062',
    cu: '00061',
    gs: '00060',
    nonghyup: '00067',
    homepick: '00070',
    slx: '00063',
    hanips: '00064',
    yongma: '00065',
    sebang: '00066',
    logisvalley: '00101',
    teamfresh: '00116',
    forever: '00081',
    jmnp: '00133',
    hilogis: '00068',
    ems: '00058',
    dhl: '00039',
    fedex: '00047',
    ups: '00053',
    tnt: '00051',
    usps: '00054',
    direct: DIRECT,
    other: '00099',
  },
  alsoMeans: {},
  nativeOnly: [
    '00023', // ACI
    '00025', // WIZWA
    '00036', // Samsung logistics
    '00038', // LG logistics
    '00040', // Lotte Global
    '00041', // Pantos
    '00042', // Airboy
    '00044', // ECMS
    '00045', // CJ international
    '00046', // DHL Global Mail
    '00048', // GSI
    '00049', // GSM NtoN
    '00050', // i-Parcel
    '00052', // TPL
    '00056', // GPS Logix
    '00057', // Sungwon
    '00069', // Wonders
    '00071', // Daewoon
    '00072', // KGL
    '00073', // LineExpress
    '00074', // 2fast
    '00077', // CR Logitech
    '00079', // cway
    '00080', // ACE
    '00082', // Home Innovation
    '00083', // Giant
    '00085', // Winia install
    '00086', // Korea
    '00087', // Anytrack
    '00088', // Woori Hanbang
    '00089', // Daelim
    '00090', // IK
    '00091', // Sunghun
    '00092', // YJS
    '00094', // Eunha
    '00095', // YJS
    '00096', // Lotos
    '00097', // Zeniel
    '00098', // Euro Parcel
    '00100', // L-service
    '00102', // Fresh Solution
    '00103', // Full At Home
    '00104', // J-Logist
    '00105', // Smart Logis
    '00106', // ETOMARS
    '00107', // Qrun
    '00108', // Qxpress
    '00109', // Kakao T same-day
    '00111', // SB GLS
    '00112', // Lotte Chilsung
    '00113', // LTL
    '00114', // GTS
    '00115', // today (Homepick)
    '00117', // Bridge
    '00118', // Hivecity
    '00119', // Dubalhero
    '00120', // Logispartner
    '00121', // Today
    '00122', // Hyundai Glovis
    '00123', // ARGO
    '00124', // Thebao
    '00125', // Pingpong
    '00126', // HY
    '00127', // Samdasoo
    '00128', // Widetech
    '00129', // Estra
    '00130', // Naeun
    '00131', // Cubeflow
    '00134', // Winion
    '00135', // Delirabbit
    '00136', // Pulmuone water
    '00137', // TSG
    '00138', // Deundeun
    '00139', // Modeun
    '00140', // S-the-shipping
    '00141', // JWTNL
    '00142', // Vendorpia
    '00143', // Hanssem
    '00144', // JCLS
    '00145', // GK Global
    '00146', // Seorim
    '00147', // BRCH
    '00148', // Shinsegae Casa
    '00149', // Valex
    '00151', // Banyan
  ],
};
