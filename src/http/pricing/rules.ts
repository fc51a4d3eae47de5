import { z } from 'zod';
import { priceRuleId } from '../../domain/ids.ts';
import { recordAudit } from '../../store/audit.ts';
import {
  addRule,
  changeRule,
  findRule,
  listRules,
  MOST_RULES,
  removeRule,
} from '../../store/pricing/rules.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { Problem } from '../problems/problem.ts';
import { idParams } from '../values/id.ts';
import { changedRuleOf, newRule, newRuleOf, ruleChange } from './rule-fields.ts';
import { ruleView, viewRule } from './rule-view.ts';

const rules = z.object({ price_rules: z.array(ruleView) });

/** `GET /price-rules`: all of them, newest first. */
export const listPriceRules: Endpoint = (api, { hub }) => {
  api.get('/price-rules', {
    schema: {
      operationId: 'listPriceRules',
      summary: 'Price rules, newest first',
      description: 'For a thing on sale the closest rule counts: product, category, shop, marketplace, all.',
      tags: ['prices'],
      response: { 200: rules, ...problemAnswers() },
    },
    handler: (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => ({
        price_rules: (await listRules(scope)).map(viewRule),
      })),
  });
};

/** `POST /price-rules` */
export const createPriceRule: Endpoint = (api, { hub }) => {
  api.post('/price-rules', {
    config: { role: 'owner' },
    schema: {
      operationId: 'createPriceRule',
      summary: 'Say how prices are made',
      description: 'Nothing changes until the rules are applied (`POST /prices/apply`).',
      tags: ['prices'],
      headers: idempotencyHeaders,
      body: newRule,
      response: { 201: ruleView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      const view = await asOwner(hub.db, owner, async (scope) => {
        const added = await addRule(scope, await newRuleOf(scope, request.body));
        if (added === undefined)
          throw new Problem('too_many_price_rules', {
            detail: {
              ko: `가격 규칙은 ${MOST_RULES}개까지 만들 수 있습니다.`,
              en: `There may be up to ${MOST_RULES} price rules.`,
              ru: `Правил может быть не больше ${MOST_RULES}.`,
              uz: `Qoidalar soni ${MOST_RULES} tadan oshmasin.`,
            },
          });
        const target = { kind: 'price_rule', id: added.id };
        await recordAudit(scope, [{ actor, action: 'price_rule.create', target }]);
        return viewRule(added);
      });
      reply.code(201);
      return view;
    },
  });
};

/** `PUT /price-rules/{id}`: changes the fields that are given. */
export const changePriceRule: Endpoint = (api, { hub }) => {
  api.put('/price-rules/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'changePriceRule',
      summary: 'Change a price rule',
      tags: ['prices'],
      headers: idempotencyHeaders,
      params: idParams,
      body: ruleChange,
      response: { 200: ruleView, ...problemAnswers(400, 403, 404, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      return asOwner(hub.db, owner, async (scope) => {
        const id = priceRuleId(request.params.id);
        const before = await findRule(scope, id);
        if (before === undefined) throw new Problem('not_found');
        const changed = await changeRule(scope, id, await changedRuleOf(scope, before, request.body));
        if (changed === undefined) throw new Problem('not_found');
        const detail = { fields: Object.keys(request.body) };
        await recordAudit(scope, [
          { actor, action: 'price_rule.change', target: { kind: 'price_rule', id }, detail },
        ]);
        return viewRule(changed);
      });
    },
  });
};

/** `DELETE /price-rules/{id}`: the next wider rule counts again. Prices stay as they are. */
export const deletePriceRule: Endpoint = (api, { hub }) => {
  api.delete('/price-rules/:id', {
    config: { role: 'owner' },
    schema: {
      operationId: 'deletePriceRule',
      summary: 'Delete a price rule',
      tags: ['prices'],
      headers: idempotencyHeaders,
      params: idParams,
      response: {
        204: z.undefined().meta({ description: 'Deleted. Prices stay as they are.' }),
        ...problemAnswers(403, 404, 409, 422),
      },
    },
    handler: async (request, reply) => {
      const { owner, actor } = callerOf(request);
      await asOwner(hub.db, owner, async (scope) => {
        const id = priceRuleId(request.params.id);
        if (!(await removeRule(scope, id))) throw new Problem('not_found');
        await recordAudit(scope, [
          { actor, action: 'price_rule.delete', target: { kind: 'price_rule', id } },
        ]);
      });
      reply.code(204);
    },
  });
};
