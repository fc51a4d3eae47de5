import type { OfferDeclined, OfferFacts } from '../../domain/plan.ts';
import type { TroubleReport } from '../trouble-report.ts';

/**
 * Why an item of a plan is left out, as it is stored with the item. What is about orders has the codes of a wish that
 * is declined; sentences are made at the edge.
 */
export type PlanDeclined =
  | OfferDeclined
  | { readonly code: 'account_not_found' }
  | { readonly code: 'account_disabled' }
  | { readonly code: 'not_offered'; readonly platform: string; readonly operation: string }
  | { readonly code: 'trouble'; readonly platform: string; readonly trouble: TroubleReport }
  | { readonly code: 'moved'; readonly now: OfferFacts | null }
  | { readonly code: 'order_not_found' }
  | { readonly code: 'account_disconnected' }
  | { readonly code: 'line_not_found'; readonly line: number }
  | { readonly code: 'carrier_unknown'; readonly carrier: string; readonly platform: string }
  | { readonly code: 'nothing_to_do'; readonly kind: string; readonly statuses: readonly string[] }
  | { readonly code: 'cancel_requested' }
  | { readonly code: 'locked'; readonly because: string };
