import type { WireAnswer } from '../../frame/marketplace.ts';
import { refuseSeller, sellerDone } from '../gateway/answers.ts';
import type { GrantedCall } from '../gateway/call.ts';
import { FAMILIES, type FamilyRules } from './families.ts';
import { CATEGORY_TREE, type CategoryNode, categoryOf, leavesUnder } from './tree.ts';

/** The whole tree (sheet §3.8). */
export function listCategories(): WireAnswer {
  return sellerDone('', nodeJson(CATEGORY_TREE));
}

function nodeJson({ code, name, status, children }: CategoryNode): Record<string, unknown> {
  return { displayItemCategoryCode: code, name, status, child: children.map(nodeJson) };
}

/** Whether goods can be listed under a code (article 360033517174). */
export function readCategoryStatus({ params }: GrantedCall): WireAnswer {
  const code = codeAsked(params.category);
  if (code === undefined) return refuseSeller('Display category code should be numeric.');
  const node = categoryOf(code);
  if (node === undefined) return sellerDone('', false);
  if (node.family === null) return refuseSeller(notALeaf(node));
  return sellerDone('', node.status === 'ACTIVE');
}

/** What goods of a category are asked (sheet §3.8). */
export function readCategoryMeta({ params }: GrantedCall): WireAnswer {
  const code = codeAsked(params.category);
  if (code === undefined) return refuseSeller('Display category code should be numeric.');
  const node = categoryOf(code);
  if (node === undefined) return refuseSeller(`Display category code ${code} is not valid.`);
  if (node.family === null) return refuseSeller(notALeaf(node));
  return sellerDone('', metaJson(FAMILIES[node.family]));
}

function metaJson(rules: FamilyRules): Record<string, unknown> {
  return {
    isAllowSingleItem: rules.isAllowSingleItem,
    attributes: rules.attributes,
    noticeCategories: rules.notices.map(({ name, required, optional }) => ({
      noticeCategoryName: name,
      noticeCategoryDetailNames: [
        ...required.map((detail) => ({ noticeCategoryDetailName: detail, required: 'MANDATORY' })),
        ...optional.map((detail) => ({ noticeCategoryDetailName: detail, required: 'OPTIONAL' })),
      ],
    })),
    requiredDocumentNames: rules.documents,
    certifications: rules.certifications,
    allowedOfferConditions: ['NEW'],
  };
}

function notALeaf(node: CategoryNode): string {
  return `Display category code ${node.code} is not a leaf category. Leaf category id's of the given display category code include: ${leavesUnder(node).join(',')}`;
}

function codeAsked(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
