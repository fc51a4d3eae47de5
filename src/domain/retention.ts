/**
 * What is kept only for a while, in days: usually, at least and at most. An owner may change how long within the
 * bounds; where the law sets one, it stands here with its source.
 */
export const RETENTION = {
  sync_logs: { usual: 90, least: 7, most: 3_650 },
  /** Scheduled runs that found nothing new. */
  quiet_sync_logs: { usual: 7, least: 1, most: 3_650 },
  /** Documents that could not be read; they hold personal data. */
  set_asides: { usual: 90, least: 14, most: 365 },
  events: { usual: 30, least: 7, most: 365 },
  /** At least two: a delivery is tried for a day. */
  webhook_deliveries: { usual: 30, least: 2, most: 365 },
  /** What marketplaces pushed; it holds personal data. */
  inbox: { usual: 7, least: 1, most: 90 },
  /** Answers are promised again for a day. */
  idempotency_keys: { usual: 2, least: 1, most: 30 },
  call_tallies: { usual: 90, least: 2, most: 730 },
  /** Plans that are over. What they changed can be put back as long as they are kept. */
  plans: { usual: 180, least: 7, most: 3_650 },
  /** Files of products with what each row came to. What they changed stays. */
  imports: { usual: 30, least: 1, most: 3_650 },
  /** Changes of stock, prices and listings that are over; at least a week, so that a person sees what failed. */
  offer_commands: { usual: 90, least: 7, most: 3_650 },
  /**
   * Names, phones and addresses, from the last change of their order. Personal data goes when its purpose ends
   * (Personal Information Protection Act art. 21). The purpose here is shipping, returning and exchanging: goods that
   * differ from what was offered may be sent back until three months after they came (E-Commerce Act art. 17(3)), and
   * the exchange takes its weeks. The records of contract, payment and supply that art. 6 wants kept for five years
   * are the orders themselves, which stay. Five years is also the most.
   */
  contacts: { usual: 180, least: 30, most: 1_825 },
  /**
   * Records of access to personal data: two years where many people's data is handled (Standard for Securing the Safety
   * of Personal Information art. 8); the database refuses to delete younger ones. Usually as long as the records of supply.
   */
  audit: { usual: 1_825, least: 730, most: 3_650 },
} as const satisfies Readonly<Record<string, Retention>>;

export interface Retention {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

export type RetentionKind = keyof typeof RETENTION;

export const RETENTION_KINDS: readonly RetentionKind[] = [
  'sync_logs',
  'quiet_sync_logs',
  'set_asides',
  'events',
  'webhook_deliveries',
  'inbox',
  'idempotency_keys',
  'call_tallies',
  'plans',
  'imports',
  'offer_commands',
  'contacts',
  'audit',
];

/** How many days each kind is kept. */
export type RetentionDays = Readonly<Record<RetentionKind, number>>;

export function isRetentionKind(text: string): text is RetentionKind {
  return RETENTION_KINDS.some((kind) => kind === text);
}
