import type { Localized } from '../../marketplaces/kit/localized.ts';
import { findMarketplace } from '../../marketplaces/registry.ts';
import type { Command } from '../../store/commands/command.ts';

/** What must have happened at the marketplace before it takes a command that came too early; else undefined. */
export function waitsFor({ platform, edition, payload, items }: Command): Localized | undefined {
  if (!items.some(({ reason }) => reason === 'too_early')) return undefined;
  return findMarketplace(platform)?.editions[edition]?.tooEarly?.[payload.kind]?.says;
}
