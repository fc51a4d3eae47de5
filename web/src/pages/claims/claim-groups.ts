import type { Schema } from '../../api/types.ts';

type Claim = Schema<'ListedClaim'>;

/** Claims for which a marketplace offers the same acts: of one shop, one kind and one state. */
export interface ClaimGroup {
  readonly key: string;
  readonly first: Claim;
  readonly claims: readonly Claim[];
}

export function groupsOf(claims: readonly Claim[]): readonly ClaimGroup[] {
  const groups = new Map<string, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const key = `${claim.account_id} ${claim.kind} ${claim.state ?? claim.native_status}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return [...groups].map(([key, members]) => ({ key, first: members[0], claims: members }));
}
