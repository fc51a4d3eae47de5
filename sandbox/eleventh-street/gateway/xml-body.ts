import { XMLParser } from 'fast-xml-parser';
import { decode } from 'iconv-lite';
import { isObject, type JsonObject } from '../../frame/json.ts';
import type { WireRequest } from '../../frame/marketplace.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/** The fields of a flat XML body under this root; undefined if the body is anything else. 11st takes EUC-KR and UTF-8 (sheet §2). */
export function readXmlBody(
  request: WireRequest,
  root: string,
): Readonly<Record<string, string>> | undefined {
  const text = textOf(request);
  const content = new RegExp(`<${root}>([\\s\\S]*)</${root}>\\s*$`).exec(text)?.[1];
  if (content === undefined) return undefined;
  return Object.fromEntries(
    [...content.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity).trim(),
    ]),
  );
}

function textOf({ body, headers }: WireRequest): string {
  const declared = `${headers['content-type'] ?? ''} ${body.subarray(0, 100).toString('latin1')}`;
  return /utf-8/i.test(declared) ? body.toString('utf8') : decode(body, 'cp949');
}

/** Elements of which a product may have many. */
const MANY = new Set([
  'ProductOption',
  'ProductRootOption',
  'ProductCertGroup',
  'ProductCert',
  'ProductStock',
  'item',
  'tagName',
]);

const PARSER = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: (name) => MANY.has(name),
});

/** A body whose elements lie within each other; undefined if it is not XML with this root. */
export function readXmlTree(request: WireRequest, root: string): JsonObject | undefined {
  try {
    const document: unknown = PARSER.parse(textOf(request), true);
    const found = isObject(document) ? document[root] : undefined;
    const content: unknown = Array.isArray(found) ? found[0] : found;
    return content === '' ? {} : isObject(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** A text within a tree; the empty one where there is none. */
export function textIn(tree: JsonObject, name: string): string {
  const value = tree[name];
  return typeof value === 'string' ? value : '';
}

/** The elements of a name within a tree. */
export function treesIn(tree: JsonObject, name: string): readonly JsonObject[] {
  const value = tree[name];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(isObject);
}
