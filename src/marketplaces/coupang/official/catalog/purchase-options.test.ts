import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedDraft } from '../../../kit/refused-draft.ts';
import { attributesOf } from './purchase-options.ts';
import { DRAFT, META } from './test-samples.ts';

const told = (attributes: Record<string, string>, values: readonly string[] = ['블랙']) =>
  attributesOf({ ...DRAFT, attributes }, { optionValues: values }, META).map(
    ({ attributeTypeName, attributeValueName, exposed }) => [attributeTypeName, attributeValueName, exposed],
  );

describe('purchase options', () => {
  it('put the usual unit behind a bare number, and keep one that is told', () => {
    expect(told({ 수량: '2', '개당 용량': '1.5L' })).toEqual([
      ['색상', '블랙', 'EXPOSED'],
      ['수량', '2개', 'EXPOSED'],
      ['개당 용량', '1.5L', 'EXPOSED'],
    ]);
  });

  it('tell what is only searched by from what is chosen by', () => {
    expect(told({ 수량: '1', '개당 중량': '80', 계절: '겨울용' }).at(-1)).toEqual(['계절', '겨울용', 'NONE']);
  });

  it('know an option by the only name that holds it', () => {
    const draft = { attributes: { 색상: '블랙', 수량: '1' }, optionNames: ['중량'] };
    const sent = attributesOf(draft, { optionValues: ['80'] }, META);
    expect(sent).toContainEqual({
      attributeTypeName: '개당 중량',
      attributeValueName: '80g',
      exposed: 'EXPOSED',
    });
  });

  it.each([
    ['an attribute of no category', { 수량: '1', '개당 중량': '80', 맛: '단맛' }, 'attributes.맛'],
    ['a unit that is not one of its own', { 수량: '1박스', '개당 중량': '80' }, '수량'],
    ['a value that is none of the choices', { 수량: '1', '개당 중량': '80', 계절: '봄용' }, '계절'],
    ['neither of a group', { 수량: '1' }, 'attributes'],
    ['a long value', { 수량: '1', '개당 중량': '80', 색상: '가'.repeat(31) }, '색상'],
  ])('refuse %s', (_what, attributes, field) => {
    expect(() => told(attributes)).toThrow(expect.objectContaining({ field }));
  });

  it('refuse an option name that could mean two, and one that means nothing', () => {
    for (const name of ['개당', '향'])
      expect(() => attributesOf({ ...DRAFT, optionNames: [name] }, { optionValues: ['1'] }, META)).toThrow(
        expect.objectContaining({ field: 'optionNames' }),
      );
  });

  it('refuse goods without a choice where the category wants one', () => {
    const free = { ...META, attributes: META.attributes.map((one) => ({ ...one, isRequired: false })) };
    const nothing = (allowsSingleItem: boolean) =>
      attributesOf({ attributes: {}, optionNames: [] }, { optionValues: [] }, { ...free, allowsSingleItem });
    expect(nothing(true)).toEqual([]);
    expect(() => nothing(false)).toThrow(RefusedDraft);
  });

  it('are refused, or such as the category takes, whatever is told', () => {
    const value = fc.oneof(fc.constantFrom('1', '80g', '2개', '여름용', '', ' 3 '), fc.string());
    const names = fc.constantFrom(...META.attributes.map(({ name }) => name));
    fc.assert(
      fc.property(fc.dictionary(names, value), fc.array(value, { maxLength: 1 }), (attributes, values) => {
        const sent = outcomeOf(() => attributesOf({ ...DRAFT, attributes }, { optionValues: values }, META));
        if (sent === undefined) return;
        const has = (name: string) => sent.some(({ attributeTypeName }) => attributeTypeName === name);
        expect(has('색상') && has('수량') && (has('개당 용량') || has('개당 중량'))).toBe(true);
        expect(new Set(sent.map(({ attributeTypeName }) => attributeTypeName)).size).toBe(sent.length);
        for (const { attributeTypeName, attributeValueName } of sent) {
          const rule = META.attributes.find(({ name }) => name === attributeTypeName);
          expect(attributeValueName.length).toBeLessThanOrEqual(30);
          if (rule?.isClosed) expect(rule.choices).toContain(attributeValueName);
          if (rule?.dataType === 'NUMBER') expect(attributeValueName).toMatch(/^\d+(\.\d+)? ?\p{L}+$/u);
        }
      }),
    );
  });
});

function outcomeOf<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RefusedDraft) return undefined;
    throw error;
  }
}
