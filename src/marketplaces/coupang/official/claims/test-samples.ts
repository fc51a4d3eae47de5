import { readFileSync } from 'node:fs';
import { asFields, type Fields, listAt } from '../../../kit/decode.ts';
import { parseLossless } from '../../../kit/lossless.ts';

/** For tests: the claims of sheet §6, from the fixture that lists them. */
function firstRowOf(path: string): Fields {
  const file = readFileSync(new URL('../fixtures/changes-claims.json', import.meta.url), 'utf8');
  const exchanges = listAt(asFields(parseLossless(file), 'fixture'), 'exchanges').map((one) =>
    asFields(one, 'exchange'),
  );
  for (const { request, answer } of exchanges) {
    if (!String(asFields(request, 'request').path).endsWith(path)) continue;
    const [row] = listAt(asFields(asFields(answer, 'answer').body, 'body'), 'data');
    return asFields(row, 'row');
  }
  throw new Error(`no list of ${path}`);
}

export const RECEIPT = firstRowOf('returnRequests');
export const EXCHANGE = firstRowOf('exchangeRequests');
