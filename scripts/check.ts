/** The static checks: types, lint and format, and the web's build. Prints what is wrong and exits with 1 if anything is. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const modules = join(ROOT, 'node_modules');

const CHECKS: readonly {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}[] = [
  { name: 'types', script: join(modules, 'typescript', 'bin', 'tsc'), args: ['-p', ROOT] },
  { name: "the web's build", script: join(ROOT, 'scripts', 'web.ts'), args: ['build'] },
  {
    name: "the web's types",
    script: join(modules, 'typescript', 'bin', 'tsc'),
    args: ['-p', join(ROOT, 'web')],
  },
  {
    name: 'lint and format',
    script: join(modules, '@biomejs', 'biome', 'bin', 'biome'),
    args: ['ci', '--error-on-warnings'],
  },
];

for (const { name, script, args } of CHECKS) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
  console.log(`${name}: ${status === 0 ? 'good' : 'not good'}`);
  if (status !== 0) process.exitCode = 1;
}
