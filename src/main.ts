import { Command, Option } from 'commander';
import {
  createOwnerCommand,
  issueTokenCommand,
  listOwnersCommand,
  rotateKeysCommand,
  verifyAuditCommand,
} from './cli/admin.ts';
import { demo } from './cli/demo.ts';
import { openDesk } from './cli/desk/desk.ts';
import { openHubApi } from './cli/desk/hub-api.ts';
import { addListingCommands } from './cli/desk/listings.ts';
import { addPriceCommands } from './cli/desk/prices.ts';
import { addProductCommands } from './cli/desk/products.ts';
import { addShopCommands } from './cli/desk/shops.ts';
import { addStockCommands } from './cli/desk/stock.ts';
import { sandbox } from './cli/sandbox.ts';
import { serve } from './cli/serve.ts';
import { worker } from './cli/worker.ts';
import { ROLES } from './store/owners.ts';

const program = new Command('moa').description('One desk for a seller who sells on many marketplaces');

program
  .command('demo')
  .description('the hub with stand-in marketplaces and two connected shops')
  .action(demo);
program
  .command('serve')
  .description('the hub alone')
  .option('--no-worker', 'answer only; other processes on the same PostgreSQL do the work')
  .action(serve);
program.command('worker').description('more hands for the same PostgreSQL, without the API').action(worker);
program
  .command('sandbox')
  .description('the stand-in marketplaces alone')
  .option('--port <port>', 'address to listen on', '4010')
  .action(sandbox);

const admin = program.command('admin').description('work on the database without the API');
admin
  .command('create-owner')
  .description('a new business with its first user; the password is taken from MOA_PASSWORD')
  .requiredOption('--name <name>')
  .requiredOption('--email <email>')
  .action(createOwnerCommand);
admin.command('list-owners').description('every business of this hub').action(listOwnersCommand);
admin
  .command('issue-token')
  .description('an API token, printed once')
  .requiredOption('--owner <id>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices([...ROLES]).default('staff'))
  .option('--days <days>', 'days until it expires; never if left out')
  .action(issueTokenCommand);
admin
  .command('rotate-keys')
  .description('rewrap all secrets with the newest vault key')
  .action(rotateKeysCommand);
admin
  .command('verify-audit')
  .description('recompute the audit trail and print the first break')
  .action(verifyAuditCommand);

const desk = openDesk(() => openHubApi(process.env), console.log);
for (const add of [
  addShopCommands,
  addProductCommands,
  addListingCommands,
  addStockCommands,
  addPriceCommands,
])
  add(program, desk);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.MOA_LOG === 'debug') console.error(error);
  process.exitCode = 1;
}
