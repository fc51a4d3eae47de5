import { type FaultCode, type RowFault, shownValue } from './fault.ts';

/** What a cell comes to: its value in the one way it is written, or what is wrong with it. */
export type Reading =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'fault'; readonly fault: Omit<RowFault, 'column'> };

/** Reads the text of a cell that is not empty. */
export type Reader = (text: string) => Reading;

export function value(text: string): Reading {
  return { kind: 'value', text };
}

export function fault(code: FaultCode, text: string, more: Pick<RowFault, 'limit' | 'named'> = {}): Reading {
  return { kind: 'fault', fault: { code, value: shownValue(text), ...more } };
}

/** A text of up to so many characters; lines end in one way. */
export function textUpTo(limit: number): Reader {
  return (text) => {
    const plain = plainText(text);
    if (plain.includes('\0') || !plain.isWellFormed()) return fault('bad_character', text);
    return plain.length <= limit ? value(plain) : fault('too_long', text, { limit });
  };
}

/** As texts are compared: what stands around them and how their lines end makes no difference. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** Thousands may be set apart by commas; a comma anywhere else may mean anything. */
const NUMBER = /^([-+▲△−–]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** A number as people write it, with signs of the currency and units around it, in its one plain form. */
function decimal(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^[₩￦]\s*|\s*(?:원|개|g|krw)$/gi, '');
  const [, sign = '', digits = '', rest = ''] = NUMBER.exec(bare) ?? [];
  if (digits === '') return null;
  const whole = digits.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const fine = rest.replace(/0+$/, '');
  const plain = fine === '' ? whole : `${whole}.${fine}`;
  return sign !== '' && sign !== '+' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** A number within bounds, as a decimal; amounts may be finer than whole until their currency is known. */
export function numberBetween(least: number, most: number, { whole }: { readonly whole: boolean }): Reader {
  return (text) => {
    const number = decimal(text);
    if (number === null) return fault('not_a_number', text);
    if (number.startsWith('-')) return fault('negative', text);
    if (whole && number.includes('.')) return fault('not_whole', text);
    if (Number(number) < least) return fault('too_small', text, { limit: least });
    if (Number(number) > most) return fault('too_large', text, { limit: most });
    return value(number);
  };
}

/** One of some words; each choice may be written in several ways. */
export function oneOf(choices: Readonly<Record<string, readonly string[]>>): Reader {
  const byWord = new Map(
    Object.entries(choices).flatMap(([choice, words]) =>
      [choice, ...words].map((word): readonly [string, string] => [foldedWord(word), choice]),
    ),
  );
  const named = Object.values(choices)
    .map(([word = '']) => word)
    .join(', ');
  return (text) => {
    const choice = byWord.get(foldedWord(text));
    return choice === undefined ? fault('not_a_choice', text, { named }) : value(choice);
  };
}

function foldedWord(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
}
