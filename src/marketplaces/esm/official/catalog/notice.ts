import { isOtherGoods, isSameNoticeKind } from '../../../../domain/notice-kinds.ts';
import type { Notice } from '../../../../domain/product.ts';
import type { NoticeForm } from '../../../kit/catalog.ts';
import type { Fields } from '../../../kit/decode.ts';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import type { Site } from '../../site.ts';
import type { Ask } from '../calls.ts';
import { idAt, memberAt, rowsIn } from './members.ts';

interface NoticeGroup {
  readonly no: string;
  readonly name: string;
}

/** What stands in the notice of the samples for a fact that the description tells (sheet §6). */
const SEE_DESCRIPTION = '상세설명참조';

/** Every kind of statutory notice with its facts (E:161). Any of them fits any category. */
export async function readNoticeForms(ask: Ask, site: readonly Site[]): Promise<readonly NoticeForm[]> {
  const forms: NoticeForm[] = [];
  for (const group of await readGroups(ask, site)) forms.push(await readForm(ask, site, group));
  return forms;
}

function readGroups(ask: Ask, site: readonly Site[]): Promise<readonly NoticeGroup[]> {
  return ask({
    operation: 'noticeGroups',
    site,
    decode: (json) =>
      rowsIn(json).map((row) => ({
        no: idAt(row, 'officialNoticeNo'),
        name: idAt(row, 'officialNoticeName'),
      })),
  });
}

function readForm(ask: Ask, site: readonly Site[], { no, name }: NoticeGroup): Promise<NoticeForm> {
  return ask({
    operation: 'noticeCodes',
    site,
    params: { no },
    decode: (json) => ({
      kind: no,
      label: name,
      facts: rowsIn(json).map((row) => ({
        key: idAt(row, 'officialNoticeItemelementCode'),
        label: idAt(row, 'officialNoticeItemelementName'),
        required: memberAt(row, 'isExtraMark') === true,
      })),
    }),
  });
}

/** The form for a notice: of its kind by the law's name or ESM's number, else the one for other goods. */
export async function formFor(ask: Ask, site: readonly Site[], { kind }: Notice): Promise<NoticeForm> {
  const groups = await readGroups(ask, site);
  const group =
    groups.find(({ no, name }) => no === kind || isSameNoticeKind(name, kind)) ??
    // 35 in the samples (sheet §6).
    groups.find(({ name }) => isOtherGoods(name));
  if (group === undefined)
    throw new RefusedDraft('notice.kind', {
      ko: `없는 고시 품목입니다: ${kind}.`,
      en: `There is no such kind: ${kind}.`,
      ru: `Такого вида сведений нет: ${kind}.`,
      uz: `Bunday ma’lumot turi yo‘q: ${kind}.`,
    });
  return readForm(ask, site, group);
}

/**
 * `officialNotice` of a product. Facts are found by the law's names or ESM's numbers; a required one that is not told is
 * left to the description, as the samples do.
 */
export function noticeBody({ facts }: Notice, form: NoticeForm): Fields {
  const told = new Map(Object.entries(facts).map(([name, fact]) => [plain(name), fact.trim()]));
  return {
    officialNoticeNo: Number(form.kind),
    details: form.facts.flatMap(({ key, label, required }) => {
      const value = told.get(plain(key)) || told.get(plain(label)) || (required ? SEE_DESCRIPTION : '');
      return value === '' ? [] : [{ officialNoticeItemelementCode: key, value, isExtraMark: required }];
    }),
  };
}

/** Names of the law are spelt with and without blanks, dots and brackets. */
function plain(name: string): string {
  return name.replace(/[\s·,./()-]/g, '');
}
