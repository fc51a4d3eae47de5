import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ImportId } from '../../domain/ids.ts';
import { findImport, type ImportState } from '../../store/imports/import.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { HttpContext } from '../context.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { waitFor } from '../values/wait.ts';
import { importOf, type importView } from './import-view.ts';

/** States in which somebody is at work. */
const UNDER_WAY: readonly ImportState[] = ['reading', 'checking', 'confirmed'];

/** Answers with an import: 200 once nobody is at work on it, 202 while somebody is. */
export async function answerImport(
  { hub, closing }: HttpContext,
  request: FastifyRequest,
  reply: FastifyReply,
  id: ImportId,
  seconds: number,
): Promise<z.infer<typeof importView>> {
  const { owner } = callerOf(request);
  const found = await waitFor(
    () => asOwner(hub.db, owner, (scope) => findImport(scope, id)),
    (seen) => seen === undefined || !UNDER_WAY.includes(seen.state),
    { seconds, closing, reply },
  );
  if (found === undefined) throw new Problem('not_found');
  reply.code(UNDER_WAY.includes(found.state) ? 202 : 200);
  return importOf(found, languageOf(request));
}
