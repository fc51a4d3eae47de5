import type { Origin } from '../../../../domain/product.ts';

/**
 * Where goods come from, in words; null where an import tells no country. 11st numbers regions and countries, but in no
 * call and no page of its guide, so origins go out as "other" with their name (sheet §3.3).
 */
export function originName({ kind, madeIn }: Origin): string | null {
  if (kind === 'see_description') return '상세설명 참조';
  if (kind === 'domestic') return madeIn ?? '대한민국';
  return madeIn;
}

/** `rmaterialTypCd`: 01 farm, 02 sea, 04 need not tell, 05 see description. Processed food (03) wants its ingredients one by one. */
export const MATERIALS: Readonly<Record<string, string>> = {
  농산물: '01',
  수산물: '02',
  '원산지 의무 표시대상 아님': '04',
  '상세설명 참조': '05',
};

/** What the seller chose, else what the origin says. */
export function materialCode({ kind }: Origin, chosen: string | undefined): string {
  const code = chosen === undefined ? undefined : MATERIALS[chosen];
  return code ?? (kind === 'see_description' ? '05' : '04');
}
