import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Where Chrome and Chromium are on the systems people have. */
const INSTALLED: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Tests run as root in containers, where Chromium's own sandbox does not start; the pages are our own. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb'];

/**
 * Starts a Chromium: the one named by `MOA_CHROMIUM`, else the one that came with `npm ci` (x64 Linux), else one
 * that is installed. Throws a sentence that says what to do when there is none.
 */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.MOA_CHROMIUM;
  if (named !== undefined) return chromium.launch({ executablePath: named, args: FLAGS });
  if (process.platform === 'linux' && process.arch === 'x64') {
    const place = await unpackedChromium();
    return chromium.launch({
      executablePath: join(place, 'chromium'),
      args: FLAGS,
      // Libraries that a bare machine lacks come with it; the machine's own go first.
      env: {
        ...process.env,
        LD_LIBRARY_PATH: `${process.env.LD_LIBRARY_PATH ?? ''}:${join(place, 'al2023', 'lib')}`,
      },
    });
  }
  const found = INSTALLED.find((path) => existsSync(path));
  if (found !== undefined) return chromium.launch({ executablePath: found, args: FLAGS });
  throw new Error(
    'The browser tests found no Chromium. Install Google Chrome or Chromium, or name its program in MOA_CHROMIUM.',
  );
}

/** Unpacks the browser beside the packages, once for all runs; processes that do it at the same time do not meet. */
async function unpackedChromium(): Promise<string> {
  const place = join(ROOT, 'node_modules', '.cache', 'moa-chromium');
  if (existsSync(join(place, 'chromium'))) return place;
  const own = `${place}.${process.pid}`;
  mkdirSync(own, { recursive: true });
  const before = process.env.TMPDIR;
  // The package unpacks into the folder for temporary files.
  process.env.TMPDIR = own;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    await packed.executablePath();
    await inflate(join(packageFolder(), 'bin', 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(own, place);
  } catch (error) {
    if (!existsSync(join(place, 'chromium'))) throw error;
  }
  return place;
}

function packageFolder(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return dirname(dirname(main));
}
