import type { WireAnswer } from '../../frame/marketplace.ts';
import { elements, listAnswer, listNote, xmlBytes } from '../gateway/xml.ts';
import { CATEGORIES, type Category, categoryOf, isLeaf, subtreeOf } from '../listings/categories.ts';

/** The whole tree (D:1001). */
export function listCategories(): WireAnswer {
  return listAnswer(
    'categorys',
    CATEGORIES.map((category) =>
      rowXml(category, { depth: category.depth, leafYn: isLeaf(category) ? 'Y' : 'N' }),
    ),
  );
}

/** A category with what is below it; depth begins with it (D:1617). */
export function listSubtree(no: string): WireAnswer {
  const top = categoryOf(no);
  if (top === undefined)
    return listNote('categorys', { result_code: -1, result_text: '해당 건이 없습니다.' });
  return listAnswer(
    'categorys',
    subtreeOf(no).map((category) =>
      rowXml(category, {
        depth: category.depth - top.depth + 1,
        certType: category.certType,
        requiredYn: category.certRequired ? 'Y' : 'N',
      }),
    ),
  );
}

/** Ways of sending that a shop has set up (D:6735). */
export function listDispatchTemplates(): WireAnswer {
  const template = {
    prdInfoTmpltNo: '70001',
    prdInfoTmpltNm: '오늘발송 14시',
    repCloseTimeYn: 'Y',
    sendClfCd: '02',
    sendCmplTerm: '0',
    wkdayPayCmplHm: '1400',
    satSendYn: 'N',
  };
  return listAnswer('productInformationTemplateList', [
    xmlBytes(`<templateBOList>${elements(template)}</templateBOList>`),
  ]);
}

function rowXml({ name, no, parentNo }: Category, more: Readonly<Record<string, string | number>>): Buffer {
  const { depth, ...rest } = more;
  const fields = { depth, dispNm: name, dispNo: no, parentDispNo: parentNo, engDispYn: 'N', ...rest };
  return xmlBytes(`<ns2:category>${elements(fields)}</ns2:category>`);
}
