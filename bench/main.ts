import { budget } from './budget.ts';
import { engine } from './engine/engine.ts';
import { files } from './files/files.ts';
import { ingest } from './ingest.ts';
import { markets } from './markets.ts';
import { stock } from './stock/stock.ts';
import { web } from './web/web.ts';

/** Benchmarks by name. Each prints what it did and ends with one line `RESULT {json}`. */
const BENCHES: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>> = {
  ingest,
  budget,
  engine,
  markets,
  stock,
  files,
  web,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`npm run bench <name>, where name is one of: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
const result = await bench();
console.log(`RESULT ${JSON.stringify({ bench: name, ...result })}`);
