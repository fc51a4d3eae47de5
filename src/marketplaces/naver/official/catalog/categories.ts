import type { CategoryRequirements, NativeCategory } from '../../../kit/catalog.ts';
import { asFields, asList, booleanAt, idAt, textAt } from '../../../kit/decode.ts';
import type { Client } from '../client.ts';
import {
  askAttributes,
  askCategory,
  attributeField,
  certificationNeeds,
  exemptionFields,
} from './category-facts.ts';
import { askNoticeKinds, noticeForm } from './notice-forms.ts';

/** How Naver joins the names of categories. */
const BETWEEN = '>';

/** Every category, parents first. The list is flat, so a parent is found by its whole name (sheet §3.9). */
export function askCategories(client: Client): Promise<readonly NativeCategory[]> {
  return client.ask({ operation: 'categories', decode: decodeCategories });
}

export function decodeCategories(json: unknown): readonly NativeCategory[] {
  const rows = asList(json, 'categories').map((row) => {
    const fields = asFields(row, 'category');
    const whole = textAt(fields, 'wholeCategoryName');
    return {
      id: idAt(fields, 'id'),
      name: textAt(fields, 'name'),
      names: whole.split(BETWEEN),
      leaf: booleanAt(fields, 'last', false),
    };
  });
  const idOf = new Map(rows.map(({ names, id }) => [names.join(BETWEEN), id]));
  return rows
    .toSorted((a, b) => a.names.length - b.names.length)
    .map(({ id, name, names, leaf }) => ({
      id,
      parentId: idOf.get(names.slice(0, -1).join(BETWEEN)) ?? null,
      name,
      path: names.join(' > '),
      leaf,
    }));
}

/** What goods of a category must tell. Notices are asked for by the topmost category (DOC). */
export async function readRequirements(
  client: Client,
  categories: () => Promise<readonly NativeCategory[]>,
  categoryId: string,
): Promise<CategoryRequirements> {
  const facts = await askCategory(client, categoryId);
  const [topName] = facts.wholeName.split(BETWEEN);
  const top = (await categories()).find(({ path }) => path === topName);
  const kinds = await askNoticeKinds(client, top?.id ?? null);
  const attributes = await askAttributes(client, categoryId);
  return {
    attributes: [...attributes.map(attributeField), ...exemptionFields(facts)],
    notices: kinds.map(noticeForm),
    certifications: certificationNeeds(facts),
    optionNames: null,
  };
}
