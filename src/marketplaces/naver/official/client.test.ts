import { describe, expect, it } from 'vitest';
import type { Gate, GateCall } from '../../kit/gate.ts';
import type { SharedToken } from '../../kit/shared-token.ts';
import { MarketplaceError, type TroubleReason } from '../../kit/trouble.ts';
import { openClient } from './client.ts';

/** A gate that answers real calls with these troubles, in turn, and then with `'answer'`. */
function gateWith(troubles: readonly TroubleReason[]) {
  const sent: string[] = [];
  const left = [...troubles];
  let held: SharedToken | undefined;
  let issued = 0;
  const gate: Gate = {
    async ask<Answer>(call: GateCall<Answer>): Promise<Answer> {
      const attempt = { method: 'GET', path: '', query: '', now: new Date(0) };
      sent.push(call.headers(attempt).authorization ?? call.operation);
      if (call.operation === 'token') {
        issued += 1;
        return call.decode({ access_token: `t${issued}`, expires_in: 10_800 });
      }
      const reason = left.shift();
      if (reason !== undefined) throw new MarketplaceError({ reason, operation: call.operation });
      return call.decode('answer');
    },
    tokens: {
      async current(_renewBeforeMs, issue) {
        held ??= await issue();
        return held.value;
      },
      async drop(refused) {
        if (held?.value === refused) held = undefined;
      },
    },
  };
  const client = openClient({
    credentials: { client_id: 'a', client_secret: '$2a$04$N7kQ1xZb3T9mWc5RyE2hPe' },
    keyExpiresAt: null,
    gate,
    clock: () => new Date('2026-11-21T00:00:00Z'),
  });
  return { client, sent };
}

const CALL = { operation: 'sellerAccount', decode: (json: unknown) => json } as const;

describe('openClient', () => {
  it('asks for a token once and keeps it', async () => {
    const { client, sent } = gateWith([]);
    expect(await client.ask(CALL)).toBe('answer');
    await client.ask(CALL);
    expect(sent).toEqual(['token', 'Bearer t1', 'Bearer t1']);
  });

  it('replaces a refused token once and repeats the call once', async () => {
    const { client, sent } = gateWith(['token_refused']);
    expect(await client.ask(CALL)).toBe('answer');
    expect(sent).toEqual(['token', 'Bearer t1', 'token', 'Bearer t2']);
  });

  it('takes a second refusal for an API group that was not ticked', async () => {
    const { client, sent } = gateWith(['token_refused', 'token_refused']);
    await expect(client.ask(CALL)).rejects.toMatchObject({ reason: 'missing_permission' });
    expect(sent).toHaveLength(4);
  });

  it('repeats nothing else', async () => {
    const { client, sent } = gateWith(['down']);
    await expect(client.ask(CALL)).rejects.toMatchObject({ reason: 'down' });
    expect(sent).toHaveLength(2);
  });
});
