import type { Account } from '../../store/accounts.ts';

/** What the audit trail says of an account; of credentials only the names stand there, put in by the endpoints. */
export function auditFields(account: Account) {
  return {
    platform: account.platform,
    edition: account.edition,
    name: account.name,
    base_url: account.baseUrl,
    key_expires_at: account.keyExpiresAt?.toISOString() ?? null,
    enabled: account.enabled,
    closed_intents: account.closedIntents,
  };
}

/** The fields that differ, as they were and as they are. */
export function auditedChanges(before: Account, after: Account) {
  const [was, is] = [Object.entries(auditFields(before)), Object.entries(auditFields(after))];
  const differs = was.map(([, value], at) => JSON.stringify(value) !== JSON.stringify(is[at]?.[1]));
  return {
    before: Object.fromEntries(was.filter((_, at) => differs[at])),
    after: Object.fromEntries(is.filter((_, at) => differs[at])),
  };
}
