import { xmlText } from '../../../kit/xml.ts';
import { XML_HEAD } from '../calls.ts';

/** A whole body: the root element with what is in it. */
export function document(root: string, parts: readonly string[]): string {
  return `${XML_HEAD}${group(root, parts)}`;
}

/** An element that holds others. */
export function group(name: string, parts: readonly string[]): string {
  return `<${name}>${parts.join('')}</${name}>`;
}

/** An element with a text; none at all for null, which 11st reads as "not told". */
export function element(name: string, value: string | number | null): string {
  return value === null ? '' : `<${name}>${xmlText(String(value))}</${name}>`;
}

/** Elements by their names. */
export function elements(fields: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('');
}

/** HTML as 11st wants it (sheet §3.3). */
export function cdata(name: string, html: string): string {
  return `<${name}><![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}
