-- Two invitations of one address at the same moment could each give the person a login. Whoever had two keeps the one
-- that was changed last.
delete from auth_identities older using auth_identities newer
where newer.provider_id = older.provider_id and newer.account_id = older.account_id
  and (newer.updated_at, newer.id) > (older.updated_at, older.id);

create unique index auth_identities_once on auth_identities (provider_id, account_id);
