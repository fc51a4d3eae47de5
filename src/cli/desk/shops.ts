import type { Command } from 'commander';
import { z } from 'zod';
import { commandOn, type Desk, read, type ShowOptions } from './desk.ts';

const STATUS = z.object({
  accounts: z.array(
    z.object({
      account_id: z.number(),
      platform: z.string(),
      name: z.string(),
      health: z.string(),
      enabled: z.boolean(),
    }),
  ),
});

/** `moa shops`: the connected shops, with the numbers that other commands take. */
export function addShopCommands(program: Command, desk: Desk): void {
  commandOn(program, 'shops', 'the connected shops of a running hub').action((options: ShowOptions) =>
    desk.show(options, async (api) => {
      const whole = await api.ask('GET /sync/status');
      const { accounts } = read(STATUS, whole);
      return {
        whole,
        rows: accounts.map(({ account_id, platform, name, health, enabled }) => [
          account_id,
          platform,
          name,
          enabled ? health : 'off',
        ]),
      };
    }),
  );
}
