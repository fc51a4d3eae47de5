import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Generator, getConfig } from '@tanstack/router-generator';
import { readApiDocument } from './api-document.ts';
import { apiTypes } from './api-types.ts';
import { ROUTES, WEB } from './places.ts';
import { isStamped, stamp, stampOf } from './stamp.ts';

const TYPES = join(WEB, 'generated', 'api.ts');

/** Writes what the web's sources import and nobody wrote: the types of the API and the tree of routes. */
export async function prepareWeb(): Promise<void> {
  await writeApiTypes();
  const config = getConfig(ROUTES, WEB);
  await new Generator({ config, root: WEB }).run();
}

/** What the API looks like follows from the hub's code; as long as that stays, so do the types. */
async function writeApiTypes(): Promise<void> {
  const sources = stampOf(['src', 'scripts/web', 'package-lock.json']);
  if (isStamped(TYPES, sources)) return;
  const types = apiTypes(await readApiDocument());
  mkdirSync(dirname(TYPES), { recursive: true });
  if (!existsSync(TYPES) || readFileSync(TYPES, 'utf8') !== types) writeFileSync(TYPES, types);
  stamp(TYPES, sources);
}
