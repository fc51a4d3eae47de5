import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, indexNames, type Named } from './name-match.ts';
import { denseText, nameKeys, plainText } from './plain-text.ts';
import { gramsOf, likeness } from './similarity.ts';

const WORDS = [
  '면',
  '양말',
  '여름',
  '반팔',
  '티셔츠',
  '블랙',
  'Black',
  '1.5L',
  '3개입',
  '무지',
  '세트',
  '남성용',
];
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const options = fc.uniqueArray(fc.constantFrom('블랙', '화이트', 'S', 'M', 'L', '95', '100'), {
  maxLength: 3,
});
const named: fc.Arbitrary<Named> = fc.record({ name, optionValues: options });

/** The same name as another person writes it. */
const rewritten = (text: string): string =>
  `[${text
    .split(' ')
    .map((word) =>
      [...word]
        .map((letter) => (/[!-~]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter))
        .join('')
        .toUpperCase(),
    )
    .join(' / ')}]`.normalize('NFD');

describe('names', () => {
  test('mean the same however wide, spaced, punctuated, cased or composed they are', () => {
    expect(plainText('［면］ 양말(Black),  3개입!')).toBe('면 양말 black 3개입');
    fc.assert(
      fc.property(name, (text) => {
        expect(plainText(rewritten(text)).replaceAll(' ', '')).toBe(denseText(text));
        expect(nameKeys(rewritten(text))(['L', '블랙'])).toBe(nameKeys(text)(['블랙', 'Ｌ']));
      }),
    );
  });

  test('are alike from 0 to 1, from both sides, and wholly so to themselves', () => {
    fc.assert(
      fc.property(name, fc.oneof(name, fc.string({ unit: 'grapheme' })), (one, other) => {
        const alike = likeness(gramsOf(one), gramsOf(other));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(likeness(gramsOf(other), gramsOf(one))).toBe(alike);
        expect(likeness(gramsOf(one), gramsOf(rewritten(one)))).toBe(1);
      }),
    );
  });

  test('with options are compared the same from both sides, and never surer than the same thing', () => {
    fc.assert(
      fc.property(named, named, (one, other) => {
        const match = compareNames(one, other);
        expect(compareNames(other, one)).toEqual(match);
        expect(match.confidence).toBeGreaterThanOrEqual(0);
        expect(match.confidence).toBeLessThanOrEqual(compareNames(one, one).confidence);
        expect(compareNames(one, one).confidence).toBe(0.95);
      }),
    );
  });

  test('of another option or number are not sure enough to be linked unseen', () => {
    const socks = { name: '면 양말', optionValues: ['블랙', 'L'] };
    expect(compareNames(socks, { name: '면양말', optionValues: ['L', '블랙'] }).confidence).toBe(0.95);
    expect(compareNames(socks, { name: '면양말', optionValues: ['블랙', 'M'] }).confidence).toBeLessThan(0.7);
    const water = (size: string) => ({ name: `샘물 ${size}`, optionValues: [] });
    expect(compareNames(water('500ml 20개'), water('500ml 40개')).confidence).toBeLessThan(0.7);
    expect(compareNames(water('1,000ml'), water('1000ml')).confidence).toBe(0.95);
    const bare = { name: '면 양말 블랙 L', optionValues: [] };
    expect(compareNames(socks, bare).confidence).toBeGreaterThan(
      compareNames({ ...socks, optionValues: ['화이트', 'M'] }, bare).confidence,
    );
  });

  test('are found by an index as by comparing with each', () => {
    const group = fc.record({ name, members: fc.array(options, { minLength: 1, maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 12 }), named, (groups, wanted) => {
        let id = 0;
        const numbered = groups.map((one) => ({
          name: one.name,
          members: one.members.map((optionValues) => ({ id: ++id, optionValues })),
        }));
        const all = numbered
          .flatMap((one) =>
            one.members.map((member) => ({
              id: member.id,
              ...compareNames(wanted, { name: one.name, optionValues: member.optionValues }),
            })),
          )
          .filter(({ confidence }) => confidence >= 0.3)
          .sort((one, other) => other.confidence - one.confidence || one.id - other.id);
        expect(indexNames(numbered).find(wanted, 3)).toEqual(all.slice(0, 3));
      }),
    );
  });
});
