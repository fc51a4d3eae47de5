import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUTES, WEB } from './places.ts';
import { isStamped, stamp, stampOf } from './stamp.ts';

const GENERATED = join(WEB, 'generated');
const TYPES = join(GENERATED, 'api.ts');
const TREE = join(GENERATED, 'route-tree.ts');

/**
 * Writes what the web's sources import and nobody wrote: the types of the API and the tree of routes. What makes them is
 * loaded only when it is needed, so that a start with nothing to do is quick.
 */
export async function prepareWeb(): Promise<void> {
  mkdirSync(GENERATED, { recursive: true });
  await writeApiTypes();
  await writeRouteTree();
}

/** What the API looks like follows from the hub's code; as long as that stays, so do the types. */
async function writeApiTypes(): Promise<void> {
  const sources = stampOf(['src', 'scripts/web', 'package-lock.json']);
  if (isStamped(TYPES, sources)) return;
  const { readApiDocument } = await import('./api-document.ts');
  const { apiTypes } = await import('./api-types.ts');
  const types = apiTypes(await readApiDocument());
  if (!existsSync(TYPES) || readFileSync(TYPES, 'utf8') !== types) writeFileSync(TYPES, types);
  stamp(TYPES, sources);
}

async function writeRouteTree(): Promise<void> {
  const sources = stampOf(['web/src/routes', 'scripts/web', 'package-lock.json']);
  if (isStamped(TREE, sources)) return;
  const { Generator, getConfig } = await import('@tanstack/router-generator');
  await new Generator({ config: getConfig(ROUTES, WEB), root: WEB }).run();
  stamp(TREE, sources);
}
