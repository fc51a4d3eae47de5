/**
 * The web desk's own commands:
 *
 *   npm run web          build it, if anything it is made of has changed
 *   npm run web:types    write the types of the API and the tree of routes, for editors and type checks
 *   npm run web:dev      serve its sources with reload, in front of a hub on port 4000 (MOA_URL for another one)
 */
import { join } from 'node:path';
import { buildWeb } from './web/build.ts';
import { WEB } from './web/places.ts';
import { prepareWeb } from './web/prepare.ts';

async function develop(): Promise<void> {
  await prepareWeb();
  const { createServer } = await import('vite');
  const server = await createServer({ configFile: join(WEB, 'vite.config.ts') });
  await server.listen();
  server.printUrls();
}

switch (process.argv[2]) {
  case 'build':
    if ((await buildWeb()) === 'built') console.error('The web desk was built.');
    break;
  case 'types':
    await prepareWeb();
    break;
  case 'dev':
    await develop();
    break;
  default:
    console.error('usage: node scripts/web.ts build|types|dev');
    process.exitCode = 1;
}
