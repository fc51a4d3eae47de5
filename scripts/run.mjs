#!/usr/bin/env node
/**
 * Runs a project command under the Node.js release pinned in package.json, installing dependencies first
 * when they are missing or older than the lock file. Plain JavaScript with no dependencies: it must work on Node 20.
 *
 *   node scripts/run.mjs src/main.ts demo
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.installed-lock');

function installIfStale() {
  const wanted = readFileSync(lockFile, 'utf8');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.error('Installing dependencies (first run, or the lock file changed)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error('npm ci failed; nothing was started.');
    process.exit(done.status ?? 1);
  }
  writeFileSync(stampFile, wanted);
}

/** The pinned runtime if this platform has one, else the current one if it is new enough to run TypeScript. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(
    root,
    'node_modules',
    `node-${process.platform.replace('win32', 'win')}-${process.arch}`,
    'bin',
    name,
  );
  if (existsSync(pinned)) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `No bundled Node.js for ${process.platform}-${process.arch}; install Node.js 22.18 or newer.`,
  );
  process.exit(1);
}

/** Whoever starts the hub wants its pages as well; they are built anew only when something of them has changed. */
function buildWebIfServing(node) {
  const [script, command] = process.argv.slice(2);
  if (script !== 'src/main.ts' || !['demo', 'serve'].includes(command)) return;
  const built = spawnSync(node, ['scripts/web.ts', 'build'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) console.error('The web desk could not be built; the API starts without it.');
}

installIfStale();
const node = findNode();
buildWebIfServing(node);
const child = spawn(node, process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: {
    // Every process of the hub compiles the same modules: kept, a start takes half the time.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  },
});
// A terminal sends Ctrl-C to the whole process group; a supervisor signals only us, so pass it on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
