import { z } from 'zod';
import { accountId } from '../../domain/ids.ts';
import { findAccount } from '../../store/accounts.ts';
import { recordAudit } from '../../store/audit.ts';
import { noteAllStock } from '../../store/inventory/changes.ts';
import { readStockSettings, type StockSettings, writeStockSettings } from '../../store/inventory/settings.ts';
import { asOwner } from '../../store/scope.ts';
import { callerOf } from '../caller.ts';
import type { Endpoint } from '../context.ts';
import { idempotencyHeaders } from '../idempotency.ts';
import { problemAnswers } from '../problems/answers.ts';
import { fieldProblem } from '../problems/problem.ts';
import { id } from '../values/id.ts';

const settingsView = z
  .object({
    continuous: z.boolean().describe('Whether shops are told of every change by itself.'),
    last_units: z
      .object({ from: z.int(), account_id: id })
      .nullable()
      .describe('From so few on only this shop sells them.'),
  })
  .meta({ id: 'StockSettings' });

const settingsBody = z
  .strictObject({
    continuous: z.boolean(),
    last_units: z.strictObject({ from: z.int().min(1).max(1_000), account_id: id }).nullable(),
  })
  .meta({ id: 'NewStockSettings' });

/** `GET /inventory/settings` */
export const readStockSettingsEndpoint: Endpoint = (api, { hub }) => {
  api.get('/inventory/settings', {
    schema: {
      operationId: 'readStockSettings',
      summary: 'How shops are told of stock',
      tags: ['inventory'],
      response: { 200: settingsView, ...problemAnswers() },
    },
    handler: (request) =>
      asOwner(hub.db, callerOf(request).owner, async (scope) => viewSettings(await readStockSettings(scope))),
  });
};

/** `PUT /inventory/settings`: shops are told at once of what it changes. */
export const writeStockSettingsEndpoint: Endpoint = (api, { hub }) => {
  api.put('/inventory/settings', {
    config: { role: 'owner' },
    schema: {
      operationId: 'writeStockSettings',
      summary: 'Say how shops are told of stock',
      tags: ['inventory'],
      headers: idempotencyHeaders,
      body: settingsBody,
      response: { 200: settingsView, ...problemAnswers(400, 403, 409, 422) },
    },
    handler: async (request) => {
      const { owner, actor } = callerOf(request);
      const { continuous, last_units: last } = request.body;
      return asOwner(hub.db, owner, async (scope) => {
        const account = last === null ? null : await findAccount(scope, accountId(last.account_id));
        if (account === undefined)
          throw fieldProblem('last_units.account_id', 'not_found', {
            ko: '그 번호의 연결된 상점이 없습니다.',
            en: 'No connected shop has this number.',
            ru: 'Подключённого магазина с таким номером нет.',
            uz: 'Bunday raqamli ulangan do‘kon yo‘q.',
          });
        const settings: StockSettings = {
          continuous,
          lastUnits: last === null || account === null ? null : { from: last.from, account: account.id },
        };
        await writeStockSettings(scope, settings);
        if (continuous) await noteAllStock(scope, {});
        const target = { kind: 'stock_settings', id: null };
        await recordAudit(scope, [
          { actor, action: 'stock_settings.change', target, detail: { continuous } },
        ]);
        return viewSettings(settings);
      });
    },
  });
};

function viewSettings({ continuous, lastUnits }: StockSettings): z.infer<typeof settingsView> {
  return {
    continuous,
    last_units: lastUnits === null ? null : { from: lastUnits.from, account_id: lastUnits.account },
  };
}
