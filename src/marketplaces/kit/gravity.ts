import type { Gravity } from '../../domain/health.ts';
import { type AdviceReason, isAdviceReason } from './advice.ts';

/** How each trouble weighs on the health of an account when a reading meets it. */
const GRAVITIES: Readonly<Record<AdviceReason, Gravity>> = {
  wrong_key: 'person',
  expired_key: 'person',
  clock_skew: 'person',
  // The connectors fetch another token by themselves.
  token_refused: 'passing',
  ip_not_allowed: 'person',
  missing_permission: 'person',
  edge_block: 'person',
  account_blocked: 'person',
  penalty: 'limit',
  quota_spent: 'limit',
  over_limit: 'limit',
  wrong_shop: 'person',
  not_found: 'passing',
  refused: 'passing',
  already_done: 'passing',
  wrong_state: 'passing',
  too_early: 'passing',
  down: 'passing',
  timeout: 'passing',
  connection_lost: 'passing',
  truncated: 'passing',
  not_json: 'passing',
  unexpected_shape: 'passing',
  answer_too_large: 'passing',
  wrong_endpoint: 'person',
  switched_off: 'chosen',
  account_off: 'chosen',
  not_offered: 'passing',
  unexplained: 'passing',
  interrupted: 'passing',
  internal: 'passing',
};

/** How a trouble weighs; a reason that this build does not know may pass. */
export function gravityOf(reason: string): Gravity {
  return isAdviceReason(reason) ? GRAVITIES[reason] : 'passing';
}
