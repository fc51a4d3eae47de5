import { expect } from 'vitest';
import type { Claim } from './answers.ts';
import type { Declined } from './rest.ts';
import type { Seller } from './seller.ts';

/** The hub has declined what the marketplace never offers, and said why and what to do instead. */
export function expectInstead({ status, code, detail }: Declined): void {
  expect({ status, code }).toEqual({ status: 422, code: 'not_offered' });
  // One sentence says why, another what to do.
  expect(detail.split(/[.:!] /).length, detail).toBeGreaterThan(1);
}

/** The same of an action on a claim, of which the claim itself has told before. */
export async function expectInsteadOf(
  seller: Seller,
  claim: Claim,
  verb: string,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const told = claim.not_offered.find(({ action }) => action === `${claim.kind}.${verb}`);
  const declined = await seller.isDeclined(`POST /claims/${claim.id}/${verb}`, body);
  expectInstead(declined);
  expect(declined.detail).toBe(told?.detail);
}
