import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CommandId, OrderId } from '../../domain/ids.ts';
import { orderLineId } from '../../domain/ids.ts';
import type { Wish } from '../../engine/commands/order-wish.ts';
import { wishFor } from '../../engine/commands/wish.ts';
import { findCommands } from '../../store/commands/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import { commandOf, commandView, isClosed } from '../commands/command-view.ts';
import type { HttpContext } from '../context.ts';
import { languageOf } from '../problems/language.ts';
import { id } from '../values/id.ts';
import { waitFor } from '../values/wait.ts';
import { declinedProblem } from './declined.ts';

/** Only these lines of the order; every line it applies to when absent. */
export const lineIds = z
  .array(id)
  .min(1)
  .max(1000)
  .optional()
  .meta({ description: 'Only these lines; every line it applies to when absent.' });

/** What became of a wish: the commands that carry it out. */
export const wishAnswer = z
  .object({ order_id: id, commands: z.array(commandView) })
  .meta({ id: 'AcceptedWish' });

interface WishFacts {
  readonly order: OrderId;
  readonly lines: readonly number[] | undefined;
  readonly wish: Wish;
  readonly cause: string;
  readonly seconds: number;
  /** Where the request named the carrier. */
  readonly carrierField?: string;
}

/**
 * Turns a wish for one order into commands and answers with them: 202 at once, or 200 with the outcomes when they
 * are there in time. Throws the problem when the wish is declined.
 */
export async function answerWish(
  { hub, closing }: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { order, lines, wish, cause, seconds, carrierField }: WishFacts,
): Promise<z.infer<typeof wishAnswer>> {
  const { owner, actor } = callerOf(request);
  const chosen = lines === undefined ? null : lines.map(orderLineId);
  const [answer] = await asOwner(hub.db, owner, (scope) =>
    wishFor(scope, [{ order, lines: chosen, wish }], { actor, cause }),
  );
  if (answer === undefined) throw new Error('a wish was not answered');
  if (answer.kind === 'declined') throw declinedProblem(answer.because, carrierField);
  hub.nudges.emit('nudge', 'commands');
  const ids: readonly CommandId[] = answer.commands;
  const commands = await waitFor(
    () => asOwner(hub.db, owner, (scope) => findCommands(scope, ids)),
    (seen) => seen.every(isClosed),
    { seconds, closing, reply },
  );
  reply.code(commands.every(isClosed) ? 200 : 202);
  const language = languageOf(request);
  return { order_id: order, commands: commands.map((command) => commandOf(command, language)) };
}
