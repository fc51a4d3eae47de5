import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { DIST, WEB } from './places.ts';
import { prepareWeb } from './prepare.ts';
import { isStamped, stamp, stampOf } from './stamp.ts';

/** The page every visit begins with; it is there when a build has been finished. */
const PAGE = join(DIST, 'index.html');

/** Builds the web desk, unless what it is made of is as it was at the last time. */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  await prepareWeb();
  const sources = stampOf([
    'web/src',
    'web/public',
    'web/generated/api.ts',
    'web/generated/route-tree.ts',
    'web/index.html',
    'web/vite.config.ts',
    'scripts/web',
    'package-lock.json',
  ]);
  if (isStamped(PAGE, sources)) return 'fresh';
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
  await compressAssets();
  stamp(PAGE, sources);
  return 'built';
}

const COMPRESSED = /\.(js|css|html|svg|json|webmanifest)$/;

/** Puts a brotli and a gzip copy beside every text, so that serving one costs no time. */
async function compressAssets(): Promise<void> {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) =>
    COMPRESSED.test(name),
  );
  await Promise.all(
    files.map(async (name) => {
      const file = join(DIST, name);
      const text = readFileSync(file);
      const small = await promisify(brotliCompress)(text, {
        params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
      });
      writeFileSync(`${file}.br`, small);
      writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    }),
  );
}
