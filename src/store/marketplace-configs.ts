import { sql } from 'kysely';
import type { OwnerScope } from './scope.ts';

/** What an owner has changed about a marketplace's API; null is as the connector has it. */
export interface MarketplaceConfig {
  /** The address that shops get which are connected without one. */
  readonly apiEndpoint: string | null;
  /** How much of the connector's allowance is used, 10 to 99. */
  readonly ratePercent: number | null;
  readonly documentation: string | null;
}

export const UNCHANGED: MarketplaceConfig = { apiEndpoint: null, ratePercent: null, documentation: null };

interface Row {
  marketplace: string;
  api_endpoint: string | null;
  rate_percent: number | null;
  documentation: string | null;
}

/** What was changed, by marketplace. */
export async function listMarketplaceConfigs({
  trx,
  owner,
}: OwnerScope): Promise<ReadonlyMap<string, MarketplaceConfig>> {
  const { rows } = await sql<Row>`
    select marketplace, api_endpoint, rate_percent, documentation from marketplace_configs
    where owner_id = ${owner}`.execute(trx);
  return new Map(rows.map((row) => [row.marketplace, configOf(row)]));
}

export async function readMarketplaceConfig(
  { trx, owner }: OwnerScope,
  marketplace: string,
): Promise<MarketplaceConfig> {
  const { rows } = await sql<Row>`
    select marketplace, api_endpoint, rate_percent, documentation from marketplace_configs
    where owner_id = ${owner} and marketplace = ${marketplace}`.execute(trx);
  const [row] = rows;
  return row === undefined ? UNCHANGED : configOf(row);
}

/** Keeps what is given; when all of it is as the connector has it, nothing is kept. */
export async function writeMarketplaceConfig(
  { trx, owner }: OwnerScope,
  marketplace: string,
  { apiEndpoint, ratePercent, documentation }: MarketplaceConfig,
): Promise<void> {
  if (apiEndpoint === null && ratePercent === null && documentation === null) {
    await sql`delete from marketplace_configs where owner_id = ${owner} and marketplace = ${marketplace}`.execute(
      trx,
    );
    return;
  }
  await sql`
    insert into marketplace_configs (owner_id, marketplace, api_endpoint, rate_percent, documentation)
    values (${owner}, ${marketplace}, ${apiEndpoint}, ${ratePercent}, ${documentation})
    on conflict (owner_id, marketplace) do update set api_endpoint = excluded.api_endpoint,
      rate_percent = excluded.rate_percent, documentation = excluded.documentation, changed_at = now()`.execute(
    trx,
  );
}

function configOf(row: Row): MarketplaceConfig {
  return { apiEndpoint: row.api_endpoint, ratePercent: row.rate_percent, documentation: row.documentation };
}
