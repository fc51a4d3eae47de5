import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { AccountId, ProductId } from '../../domain/ids.ts';
import type { Hub } from '../../engine/hub.ts';
import { publishNow } from '../../engine/publish/publish-now.ts';
import type { Lane } from '../../marketplaces/kit/budget.ts';
import { listAccounts } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import type { Command } from '../../store/commands/command.ts';
import { findCommands } from '../../store/commands/read.ts';
import { askForJob } from '../../store/job-wishes.ts';
import {
  askToPublish,
  findPublications,
  type Publication,
  waitingPublications,
} from '../../store/publish/publications.ts';
import type { Pair } from '../../store/publish/targets.ts';
import { asOwner, type OwnerScope } from '../../store/scope.ts';
import type { Caller } from '../caller.ts';
import { isClosed } from '../commands/command-view.ts';
import type { Language } from '../problems/language.ts';
import { waitFor } from '../values/wait.ts';
import { type publicationView, viewPublication } from './publication-view.ts';

/** So many are looked at while the caller waits; more are left to the hub's own work. */
const LOOKED_AT_HERE = 20;
/** What is not looked at by then is left to it as well. */
const LONGEST_MS = 45_000;

/** Asks for products to be published in shops, in the caller's transaction, and writes down who did. */
export async function ask(
  scope: OwnerScope,
  pairs: readonly Pair[],
  by: { readonly actor: string; readonly cause: string; readonly lane: Lane; readonly now: Date },
): Promise<void> {
  await askToPublish(scope, pairs, by);
  const products = [...new Set(pairs.map(({ product }) => product))];
  const accounts = [...new Set(pairs.map(({ account }) => account))];
  const [only = null] = products;
  await recordAudit(scope, [
    {
      actor: by.actor,
      action: 'product.publish',
      target: { kind: 'product', id: products.length === 1 ? only : null },
      account: accounts.length === 1 ? (accounts[0] ?? null) : null,
      detail: { cause: by.cause, products: products.length, accounts },
    },
  ]);
  const here = isLookedAtHere(pairs);
  // Also what is looked at here, should this process not come to its end.
  askForJob(scope, 'publish', here ? new Date(by.now.getTime() + 2 * LONGEST_MS) : null);
}

function isLookedAtHere(pairs: readonly Pair[]): boolean {
  return pairs.length <= LOOKED_AT_HERE;
}

/**
 * Looks at what was asked for if it is little, and answers with what has become of it: 200 when all of it is declined or
 * carried out within the time that the caller waits, else 202.
 */
export async function answer(
  hub: Hub,
  { owner }: Caller,
  pairs: readonly Pair[],
  wait: { readonly seconds: number; readonly closing: AbortSignal; readonly reply: FastifyReply },
  language: Language,
): Promise<z.infer<typeof publicationView>[]> {
  if (pairs.length === 0) return [];
  if (isLookedAtHere(pairs)) {
    const waiting = await asOwner(hub.db, owner, (scope) =>
      waitingPublications(scope, { pairs, limit: pairs.length }),
    );
    await publishNow(hub, owner, waiting, AbortSignal.any([wait.closing, AbortSignal.timeout(LONGEST_MS)]));
  }
  const seen = await waitFor(
    () => asOwner(hub.db, owner, (scope) => look(scope, pairs)),
    (all) => all.every(isOver),
    wait,
  );
  wait.reply.code(seen.every(isOver) ? 200 : 202);
  const accounts = new Map<AccountId, { platform: string; edition: string }>(
    (await asOwner(hub.db, owner, listAccounts)).map((account) => [account.id, account]),
  );
  return seen.flatMap(({ publication, command }) => {
    const account = accounts.get(publication.account);
    return account === undefined ? [] : [viewPublication(publication, account, command, language)];
  });
}

interface Seen {
  readonly publication: Publication;
  readonly command: Command | undefined;
}

async function look(scope: OwnerScope, pairs: readonly Pair[]): Promise<readonly Seen[]> {
  const publications = await findPublications(scope, pairs);
  const commands = await commandsOf(scope, publications);
  return publications.map((publication) => ({
    publication,
    command: publication.command === null ? undefined : commands.get(publication.command),
  }));
}

/** The commands that publications have become. */
export async function commandsOf(
  scope: OwnerScope,
  publications: readonly Publication[],
): Promise<ReadonlyMap<Command['id'], Command>> {
  const ids = publications.flatMap(({ command }) => command ?? []);
  const commands = ids.length === 0 ? [] : await findCommands(scope, ids);
  return new Map(commands.map((command) => [command.id, command]));
}

function isOver({ publication, command }: Seen): boolean {
  if (publication.state === 'declined') return true;
  return command !== undefined && isClosed(command);
}

/** Every one of some products in every one of some shops. */
export function everyPair(products: readonly ProductId[], accounts: readonly AccountId[]): readonly Pair[] {
  return products.flatMap((product) => accounts.map((account) => ({ product, account })));
}
