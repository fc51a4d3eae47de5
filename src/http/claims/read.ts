import { z } from 'zod';
import { claimId } from '../../domain/ids.ts';
import { actionsNever, actionsNow } from '../../engine/claims/actions-now.ts';
import { editionOf } from '../../engine/open-shop.ts';
import { recordAudit } from '../../store/audit.ts';
import { readClaimContact } from '../../store/claims/contacts.ts';
import { claimHistory, findClaims } from '../../store/claims/read.ts';
import { commandsOfClaim } from '../../store/commands/read.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf, hasRole } from '../caller.ts';
import { commandOf, commandView } from '../commands/command-view.ts';
import type { Endpoint } from '../context.ts';
import { contactOf, contactView } from '../orders/contact-view.ts';
import { problemAnswers } from '../problems/answers.ts';
import { languageOf } from '../problems/language.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { actionOfClaim, actionView, impossibleOf, impossibleView } from './action-view.ts';
import { claimEventOf, claimEventView, claimOf, claimView } from './claim-view.ts';

const claimDetail = z
  .object({
    ...claimView.shape,
    actions: z.array(actionView).describe('What can be done now.'),
    not_offered: z
      .array(impossibleView)
      .describe('What this marketplace never offers, and what to do instead.'),
    contact: contactView.nullable().describe('Where goods are collected and the replacement goes.'),
    history: z.array(claimEventView),
    commands: z.array(commandView),
    native: z.unknown().describe("The marketplace's own document, without personal data."),
  })
  .meta({ id: 'ClaimDetail' });

const revealQuery = z.strictObject({
  reveal: z
    .literal('contact')
    .optional()
    .meta({ description: 'Shows the contact unmasked. Needs the role staff, and is written down.' }),
});

/** `GET /claims/{id}`: one claim, its history, and what can be done with it now. */
export const readClaim: Endpoint = (api, { hub }) => {
  api.get('/claims/:id', {
    schema: {
      operationId: 'readClaim',
      summary: 'One claim with its history and what can be done now',
      tags: ['claims'],
      params: idParams,
      querystring: revealQuery,
      response: { 200: claimDetail, ...problemAnswers(403, 404, 422) },
    },
    handler: async (request) => {
      const caller = callerOf(request);
      const language = languageOf(request);
      const wanted = claimId(request.params.id);
      const revealed = request.query.reveal === 'contact';
      const reveal = {
        actor: caller.actor,
        action: 'contact.reveal',
        target: { kind: 'claim', id: wanted },
      } as const;
      if (revealed && !hasRole(caller, 'staff')) {
        await asOwner(hub.db, caller.owner, (scope) =>
          recordAudit(scope, [{ ...reveal, account: null, result: 'refused' }]),
        );
        throw new Problem('role_too_low');
      }
      return asOwner(hub.db, caller.owner, async (scope) => {
        const [claim] = await findClaims(scope, [wanted]);
        if (claim === undefined) throw new Problem('not_found');
        const contact = await readClaimContact(scope, hub.vault, wanted);
        if (revealed) await recordAudit(scope, [{ ...reveal, account: claim.account }]);
        const { edition } = editionOf(claim);
        return {
          ...claimOf(claim, language),
          actions: actionsNow(edition, claim).map((action) => actionOfClaim(action, language)),
          not_offered: actionsNever(edition, claim.kind).map((action) =>
            impossibleOf(action, claim.platform, language),
          ),
          contact: contact === null ? null : contactOf(contact, revealed),
          history: (await claimHistory(scope, wanted)).map(claimEventOf),
          commands: (await commandsOfClaim(scope, wanted)).map((command) => commandOf(command, language)),
          native: claim.native,
        };
      });
    },
  });
};
