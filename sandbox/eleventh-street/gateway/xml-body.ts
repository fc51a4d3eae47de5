import { decode } from 'iconv-lite';
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
  { body, headers }: WireRequest,
  root: string,
): Readonly<Record<string, string>> | undefined {
  const declared = `${headers['content-type'] ?? ''} ${body.subarray(0, 100).toString('latin1')}`;
  const text = /utf-8/i.test(declared) ? body.toString('utf8') : decode(body, 'cp949');
  const content = new RegExp(`<${root}>([\\s\\S]*)</${root}>\\s*$`).exec(text)?.[1];
  if (content === undefined) return undefined;
  return Object.fromEntries(
    [...content.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity).trim(),
    ]),
  );
}
