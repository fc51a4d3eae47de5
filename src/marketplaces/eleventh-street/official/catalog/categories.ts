import type { CategoryRequirements, NativeCategory } from '../../../kit/catalog.ts';
import { asFields, asList, UnreadableError } from '../../../kit/decode.ts';
import { MarketplaceError } from '../../../kit/trouble.ts';
import type { Ask } from '../calls.ts';
import { saidIn } from '../said.ts';
import { neededAt, numeralAt, wordAt } from '../values.ts';
import { certificationNeeds } from './certificates.ts';
import { CONDITIONS } from './encode-listing.ts';
import { NOTICE_FORMS } from './notice.ts';
import { MATERIALS } from './origin.ts';

/** One row of the tree, which comes all at once: some fifteen thousand of them (sheet §2). */
interface CategoryRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly certType: string | null;
  readonly mustBeCertified: boolean;
}

/** How many are handed on at a time. */
const SOME = 1_000;

/** The whole tree, parents before their children. */
export async function* categories(ask: Ask): AsyncGenerator<readonly NativeCategory[]> {
  const all = treeOf(await ask({ operation: 'categories', decode: rowsIn }));
  for (let from = 0; from < all.length; from += SOME) yield all.slice(from, from + SOME);
}

/** A row is a leaf when no other names it as its parent: `leafYn` is read in both ways (sheet §3.2). */
export function treeOf(rows: readonly CategoryRow[]): readonly NativeCategory[] {
  const children = Map.groupBy(rows, ({ parentId }) => parentId);
  const tree: NativeCategory[] = [];
  const walk = (parentId: string | null, above: string): void => {
    for (const { id, name } of children.get(parentId) ?? []) {
      const path = above === '' ? name : `${above} > ${name}`;
      tree.push({ id, parentId, name, path, leaf: !children.has(id) });
      walk(id, path);
    }
  };
  walk(null, '');
  return tree;
}

/**
 * What goods of a category want to be told. 11st tells of certificates only (D:1617); that it has a call for attributes
 * is not in the guide, and it was answered with "no such API" (sheet §3.2).
 */
export async function requirements(ask: Ask, dispCtgrNo: string): Promise<CategoryRequirements> {
  const rows = await ask({ operation: 'category', params: { dispCtgrNo }, decode: rowsIn });
  const own = rows.find(({ id }) => id === dispCtgrNo);
  if (own === undefined) {
    throw new MarketplaceError({ reason: 'not_found', operation: 'category', nativeText: dispCtgrNo });
  }
  return {
    attributes: [
      choice('rmaterialTypCd', '원재료 유형', Object.keys(MATERIALS)),
      choice('prdStatCd', '상품상태', Object.keys(CONDITIONS)),
      { ...choice('modelNm', '모델명', []), kind: 'text', open: true },
    ],
    notices: NOTICE_FORMS,
    certifications: certificationNeeds(own.certType, own.mustBeCertified),
    optionNames: null,
  };
}

function choice(
  key: string,
  label: string,
  choices: readonly string[],
): CategoryRequirements['attributes'][number] {
  return { key, label, required: false, kind: 'choice', choices, open: false, unit: null, group: null };
}

/** None for a number that 11st does not have. */
function rowsIn(answer: unknown): readonly CategoryRow[] {
  const { root, fields } = saidIn(answer);
  if (root === 'ClientMessage') return [];
  if (root !== 'categorys') throw new UnreadableError('document', 'a list of categories', answer);
  return asList(fields.category ?? [], 'category').map((row) => {
    const category = asFields(row, 'category');
    return {
      id: neededAt(category, 'dispNo'),
      parentId: numeralAt(category, 'parentDispNo'),
      name: neededAt(category, 'dispNm'),
      certType: numeralAt(category, 'certType'),
      mustBeCertified: wordAt(category, 'requiredYn') === 'Y',
    };
  });
}
