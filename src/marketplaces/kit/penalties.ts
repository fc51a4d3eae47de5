import type { ClaimFault } from '../../domain/claim.ts';
import type { Edition, Penalty } from './edition.ts';

/** What doing something costs the seller, for the fault it admits. */
export function penaltiesOf(
  { penalties }: Pick<Edition, 'penalties'>,
  on: Penalty['on'],
  fault: ClaimFault | undefined,
): readonly Penalty[] {
  return (penalties ?? []).filter(
    (penalty) => penalty.on === on && (penalty.fault === undefined || penalty.fault === fault),
  );
}
