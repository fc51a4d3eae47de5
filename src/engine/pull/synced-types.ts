import { SYNC_TYPES, type SyncType } from '../../domain/schedule.ts';

/** What the hub keeps in step with a shop by now. Every shop has an orders desk. */
export const SYNCED_TYPES: readonly SyncType[] = ['orders'];

/** The types among those wanted that nothing would be read for: no shop is there, or none offers them yet. */
export function waitingFor(wanted: readonly SyncType[], shops: number): readonly SyncType[] {
  return SYNC_TYPES.filter((type) => wanted.includes(type) && (shops === 0 || !SYNCED_TYPES.includes(type)));
}
