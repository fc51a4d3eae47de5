import type { Certification } from '../product.ts';

/** Several values in one cell, one on each line. What a cell cannot hold is not written: an empty cell changes nothing. */

const BETWEEN_NAME_AND_FACT = ': ';
const BETWEEN_PARTS = ' | ';

/** Facts of a notice, such as `제조국: 대한민국`; null where a line does not tell one. */
export function factsOf(text: string): Readonly<Record<string, string>> | null {
  const facts = new Map<string, string>();
  for (const line of linesOf(text)) {
    const [, name = '', fact = ''] = /^([^:：]+)[:：](.*)$/.exec(line) ?? [];
    if (name.trim() === '' || facts.has(name.trim())) return null;
    facts.set(name.trim(), fact.trim());
  }
  return Object.fromEntries(facts);
}

/** The same as text; empty where the facts hold what lines cannot. */
export function factLines(facts: Readonly<Record<string, string>>): string {
  const text = Object.entries(facts)
    .map(([name, fact]) => `${name}${BETWEEN_NAME_AND_FACT}${fact}`.trim())
    .join('\n');
  const again = factsOf(text);
  return again !== null && isSame(Object.entries(again), Object.entries(facts)) ? text : '';
}

/** Certificates, such as `KC | R-R-abc-123 | 국립전파연구원`, the agency only where it is known. */
export function certificationsOf(text: string): readonly Certification[] | null {
  const certifications: Certification[] = [];
  for (const line of linesOf(text)) {
    const [kind = '', number = '', agency = '', ...others] = line.split('|').map((part) => part.trim());
    if (kind === '' || number === '' || others.length > 0) return null;
    certifications.push({ kind, number, agency: agency === '' ? null : agency });
  }
  return certifications;
}

export function certificationLines(certifications: readonly Certification[]): string {
  const text = certifications
    .map(({ kind, number, agency }) =>
      [kind, number, ...(agency === null ? [] : [agency])].join(BETWEEN_PARTS),
    )
    .join('\n');
  return isSame(certificationsOf(text), certifications) ? text : '';
}

/** Addresses, one on each line, or several with spaces, commas or semicolons between them. */
export function addressesOf(text: string): readonly string[] {
  return linesOf(text).flatMap((line) => line.replace(/[\s,;]+$/, '').split(/[\s,;]+(?=https?:)/i));
}

export function addressLines(addresses: readonly string[]): string {
  const text = addresses.join('\n');
  return isSame(addressesOf(text), addresses) ? text : '';
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
