import type { NativeCategory } from '../../../kit/catalog.ts';
import { asFields, type Fields, fieldsAt, idAt, textAt } from '../../../kit/decode.ts';
import type { Ask } from '../calls.ts';
import { listOf } from './decode-product.ts';

const PER_BATCH = 500;

/** Every category, parents before their children. Coupang tells the whole tree in one answer (sheet §3.8). */
export async function* listCategories(ask: Ask): AsyncIterable<readonly NativeCategory[]> {
  const all = await ask({ operation: 'categories', decode: decodeTree });
  for (let from = 0; from < all.length; from += PER_BATCH) yield all.slice(from, from + PER_BATCH);
}

interface Place {
  readonly node: Fields;
  readonly parent: NativeCategory | null;
}

/** Flattens the tree under the root, which itself is no category. What is not active takes no goods and is left out. */
export function decodeTree(json: unknown): readonly NativeCategory[] {
  const root = fieldsAt(asFields(json, 'answer'), 'data');
  const places: Place[] = activeChildren(root).map((node) => ({ node, parent: null }));
  const all: NativeCategory[] = [];
  // The list grows while it is walked, so that every level comes after the one above it.
  for (const { node, parent } of places) {
    const category = categoryOf(node, parent);
    all.push(category);
    places.push(...activeChildren(node).map((child) => ({ node: child, parent: category })));
  }
  return all;
}

function categoryOf(node: Fields, parent: NativeCategory | null): NativeCategory {
  const name = textAt(node, 'name');
  const isNewer = node.displayItemCategoryCode === undefined;
  return {
    id: idAt(node, isNewer ? 'displayCategoryCode' : 'displayItemCategoryCode'),
    parentId: parent?.id ?? null,
    name,
    path: parent === null ? name : `${parent.path} > ${name}`,
    leaf: listOf(node, 'child').length === 0,
  };
}

function activeChildren(node: Fields): readonly Fields[] {
  return listOf(node, 'child').filter(({ status }) => status === undefined || status === 'ACTIVE');
}
