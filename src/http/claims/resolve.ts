import { z } from 'zod';
import { claimId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import { resolveConflict } from '../../store/claims/conflicts.ts';
import { findClaims } from '../../store/claims/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { claimOf, claimView } from './claim-view.ts';

const resolveBody = z
  .strictObject({ note: z.string().trim().min(1).max(1000).meta({ description: 'What was done about it.' }) })
  .meta({ id: 'ClaimResolution' });

/** `PUT /claims/{id}/resolution`: a person has settled what the marketplace and the warehouse disagreed about. */
export const resolveClaim: Endpoint = (api, { hub }) => {
  api.put('/claims/:id/resolution', {
    config: { role: 'staff' },
    schema: {
      operationId: 'resolveClaim',
      summary: 'Note that a conflict is settled',
      tags: ['claims'],
      headers: idempotencyHeaders,
      params: idParams,
      body: resolveBody,
      response: { 200: claimView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const wanted = claimId(request.params.id);
      return asOwner(hub.db, owner, async (scope) => {
        const [known] = await findClaims(scope, [wanted]);
        if (known === undefined) throw new Problem('not_found');
        if (!(await resolveConflict(scope, wanted, { actor, resolution: request.body.note })))
          throw new Problem('nothing_to_resolve');
        await recordAudit(scope, [
          {
            actor,
            action: 'claim.resolve',
            target: { kind: 'claim', id: wanted },
            account: known.account,
            detail: { conflict: known.conflict?.code ?? null },
          },
        ]);
        const [claim] = await findClaims(scope, [wanted]);
        if (claim === undefined) throw new Problem('not_found');
        return claimOf(claim, languageOf(request));
      });
    },
  });
};
