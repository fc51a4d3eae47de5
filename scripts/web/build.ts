import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { DIST, WEB } from './places.ts';
import { prepareWeb } from './prepare.ts';
import { isStamped, stamp, stampOf } from './stamp.ts';

/** The page every visit begins with; it is there when a build has been finished. */
const PAGE = 'index.html';

/** Held by the process that builds. */
const LOCK = `${DIST}.lock`;
/** A lock as old as this was left behind by a process that died. */
const LEFT_BEHIND_MS = 180_000;
const LOOK_EVERY_MS = 200;

/** Builds the web desk, unless what it is made of is as it was at the last time. One process builds, others wait. */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  await takeLock();
  try {
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
    if (isStamped(join(DIST, PAGE), sources)) return 'fresh';
    await buildAside(sources);
    return 'built';
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

async function takeLock(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > LEFT_BEHIND_MS) rmSync(LOCK, { recursive: true, force: true });
    else await pause(LOOK_EVERY_MS);
  }
}

/** Builds in a folder beside and puts it in place when it is whole: a hub may be serving the one before. */
async function buildAside(sources: string): Promise<void> {
  const aside = `${DIST}.next`;
  await asProduction(async () => {
    const { build } = await import('vite');
    await build({
      configFile: join(WEB, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: aside, emptyOutDir: true },
    });
  });
  await compressTexts(aside);
  stamp(join(aside, PAGE), sources);
  const before = `${DIST}.before`;
  rmSync(before, { recursive: true, force: true });
  if (statSync(DIST, { throwIfNoEntry: false }) !== undefined) renameSync(DIST, before);
  renameSync(aside, DIST);
  rmSync(before, { recursive: true, force: true });
}

/** A test runner sets it otherwise, and React would come with everything that helps developers. */
async function asProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    process.env.NODE_ENV = before;
  }
}

const COMPRESSED = /\.(js|css|html|svg|json|webmanifest)$/;

/** Puts a brotli and a gzip copy beside every text, so that serving one costs no time. */
async function compressTexts(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    COMPRESSED.test(name),
  );
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      const text = readFileSync(file);
      const small = await promisify(brotliCompress)(text, {
        params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
      });
      writeFileSync(`${file}.br`, small);
      writeFileSync(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
    }),
  );
}
