import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROUTES = join(import.meta.dirname, '..', '..', '..', 'web', 'src', 'routes');

/** The address of every page that needs no number, from the files of the routes. */
export const PATHS: readonly string[] = [
  '/login',
  ...readdirSync(join(ROUTES, '_desk'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('$'))
    .map((name) => `/${name.replace(/\.tsx$/, '').replace(/(^|\/)index$/, '')}`),
];
