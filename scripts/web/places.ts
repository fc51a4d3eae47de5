import { join } from 'node:path';
import type { Config } from '@tanstack/router-generator';

export const ROOT = join(import.meta.dirname, '..', '..');
export const WEB = join(ROOT, 'web');
export const DIST = join(WEB, 'dist');

/** Where routes are, and where their tree is written. */
export const ROUTES: Partial<Config> = {
  target: 'react',
  routesDirectory: join(WEB, 'src', 'routes'),
  generatedRouteTree: join(WEB, 'generated', 'route-tree.ts'),
  addExtensions: true,
  disableLogging: true,
  quoteStyle: 'single',
  semicolons: true,
  autoCodeSplitting: true,
};
