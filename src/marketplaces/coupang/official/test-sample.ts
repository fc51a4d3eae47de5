import { readFileSync } from 'node:fs';
import { asFields, type Fields, listAt } from '../../kit/decode.ts';
import { parseLossless } from '../../kit/lossless.ts';

/** For tests: the box of sheet §6, from the fixture that holds it. */
export function sampleBox(): Fields {
  const file = readFileSync(new URL('fixtures/read-normal.json', import.meta.url), 'utf8');
  const [exchange] = listAt(asFields(parseLossless(file), 'fixture'), 'exchanges');
  const answer = asFields(asFields(exchange, 'exchange').answer, 'answer');
  const [box] = listAt(asFields(answer.body, 'body'), 'data');
  return asFields(box, 'box');
}
