import type { Schema } from '../../api/types.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { useClaimWords } from './claim-words.ts';

type Claim = Schema<'Claim'>;

const KIND_TONES: Readonly<Record<Claim['kind'], Tone>> = {
  cancel: 'danger',
  return: 'warn',
  exchange: 'info',
};

/** Whether it is a cancel, a return or an exchange; grey once it is over. */
export function ClaimKindBadge({ claim }: { readonly claim: Pick<Claim, 'kind' | 'ended_at'> }) {
  const t = useClaimWords();
  return (
    <Badge tone={claim.ended_at === null ? KIND_TONES[claim.kind] : 'plain'}>
      {t.word('kinds', claim.kind)}
    </Badge>
  );
}

/** Where a claim stands; where nobody has mapped it, the marketplace's own word. */
export function ClaimState({ claim }: { readonly claim: Pick<Claim, 'state' | 'native_status'> }) {
  const t = useClaimWords();
  return <span>{claim.state === null ? claim.native_status : t.word('states', claim.state)}</span>;
}

/** Why, in the hub's words, else in the marketplace's. */
export function useReasonText(): (claim: Claim) => string | null {
  const t = useClaimWords();
  return ({ reason, native_reason }) => (reason === null ? native_reason : t.word('reasons', reason));
}
