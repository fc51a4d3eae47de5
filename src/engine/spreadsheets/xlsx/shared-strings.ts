import type { Readable } from 'node:stream';
import { unescaped } from './escapes.ts';
import { readXml } from './xml-reader.ts';

/** The texts that cells refer to by number. */
export async function readSharedStrings(bytes: Readable): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let inReading = false;
  const reading = readXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      // How a text is read aloud stands beside it in Japanese and Korean files.
      if (name === 'rPh') inReading = true;
      isText = name === 't' && !inReading;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text));
      if (name === 'rPh') inReading = false;
      isText = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  for await (const _piece of reading);
  return strings;
}
