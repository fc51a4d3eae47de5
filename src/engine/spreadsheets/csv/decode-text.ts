import { isUtf8 } from 'node:buffer';
import { setImmediate as breathe } from 'node:timers/promises';
import iconv from 'iconv-lite';
import { FileRefused } from '../refused.ts';

/** Bytes turned into text without a pause: about a millisecond's work. */
const PIECE_BYTES = 128 * 1024;
const REPLACED = '\uFFFD';

/**
 * The text of a file: by its byte order mark, else UTF-8 where the bytes are that, else CP949, in which Excel saves CSV on
 * Korean Windows.
 */
export async function decodeText(file: Buffer): Promise<string> {
  const charset = charsetOf(file);
  const decoder = iconv.getDecoder(charset, { stripBOM: true });
  const pieces: string[] = [];
  for (let at = 0; at < file.length; at += PIECE_BYTES) {
    const piece = decoder.write(file.subarray(at, at + PIECE_BYTES));
    if (charset === 'cp949' && piece.includes(REPLACED)) throw new FileRefused('unknown_encoding');
    pieces.push(piece);
    await breathe();
  }
  pieces.push(decoder.end() ?? '');
  return pieces.join('');
}

function charsetOf(file: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949' {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  return isUtf8(file) ? 'utf-8' : 'cp949';
}
