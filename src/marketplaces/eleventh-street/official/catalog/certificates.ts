import type { Certification } from '../../../../domain/product.ts';
import type { CertificationNeed } from '../../../kit/catalog.ts';
import { elements, group } from './write-xml.ts';

/** `crtfGrpTypCd`: what it is about, and how 11st is told that goods are subject to it or not (sheet §3.3). */
const GROUPS = {
  '01': { label: '전기용품/생활용품', subject: '01', exempt: '03' },
  '02': { label: '어린이제품', subject: '01', exempt: '03' },
  '03': { label: '방송통신기자재', subject: '01', exempt: '03' },
  '04': { label: '생활화학제품', subject: '04', exempt: '05' },
} as const;
type Group = keyof typeof GROUPS;

/** `certTypeCd` by what it is called; food has no group (D:1003). */
const TYPES: readonly (readonly [code: string, label: string, of: Group | 'food'])[] = [
  ['101', '[생활용품] 안전인증', '01'],
  ['103', '[생활용품] 안전확인', '01'],
  ['124', '[생활용품] 공급자적합성확인', '01'],
  ['123', '[생활용품] 어린이보호포장', '01'],
  ['102', '[전기용품] 안전인증', '01'],
  ['104', '[전기용품] 안전확인', '01'],
  ['127', '[전기용품] 공급자적합성확인', '01'],
  ['128', '[어린이제품] 안전인증', '02'],
  ['129', '[어린이제품] 안전확인', '02'],
  ['130', '[어린이제품] 공급자적합성확인', '02'],
  ['105', '[방송통신기자재] 적합성평가', '03'],
  ['133', '[생활화학제품] 자가검사번호', '04'],
  ['108', '유기농산물', 'food'],
  ['109', '무농약농산물', 'food'],
  ['111', '유기축산물', 'food'],
  ['112', '무항생제축산물', 'food'],
  ['114', '위해요소 중점관리(HACCP)', 'food'],
  ['115', '농산물 우수관리인증(GAP)', 'food'],
  ['117', '유기가공식품 인증', 'food'],
  ['122', '건강기능식품 광고심의', 'food'],
];

/** `certType` of a category: 1 food, 2 living goods, children's goods and electric ones (sheet §3.2). */
const FOOD = '1';

/** The certificates goods of a category may have. `must`: one of them has to be shown. */
export function certificationNeeds(certType: string | null, must: boolean): readonly CertificationNeed[] {
  if (certType === null) return [];
  return TYPES.filter(([, , of]) => (certType === FOOD) === (of === 'food')).map(([kind, label]) => ({
    kind,
    label,
    required: must,
  }));
}

/** The kinds of a draft that 11st has no number for. */
export function unknownCertificates(certifications: readonly Certification[]): readonly string[] {
  return certifications.filter(({ kind }) => typeOf(kind) === undefined).map(({ kind }) => kind);
}

/** `ProductCertGroup` four times, whether goods are subject to it or not, and once more for food. */
export function certificatesXml(certifications: readonly Certification[]): string {
  const shown = certifications.flatMap(({ kind, number }) => {
    const type = typeOf(kind);
    return type === undefined ? [] : [{ code: type[0], of: type[2], number }];
  });
  const certXml = ({ code, number }: { readonly code: string; readonly number: string }) =>
    group('ProductCert', [elements({ certTypeCd: code, certKey: number })]);
  const groups = (['01', '02', '03', '04'] as const).map((name) => {
    const { subject, exempt } = GROUPS[name];
    const own = shown.filter(({ of }) => of === name);
    const crtfGrpObjClfCd = own.length > 0 ? subject : exempt;
    return group('ProductCertGroup', [
      elements({ crtfGrpTypCd: name, crtfGrpObjClfCd }),
      ...own.map(certXml),
    ]);
  });
  const food = shown.filter(({ of }) => of === 'food');
  return [...groups, ...(food.length === 0 ? [] : [group('ProductCertGroup', food.map(certXml))])].join('');
}

function typeOf(kind: string): (typeof TYPES)[number] | undefined {
  return TYPES.find(([code, label]) => code === kind || label === kind);
}
