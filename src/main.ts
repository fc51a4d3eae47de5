import { Command, Option } from 'commander';
import { addDeskCommands } from './cli/desk/commands.ts';
import { openDesk } from './cli/desk/desk.ts';
import { openHubApi } from './cli/desk/hub-api.ts';
import { ROLES } from './store/owners.ts';

// Each command loads what it needs when it is called: a worker has no use for the API.
const program = new Command('moa').description('One desk for a seller who sells on many marketplaces');

program
  .command('demo')
  .description('the hub with stand-in marketplaces and a connected shop at each')
  .action(async () => (await import('./cli/demo.ts')).demo());
program
  .command('serve')
  .description('the hub alone')
  .option('--no-worker', 'answer only; other processes on the same PostgreSQL do the work')
  .action(async (options: { readonly worker: boolean }) => (await import('./cli/serve.ts')).serve(options));
program
  .command('worker')
  .description('more hands for the same PostgreSQL, without the API')
  .action(async () => (await import('./cli/worker.ts')).worker());
program
  .command('sandbox')
  .description('the stand-in marketplaces alone')
  .option('--port <port>', 'address to listen on', '4010')
  .action(async (options: { readonly port: string }) => (await import('./cli/sandbox.ts')).sandbox(options));

const admin = program.command('admin').description('work on the database without the API');
admin
  .command('create-owner')
  .description('a new business with its first user; the password is taken from MOA_PASSWORD')
  .requiredOption('--name <name>')
  .requiredOption('--email <email>')
  .action(async (options) => (await import('./cli/admin.ts')).createOwnerCommand(options));
admin
  .command('list-owners')
  .description('every business of this hub')
  .action(async () => (await import('./cli/admin.ts')).listOwnersCommand());
admin
  .command('issue-token')
  .description('an API token, printed once')
  .requiredOption('--owner <id>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices([...ROLES]).default('staff'))
  .option('--days <days>', 'days until it expires; never if left out')
  .action(async (options) => (await import('./cli/admin.ts')).issueTokenCommand(options));
admin
  .command('rotate-keys')
  .description('rewrap all secrets with the newest vault key')
  .action(async () => (await import('./cli/admin.ts')).rotateKeysCommand());
admin
  .command('verify-audit')
  .description('recompute the audit trail and print the first break')
  .action(async () => (await import('./cli/admin.ts')).verifyAuditCommand());

addDeskCommands(
  program,
  openDesk(() => openHubApi(process.env), console.log),
);

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.MOA_LOG === 'debug') console.error(error);
  process.exitCode = 1;
}
