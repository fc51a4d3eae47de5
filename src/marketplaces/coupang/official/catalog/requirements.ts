import type { AttributeField, CategoryRequirements } from '../../../kit/catalog.ts';
import type { CategoryMeta, MetaAttribute } from './category-meta.ts';

/** A category's metadata as the hub tells it to the seller. Options may have the names of purchase options only. */
export function requirementsOf(meta: CategoryMeta): CategoryRequirements {
  return {
    attributes: meta.attributes.map(fieldOf),
    notices: meta.notices.map(({ name, details }) => ({
      kind: name,
      label: name,
      facts: details.map((detail) => ({
        key: detail.name,
        label: detail.name,
        required: detail.isRequired,
      })),
    })),
    certifications: meta.certifications.map(({ type, name, isRequired }) => ({
      kind: type,
      label: name,
      required: isRequired,
    })),
    optionNames: meta.attributes.filter(({ isPurchaseOption }) => isPurchaseOption).map(({ name }) => name),
  };
}

function fieldOf(attribute: MetaAttribute): AttributeField {
  const { name, dataType, isRequired, choices, isClosed, unit, group } = attribute;
  return {
    key: name,
    label: name,
    required: isRequired,
    kind: choices.length > 0 ? 'choice' : (KINDS[dataType] ?? 'text'),
    choices,
    open: !isClosed,
    unit,
    group,
  };
}

const KINDS: Readonly<Record<string, AttributeField['kind']>> = { NUMBER: 'number', DATE: 'date' };
